import Civic

/// Visits every pair of rows that share a key, on as many cores as there are.
///
/// Groups of one key are walked key by key; a pair that an earlier key has brought together is
/// passed over. Large groups come last: there each row meets its nearest neighbours only, so that a
/// default value that thousands share costs no more than its rows.
final class CandidateWalk: Sendable {
    private let set: RecordSet
    private let table: KeyTable
    private let workers: Int
    private let units: [Unit]
    /// One group in this many is walked.
    private let every: UInt64

    private enum Unit: Sendable {
        case groups(lane: Int, Range<Int>)
        case large(Int)
    }

    /// - Parameters:
    ///   - set: the rows.
    ///   - table: their keys.
    ///   - workers: how many cores to use.
    ///   - every: walks a repeatable sample of the groups, one in so many. A pair belongs to one group
    ///     only, that of the first key it shares, so that every pair is as likely as any.
    init(_ set: RecordSet, _ table: KeyTable, workers: Int, every: Int = 1) {
        self.every = UInt64(every)
        self.set = set
        self.table = table
        self.workers = workers
        var units: [Unit] = []
        for lane in table.orders.indices {
            units += CandidateWalk.parts(of: table.orders[lane]).map { .groups(lane: lane, $0) }
        }
        units += table.large.indices.map { .large($0) }
        self.units = units
    }

    /// Runs `body` over all pairs, unit by unit, the row that stands first in each pair first.
    ///
    /// - Parameters:
    ///   - state: made once for each worker.
    ///   - begin: what a unit starts with.
    ///   - body: told each pair.
    /// - Returns: what the units ended with, in an order that does not depend on the workers. A
    ///   pair inside large groups may come more than once.
    func visit<State, Result: Sendable>(
        state: @escaping @autoclosure @Sendable () -> State,
        begin: @escaping @autoclosure @Sendable () -> Result,
        _ body:
            @escaping @Sendable (inout State, inout Result, PairComparison, Int, Int) -> Void
    ) async -> [Result] {
        await Parallel.map(units: units.count, workers: workers, state: state()) {
            [self] state, unit in
            var result = begin()
            PairComparison.over(set) { comparison in
                walk(units[unit]) { left, right in
                    body(&state, &result, comparison, left, right)
                }
            }
            return result
        }
    }

    /// Upper bound of the pairs that ``visit(state:begin:_:)`` tells, before pairs met twice are
    /// left out.
    var pairsAtMost: Int {
        var sum = 0
        for order in table.orders {
            var size = 0
            for row in order {
                size = row & KeyTable.start != 0 ? 1 : size + 1
                sum += size - 1
            }
        }
        return table.large.reduce(sum) {
            $0 + 2 * $1.rows.count * CandidateWalk.neighbours(inGroupOf: $1.rows.count)
        }
    }

    // MARK: Units

    private static let rowsOfUnit = 1 << 14

    /// Cuts an order between groups.
    private static func parts(of order: [UInt32]) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = 0
        while start < order.count {
            var end = min(start + rowsOfUnit, order.count)
            while end < order.count, order[end] & KeyTable.start == 0 { end += 1 }
            parts.append(start..<end)
            start = end
        }
        return parts
    }

    private func walk(_ unit: Unit, _ body: (Int, Int) -> Void) {
        switch unit {
        case .groups(let lane, let range): walkGroups(lane, range, body)
        case .large(let index): walkNeighbours(table.large[index], body)
        }
    }

    @inline(__always)
    private func walkGroups(_ lane: Int, _ range: Range<Int>, _ body: (Int, Int) -> Void) {
        let lanes = table.lanes.readOnly
        let mask = KeyTable.mask(below: lane)
        table.orders[lane].withUnsafeBufferPointer { order in
            var start = range.lowerBound
            while start < range.upperBound {
                var end = start + 1
                while end < range.upperBound, order[end] & KeyTable.start == 0 { end += 1 }
                if isLeftOut(lanes[Int(order[start] & ~KeyTable.start)][lane], lane) {
                    start = end
                    continue
                }
                for first in start..<end - 1 {
                    let left = Int(order[first] & ~KeyTable.start)
                    let known = KeyTable.comparable(lanes[left], mask)
                    for second in first + 1..<end {
                        let right = Int(order[second] & ~KeyTable.start)
                        if any(known .== lanes[right]) { continue }
                        body(left, right)
                    }
                }
                start = end
            }
        }
    }

    @inline(__always)
    private func isLeftOut(_ key: UInt32, _ lane: Int) -> Bool {
        guard every > 1 else { return false }
        return SeededGenerator.mix(UInt64(key) << 8 | UInt64(lane)) % every != 0
    }

    // MARK: Large groups

    /// How many neighbours a row of a large group meets in each order: fewer, the larger the group.
    private static func neighbours(inGroupOf count: Int) -> Int { max(1, min(4, 16_384 / count)) }

    /// A group too large to compare whole: each row meets its neighbours in two orders.
    private func walkNeighbours(_ group: KeyTable.LargeGroup, _ body: (Int, Int) -> Void) {
        if isLeftOut(group.key, group.lane) { return }
        let rows = group.rows
        let reach = CandidateWalk.neighbours(inGroupOf: rows.count)
        let mask = KeyTable.mask(below: BlockingKey.lanes)
        let neighbourhood = Neighbourhood(set)
        for order in [neighbourhood.byBirth(rows), neighbourhood.byName(rows)] {
            for first in order.indices {
                let left = Int(order[first])
                let known = KeyTable.comparable(table.lanes.readOnly[left], mask)
                for second in first + 1..<min(first + 1 + reach, order.count) {
                    let right = Int(order[second])
                    if any(known .== table.lanes.readOnly[right]) { continue }
                    body(min(left, right), max(left, right))
                }
            }
        }
    }
}
