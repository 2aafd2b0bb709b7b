import Civic

/// Why people are not covered, counted by what they have in common.
struct GapCounter {
    private struct Kind: Hashable {
        let group: Int32
        let schedule: Int32
    }

    private let grid: FundingGrid
    private let rows: [ArraySlice<Int16>]
    /// By group, then month.
    private let reasons: [[FundMatching.Reason]]

    init(_ grid: FundingGrid, _ rows: [ArraySlice<Int16>]) {
        self.grid = grid
        self.rows = rows
        reasons = grid.wave.groups.map { GapCounter.reasons(grid, $0) }
    }

    func gaps(_ scheduleOfPlace: [Int32]) -> [FundMatching.Gap] {
        let isWhole = rows.map { $0.allSatisfy { $0 >= 0 } }
        var kinds: [Kind: (people: Int, place: Int)] = [:]
        for (person, schedule) in scheduleOfPlace.enumerated() where !isWhole[Int(schedule)] {
            let kind = Kind(group: grid.wave.people[person], schedule: schedule)
            kinds[kind, default: (0, person + 1)].people += 1
        }
        var joined: [FundMatching.Gap: (people: Int, place: Int)] = [:]
        for (kind, count) in kinds {
            for gap in blanks(kind) {
                let before = joined[gap] ?? (0, .max)
                joined[gap] = (before.people + count.people, min(before.place, count.place))
            }
        }
        return joined.map { gap, count in
            FundMatching.Gap(
                group: gap.group, first: gap.first, months: gap.months, people: count.people,
                firstPlace: count.place, reason: gap.reason)
        }.sorted { ($0.firstPlace, $0.first, $0.months) < ($1.firstPlace, $1.first, $1.months) }
    }

    /// The gaps of one person, without counts.
    private func blanks(_ kind: Kind) -> [FundMatching.Gap] {
        let row = Array(rows[Int(kind.schedule)])
        var gaps: [FundMatching.Gap] = []
        var month = 0
        while month < row.count {
            guard row[month] < 0 else {
                month += 1
                continue
            }
            let reason = reasons[Int(kind.group)][month]
            var end = month + 1
            while end < row.count, row[end] < 0, reasons[Int(kind.group)][end] == reason {
                end += 1
            }
            gaps.append(
                FundMatching.Gap(
                    group: Int(kind.group), first: grid.wave.start + month, months: end - month,
                    people: 0, firstPlace: 0, reason: reason))
            month = end
        }
        return gaps
    }

    private static func reasons(
        _ grid: FundingGrid, _ recipient: Recipient
    ) -> [FundMatching.Reason] {
        let near = grid.offers.indices.filter { grid.offers[$0].allows(placeOf: recipient) }
        let fitting = near.filter { grid.offers[$0].allows(workOf: recipient) }
        return (0..<grid.months).map { month in
            if near.isEmpty { return .place }
            if fitting.isEmpty { return .occupation }
            return fitting.contains { grid.windows[$0].contains(month) } ? .money : .period
        }
    }
}
