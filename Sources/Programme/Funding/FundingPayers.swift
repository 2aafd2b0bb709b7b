/// Who pays which month of whom: position of the fund, or -1, person after person.
struct FundingPayers {
    static let nobody: Int16 = -1

    let months: Int
    private(set) var fund: [Int16]

    init(people: Int, months: Int) {
        self.months = months
        fund = [Int16](repeating: FundingPayers.nobody, count: people * months)
    }

    subscript(person: Int, month: Int) -> Int {
        get { Int(fund[person * months + month]) }
        set { fund[person * months + month] = Int16(newValue) }
    }

    /// A bit for each month that is paid, that of the first month lowest.
    var covered: [UInt64] {
        (0..<fund.count / months).map { person in
            (0..<months).reduce(UInt64(0)) {
                self[person, $1] >= 0 ? $0 | 1 << UInt64($1) : $0
            }
        }
    }

    /// Rupiah for all that is paid so far.
    func cost(_ grid: FundingGrid) -> Int64 {
        var cost: Int64 = 0
        for (cell, fund) in fund.enumerated() where fund >= 0 {
            let position = Int(grid.classOfPerson[cell / months])
            cost += grid.price(Int(fund), position, cell % months)
        }
        return cost
    }

    /// Gives each person of a filled network payers. A class says only how many each fund pays in
    /// each month, so whoever had a fund keeps it as long as there is money for one, and a new one
    /// is the fund that can go on longest: people are handed over as seldom as that allows.
    mutating func spread(_ flow: FundingFlow, _ grid: FundingGrid, over people: FundingPeople) {
        for position in 0..<grid.classes {
            var table = ClassTable(flow, grid, position)
            for person in people.of(position) {
                var current = -1
                var open = flow.covered[person]
                while open != 0 {
                    let month = open.trailingZeroBitCount
                    open &= open - 1
                    if self[person, month] >= 0 { continue }
                    current = table.take(month, preferring: current)
                    self[person, month] = Int(grid.fundsOfClass[position][current])
                }
            }
        }
    }

    /// How many months of a class each of its funds still has to pay.
    private struct ClassTable {
        private let months: Int
        private let funds: Int
        private var left: [Int32]

        init(_ flow: FundingFlow, _ grid: FundingGrid, _ position: Int) {
            months = grid.months
            funds = grid.fundsOfClass[position].count
            left = [Int32](repeating: 0, count: funds * months)
            var local: [Int: Int] = [:]
            for (place, fund) in grid.fundsOfClass[position].enumerated() {
                local[Int(fund)] = place
            }
            for month in 0..<months {
                for edge in flow.network.edges(of: position * months + month)
                where flow.flow[edge] > 0 {
                    let slot = flow.network.slots[Int(flow.network.slotOfEdge[edge])]
                    // A package was given out before, to whole people.
                    guard slot.packageMonth == nil, let place = local[slot.fund] else { continue }
                    left[place * months + month] += flow.flow[edge]
                }
            }
        }

        mutating func take(_ month: Int, preferring current: Int) -> Int {
            var chosen = current
            if current < 0 || left[current * months + month] == 0 {
                chosen = longest(from: month)
            }
            left[chosen * months + month] -= 1
            return chosen
        }

        private func longest(from month: Int) -> Int {
            var found = (fund: -1, run: 0)
            for fund in 0..<funds {
                var end = month
                while end < months, left[fund * months + end] > 0 { end += 1 }
                if end - month > found.run { found = (fund, end - month) }
            }
            precondition(found.fund >= 0, "every covered month has a payer")
            return found.fund
        }
    }
}

/// The people of each class, first place first.
struct FundingPeople {
    private let starts: [Int]
    private let people: [Int32]

    init(_ grid: FundingGrid) {
        var starts = [0]
        for size in grid.sizeOfClass { starts.append(starts[starts.count - 1] + size) }
        var next = starts
        var people = [Int32](repeating: 0, count: grid.classOfPerson.count)
        for (person, position) in grid.classOfPerson.enumerated() {
            people[next[Int(position)]] = Int32(person)
            next[Int(position)] += 1
        }
        self.starts = starts
        self.people = people
    }

    func of(_ position: Int) -> some Sequence<Int> {
        people[starts[position]..<starts[position + 1]].lazy.map { Int($0) }
    }
}
