import Civic

/// Visits every candidate pair once, on as many cores as there are.
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

    /// - Parameter every: walks a repeatable sample of the groups, one in so many. A pair belongs to
    ///   one group only, that of the first key it shares, so that every pair is as likely as any.
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
        state: @escaping @Sendable () -> State, begin: @escaping @Sendable () -> Result,
        _ body:
            @escaping @Sendable (inout State, inout Result, PairComparison, Int, Int) -> Void
    ) async -> [Result] {
        await Parallel.map(units: units.count, workers: workers, state: state) {
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
            $0 + 2 * $1.count * CandidateWalk.neighbours(inGroupOf: $1.count)
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
        let mask = CandidateWalk.mask(below: lane)
        table.orders[lane].withUnsafeBufferPointer { order in
            var start = range.lowerBound
            while start < range.upperBound {
                var end = start + 1
                while end < range.upperBound, order[end] & KeyTable.start == 0 { end += 1 }
                if isLeftOut(order[start], lane) {
                    start = end
                    continue
                }
                for first in start..<end - 1 {
                    let left = Int(order[first] & ~KeyTable.start)
                    let known = CandidateWalk.comparable(lanes[left], mask)
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
    private func isLeftOut(_ row: UInt32, _ lane: Int) -> Bool {
        guard every > 1 else { return false }
        return SeededGenerator.mix(UInt64(row) << 8 | UInt64(lane)) % every != 0
    }

    /// The keys in the lanes of `mask`, and 2, which no key is (they are odd), in all other lanes
    /// and where there is no key.
    @inline(__always)
    private static func comparable(
        _ lanes: KeyTable.Lanes, _ mask: KeyTable.Lanes
    ) -> KeyTable.Lanes {
        let kept = lanes & mask
        return kept | (((kept & 1) ^ 1) &+ ((kept & 1) ^ 1))
    }

    private static func mask(below lane: Int) -> KeyTable.Lanes {
        var mask = KeyTable.Lanes(repeating: 0)
        for index in 0..<lane { mask[index] = ~0 }
        return mask
    }

    // MARK: Large groups

    /// How many neighbours a row of a large group meets: fewer, the larger the group is, down to two.
    private static func neighbours(inGroupOf count: Int) -> Int { max(1, min(4, 16_384 / count)) }

    /// A group too large to compare whole: each row meets its neighbours in two orders.
    private func walkNeighbours(_ rows: [UInt32], _ body: (Int, Int) -> Void) {
        if isLeftOut(rows[0], BlockingKey.lanes) { return }
        let reach = CandidateWalk.neighbours(inGroupOf: rows.count)
        let mask = CandidateWalk.mask(below: BlockingKey.lanes)
        for order in [inOrder(rows, birthOrder), inOrder(rows, nameOrder)] {
            for first in order.indices {
                let known = CandidateWalk.comparable(
                    table.lanes.readOnly[order[first]], mask)
                for second in first + 1..<min(first + 1 + reach, order.count) {
                    if any(known .== table.lanes.readOnly[order[second]]) { continue }
                    body(min(order[first], order[second]), max(order[first], order[second]))
                }
            }
        }
    }

    private func inOrder(_ rows: [UInt32], _ key: (Int) -> (UInt64, UInt64)) -> [Int] {
        rows.map { row in (key(Int(row)), Int(row)) }
            .sorted { ($0.0.0, $0.0.1, $0.1) < ($1.0.0, $1.0.1, $1.1) }
            .map(\.1)
    }

    private func birthOrder(_ row: Int) -> (UInt64, UInt64) {
        let record = set.records[row]
        let date = UInt64(UInt32(bitPattern: record.birth ^ Int32.min))
        return (date << 32 | nameHash(record, 0) >> 32, record.content)
    }

    private func nameOrder(_ row: Int) -> (UInt64, UInt64) {
        let record = set.records[row]
        let first = nameHash(record, 0) & 0xFFFF_FFFF_0000_0000
        return (first | nameHash(record, 1) >> 32, record.content)
    }

    private func nameHash(_ record: Record, _ word: Int) -> UInt64 {
        word < Int(record.nameCount) ? set.words.names.hash(of: record.name[word]) : 0
    }
}
