/// Pairs of new rows with all rows that share a small group with them.
///
/// Known rows are walked once; a filter of bits for each key tells at a glance that a row shares none
/// with the new ones, as nearly all do.
final class NewPairs: Sendable {
    private let rows: Range<Int>
    private let lanes: [KeyTable.Lanes]
    private let set: RecordSet
    /// By lane, the new rows in the order of their keys.
    private let byKey: [[KeyedRow]]
    /// By lane, a bit for each key of a new row.
    private let filters: [[UInt64]]

    private static let filterBits = 19

    init(_ rows: Range<Int>, lanes: [KeyTable.Lanes], _ set: RecordSet) {
        self.rows = rows
        self.lanes = lanes
        self.set = set
        byKey = (0..<BlockingKey.lanes).map { lane in
            var keyed = rows.compactMap { row in
                lanes[row][lane] == 0 ? nil : KeyedRow(key: lanes[row][lane], row: UInt32(row))
            }
            RadixSort.sort(&keyed)
            return keyed
        }
        filters = byKey.map { keyed in
            var filter = [UInt64](repeating: 0, count: 1 << (NewPairs.filterBits - 6))
            for entry in keyed {
                let bit = NewPairs.bit(entry.key)
                filter[bit >> 6] |= 1 << UInt64(bit & 63)
            }
            return filter
        }
    }

    @inline(__always)
    private static func bit(_ key: UInt32) -> Int { Int(key >> UInt32(32 - filterBits)) }

    func scored(model: LinkageModel, workers: Int) async -> [ScoredPairs] {
        let ranges = Parallel.ranges(of: rows.upperBound, size: 1 << 15)
        return await Parallel.map(
            units: ranges.count, workers: workers, state: WeightCache(model),
            { [self] cache, unit in
                PairComparison.over(set) { comparison in
                    var scored = ScoredPairs()
                    for row in ranges[unit] { meet(row, comparison, &cache, &scored) }
                    return scored
                }
            })
    }

    /// Weighs one row, known or new, against the new rows that share a key with it and come after it.
    private func meet(
        _ row: Int, _ comparison: PairComparison, _ cache: inout WeightCache,
        _ scored: inout ScoredPairs
    ) {
        let own = lanes[row]
        for lane in 0..<BlockingKey.lanes where own[lane] != 0 {
            let bit = NewPairs.bit(own[lane])
            guard filters[lane][bit >> 6] >> UInt64(bit & 63) & 1 != 0 else { continue }
            let known = KeyTable.comparable(own, KeyTable.mask(below: lane))
            for entry in matches(lane, own[lane]) where Int(entry.row) > row {
                if any(known .== lanes[Int(entry.row)]) { continue }
                scored.add(row, Int(entry.row), comparison, &cache)
            }
        }
    }

    /// New rows with this key: no more than make a small group, see ``KnownKeys``.
    private func matches(_ lane: Int, _ key: UInt32) -> ArraySlice<KeyedRow> {
        let keyed = byKey[lane]
        var (low, high) = (0, keyed.count)
        while low < high {
            let middle = (low + high) / 2
            if keyed[middle].key < key { low = middle + 1 } else { high = middle }
        }
        var end = low
        while end < keyed.count, keyed[end].key == key { end += 1 }
        return keyed[low..<end]
    }
}
