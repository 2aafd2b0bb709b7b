import Civic

/// Tries everything, for waves that are small enough: place after place, remembering what the rest
/// of the money can do. Exact for every kind of fund.
struct FundingSearch {
    private struct Option {
        let value: UInt64
        let cost: Int64
        /// By fund, rupiah.
        let spends: [Int64]
        /// Funds of which it takes a package.
        let packages: [Int]
        let funds: [Int16]
    }

    private struct Found {
        var months = 0
        /// By place, from the place in question on; see `FundingSearch.value(of:)`.
        var values: [UInt64] = []
        var cost: Int64 = 0
        var option = -1

        func isBetter(than other: Found) -> Bool {
            if months != other.months { return months > other.months }
            for (mine, its) in zip(values, other.values) where mine != its { return mine > its }
            return cost < other.cost
        }
    }

    private let grid: FundingGrid
    private let options: [[Option]]
    /// By fund: most rupiah that one person can cost it.
    private let most: [Int64]
    private var known: [[Int64]: Found] = [:]
    private var left: Int

    /// More ways than this to pay for one person are too many to try.
    private static let optionsMax = 20_000
    /// Of more people than this the ways to share money are too many to try.
    private static let peopleMax = 64

    /// - Parameters:
    ///   - grid: the wave and its funds.
    ///   - limit: trials to be made at most.
    /// - Returns: the best payers, or nil when that would take more trials.
    static func best(_ grid: FundingGrid, limit: Int) -> FundingPayers? {
        guard limit > 0, grid.wave.people.count <= peopleMax,
            var search = FundingSearch(grid, limit: limit)
        else { return nil }
        let state = search.start
        guard search.best(from: 0, state) != nil else { return nil }
        return search.payers(state)
    }

    private init?(_ grid: FundingGrid, limit: Int) {
        self.grid = grid
        left = limit
        var options: [[Option]] = []
        var most = [Int64](repeating: 0, count: grid.offers.count)
        for position in 0..<grid.classes {
            guard let ways = FundingSearch.ways(grid, position) else { return nil }
            for way in ways {
                for (fund, spends) in way.spends.enumerated() {
                    most[fund] = max(most[fund], spends)
                }
            }
            options.append(ways)
        }
        self.options = options
        self.most = most
    }

    /// More months first, then earlier ones: what a place is served with, as one number.
    static func value(of covered: UInt64) -> UInt64 {
        UInt64(covered.nonzeroBitCount) << 56 | covered.bitSwapped >> 8
    }

    /// Money of each fund, then its packages.
    private var start: [Int64] {
        grid.offers.map { max(0, $0.money.amount) }
            + grid.offers.map { Int64(max(0, $0.seats ?? grid.wave.people.count)) }
    }

    private mutating func best(from place: Int, _ state: [Int64]) -> Found? {
        if place == grid.wave.people.count { return Found() }
        let funds = grid.offers.count
        let rest = Int64(grid.wave.people.count - place)
        // Money that cannot be used up makes no difference.
        var key = state
        for fund in 0..<funds {
            key[fund] = min(key[fund], most[fund] * rest)
            key[funds + fund] = min(key[funds + fund], rest)
        }
        key.append(rest)
        if let found = known[key] { return found }
        var best: Found?
        for (number, option) in options[Int(grid.classOfPerson[place])].enumerated() {
            left -= 1
            if left < 0 { return nil }
            guard let after = FundingSearch.state(key, after: option, funds: funds) else {
                continue
            }
            guard var found = self.best(from: place + 1, after) else { return nil }
            found.months += Int(option.value >> 56)
            found.values.insert(option.value, at: 0)
            found.cost += option.cost
            found.option = number
            if best.map({ found.isBetter(than: $0) }) ?? true { best = found }
        }
        known[key] = best
        return best
    }

    private static func state(_ state: [Int64], after option: Option, funds: Int) -> [Int64]? {
        var state = Array(state.prefix(funds * 2))
        for fund in 0..<funds {
            state[fund] -= option.spends[fund]
            if state[fund] < 0 { return nil }
        }
        for fund in option.packages {
            state[funds + fund] -= 1
            if state[funds + fund] < 0 { return nil }
        }
        return state
    }

    private mutating func payers(_ start: [Int64]) -> FundingPayers? {
        var payers = FundingPayers(people: grid.wave.people.count, months: grid.months)
        var state = start
        for place in grid.wave.people.indices {
            guard let found = best(from: place, state) else { return nil }
            let option = options[Int(grid.classOfPerson[place])][found.option]
            for (month, fund) in option.funds.enumerated() { payers[place, month] = Int(fund) }
            guard let after = FundingSearch.state(state, after: option, funds: grid.offers.count)
            else { return nil }
            state = after
        }
        return payers
    }

    /// All ways to pay for one person of a class; of those that take the same from the same funds
    /// and cover the same months, one.
    private static func ways(_ grid: FundingGrid, _ position: Int) -> [Option]? {
        let nobody = [Int16](repeating: FundingPayers.nobody, count: grid.months)
        var rows = [(funds: nobody, packages: [Int]())]
        for month in 0..<grid.months {
            var longer = rows
            for row in rows where row.funds[month] == FundingPayers.nobody {
                for fund in grid.fundsOfClass[position].map({ Int($0) }) {
                    let window = grid.windows[fund]
                    var next = row
                    if grid.offers[fund].givesPackages {
                        guard window.lowerBound == month,
                            window.allSatisfy({ row.funds[$0] == FundingPayers.nobody })
                        else { continue }
                        for paid in window { next.funds[paid] = Int16(fund) }
                        next.packages.append(fund)
                    } else if window.contains(month) {
                        next.funds[month] = Int16(fund)
                    } else {
                        continue
                    }
                    longer.append(next)
                }
            }
            rows = longer
            if rows.count > optionsMax { return nil }
        }
        var seen: Set<[Int64]> = []
        return rows.map { option(grid, position, $0.funds, $0.packages) }.filter { option in
            seen.insert(
                option.spends + option.packages.map { Int64($0) } + [Int64(option.value)]
            ).inserted
        }
    }

    private static func option(
        _ grid: FundingGrid, _ position: Int, _ funds: [Int16], _ packages: [Int]
    ) -> Option {
        var spends = [Int64](repeating: 0, count: grid.offers.count)
        var covered: UInt64 = 0
        for (month, fund) in funds.enumerated() where fund >= 0 {
            spends[Int(fund)] += grid.price(Int(fund), position, month)
            covered |= 1 << UInt64(month)
        }
        return Option(
            value: value(of: covered), cost: spends.reduce(0, +), spends: spends,
            packages: packages.sorted(), funds: funds)
    }
}

extension UInt64 {
    /// The lowest bit becomes the highest.
    fileprivate var bitSwapped: UInt64 {
        (0..<64).reduce(0) { $0 << 1 | self >> UInt64($1) & 1 }
    }
}
