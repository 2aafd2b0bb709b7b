package import Civic

/// Who is paid for by which fund in which months, and what remains.
package struct FundMatching: Sendable {
    /// Unbroken months that one fund pays for one person.
    package struct Run: Hashable, Sendable {
        /// Position in ``FundMatching/funds``.
        package let fund: Int
        package let first: Month
        package let months: Int

        package init(fund: Int, first: Month, months: Int) {
            self.fund = fund
            self.first = first
            self.months = months
        }

        package var last: Month { first + (months - 1) }
    }

    /// What one fund pays in one month.
    package struct Use: Hashable, Sendable {
        /// Position in ``FundMatching/funds``.
        package let fund: Int
        package let month: Month
        package let people: Int
        package let amount: Rupiah
        /// The fund's money after this month.
        package let left: Rupiah
    }

    /// People of one kind who are not covered in the same months for the same reason.
    package struct Gap: Hashable, Sendable {
        /// Position in ``FundingWave/groups``.
        package let group: Int
        package let first: Month
        package let months: Int
        package let people: Int
        /// The first place that is concerned, counted from 1.
        package let firstPlace: Int
        package let reason: Reason
    }

    /// Why nobody pays. Raw values are codes for pages and files.
    package enum Reason: String, Sendable, CaseIterable {
        /// No fund may pay for people of this area.
        case place
        /// None of those may pay for this occupation or sector.
        case occupation
        /// None of those may pay in these months.
        case period
        /// All of those are spent or have given all their packages.
        case money
    }

    /// By position: ids of the funds.
    package let funds: [String]
    package let start: Month
    package let months: Int
    /// The different ways in which people are paid for; empty for nobody.
    package let schedules: [[Run]]
    /// By place, first place first: position in ``schedules``.
    package let scheduleOfPlace: [Int32]
    /// By fund and month, only where something is paid.
    package let uses: [Use]
    package let gaps: [Gap]
    package let proof: FundingProof
    package let cost: Rupiah

    /// Who pays for the person at `place`, counted from 1.
    package func runs(ofPlace place: Int) -> [Run] {
        schedules[Int(scheduleOfPlace[place - 1])]
    }

    init(_ grid: FundingGrid, _ payers: FundingPayers, _ proof: FundingProof) {
        let wave = grid.wave
        funds = grid.offers.map(\.id)
        start = wave.start
        months = wave.months
        self.proof = proof
        var catalogue = ScheduleCatalogue(months: wave.months)
        scheduleOfPlace = wave.people.indices.map { catalogue.position($0, payers) }
        schedules = catalogue.rows.map { FundMatching.runs($0, from: wave.start) }
        uses = FundMatching.uses(grid, payers)
        cost = uses.reduce(.zero) { $0 + $1.amount }
        let counter = GapCounter(grid, catalogue.rows)
        gaps = counter.gaps(scheduleOfPlace)
    }

    private static func runs(_ row: ArraySlice<Int16>, from start: Month) -> [Run] {
        var runs: [Run] = []
        var month = 0
        let row = Array(row)
        while month < row.count {
            var end = month + 1
            while end < row.count, row[end] == row[month] { end += 1 }
            if row[month] >= 0 {
                runs.append(
                    Run(fund: Int(row[month]), first: start + month, months: end - month))
            }
            month = end
        }
        return runs
    }

    private static func uses(_ grid: FundingGrid, _ payers: FundingPayers) -> [Use] {
        let cells = grid.offers.count * grid.months
        var people = [Int](repeating: 0, count: cells)
        var amounts = [Int64](repeating: 0, count: cells)
        for person in grid.wave.people.indices {
            let position = Int(grid.classOfPerson[person])
            for month in 0..<grid.months {
                let fund = payers[person, month]
                if fund < 0 { continue }
                people[fund * grid.months + month] += 1
                amounts[fund * grid.months + month] += grid.price(fund, position, month)
            }
        }
        return grid.offers.enumerated().flatMap { fund, offer in
            var left = offer.money
            return (0..<grid.months).compactMap { month in
                let cell = fund * grid.months + month
                guard people[cell] > 0 else { return nil as Use? }
                left -= Rupiah(amounts[cell])
                return Use(
                    fund: fund, month: grid.wave.start + month, people: people[cell],
                    amount: Rupiah(amounts[cell]), left: left)
            }
        }
    }
}

/// The different rows of payers, numbered in the order in which they first appear.
private struct ScheduleCatalogue {
    private(set) var rows: [ArraySlice<Int16>] = []
    private let months: Int
    private var positions: [ArraySlice<Int16>: Int32] = [:]

    init(months: Int) { self.months = months }

    mutating func position(_ person: Int, _ payers: FundingPayers) -> Int32 {
        let row = payers.fund[person * months..<(person + 1) * months]
        if let known = positions[row] { return known }
        let position = Int32(rows.count)
        positions[row] = position
        rows.append(row)
        return position
    }
}
