/// The keys of all rows, and for each key the groups of rows that share it.
struct KeyTable: Sendable {
    typealias Lanes = SIMD16<UInt32>

    /// Rows with one key are all compared up to this many; a larger group would cost the square of
    /// its size, and a key that so many rows share tells little. See ``large``.
    static let groupMax = 48
    /// Marks the first row of a group in ``orders``.
    static let start: UInt32 = 1 << 31

    /// Columns beyond a person's, those that tell most first.
    let columns: [Int]
    let keys: [BlockingKey]
    /// Keys of each row, by lane; 0 where the row has no such key or shares it with too many.
    let lanes: SharedBuffer<Lanes>
    /// By key: the rows of groups of two to ``groupMax``, group after group.
    let orders: [[UInt32]]
    /// Groups beyond ``groupMax`` of all keys, in the order of keys.
    let large: [LargeGroup]

    /// Rows that share a key with too many others.
    struct LargeGroup: Sendable {
        let lane: Int
        let key: UInt32
        let rows: [UInt32]
    }

    /// - Parameters:
    ///   - set: the rows.
    ///   - columns: beyond a person's, those that tell most first; nil to count their values.
    ///   - workers: how many cores to use.
    init(_ set: RecordSet, columns: [Int]? = nil, workers: Int) async {
        let columns = columns ?? KeyTable.columnsByValues(set)
        let keys = BlockingKey.with(columns: columns)
        let lanes = await KeyTable.lanes(set, keys, workers)
        let grouped = await Parallel.map(units: keys.count, workers: workers) { lane in
            KeyTable.group(lane, lanes, rows: set.records.count)
        }
        self.columns = columns
        self.keys = keys
        self.lanes = lanes
        orders = grouped.map(\.order)
        large = grouped.flatMap(\.large)
    }

    /// The keys in whose groups both rows are.
    func keysShared(_ left: Int, _ right: Int) -> [BlockingKey] {
        let (a, b) = (lanes.readOnly[left], lanes.readOnly[right])
        return keys.indices.filter { a[$0] != 0 && a[$0] == b[$0] }.map { keys[$0] }
    }

    private static func columnsByValues(_ set: RecordSet) -> [Int] {
        let counts = (0..<set.attributeCount).map { column in
            var met = [Bool](repeating: false, count: set.words.values.tokens.count + 1)
            for start in stride(from: column, to: set.attributes.count, by: set.attributeCount) {
                met[Int(set.attributes[start])] = true
            }
            return met.count { $0 }
        }
        return counts.indices.sorted { (counts[$1], $0) < (counts[$0], $1) }
    }

    private static func lanes(
        _ set: RecordSet, _ keys: [BlockingKey], _ workers: Int
    ) async -> SharedBuffer<Lanes> {
        let lanes = SharedBuffer(repeating: Lanes(repeating: 0), count: set.records.count)
        let ranges = Parallel.ranges(of: set.records.count, size: 1 << 15)
        _ = await Parallel.map(units: ranges.count, workers: workers) { unit in
            set.withBuffers { buffers in
                let reader = KeyReader(buffers, attributeCount: set.attributeCount)
                for row in ranges[unit]
                where !buffers.records[row].flags.contains(.withdrawn) {
                    lanes.elements[row] = reader.lanes(keys, of: row, buffers.records[row])
                }
            }
        }
        return lanes
    }

    /// Sorts the rows under the key of one lane. Writes zeros over that lane where groups are too
    /// large, so that a key left in a lane always stands for pairs that were all visited.
    private static func group(
        _ lane: Int, _ lanes: SharedBuffer<Lanes>, rows: Int
    ) -> (order: [UInt32], large: [LargeGroup]) {
        let values = UnsafeMutableRawPointer(lanes.elements.baseAddress).map {
            $0.assumingMemoryBound(to: UInt32.self)
        }
        guard let values else { return ([], []) }
        var keyed: [KeyedRow] = []
        for row in 0..<rows where values[row * BlockingKey.lanes + lane] != 0 {
            keyed.append(KeyedRow(key: values[row * BlockingKey.lanes + lane], row: UInt32(row)))
        }
        RadixSort.sort(&keyed)
        var order: [UInt32] = []
        var large: [LargeGroup] = []
        var start = 0
        while start < keyed.count {
            var end = start + 1
            while end < keyed.count, keyed[end].key == keyed[start].key { end += 1 }
            if end - start > groupMax {
                large.append(
                    LargeGroup(
                        lane: lane, key: keyed[start].key, rows: keyed[start..<end].map(\.row)))
                for index in start..<end {
                    values[Int(keyed[index].row) * BlockingKey.lanes + lane] = 0
                }
            } else if end - start > 1 {
                order.append(keyed[start].row | KeyTable.start)
                for index in start + 1..<end { order.append(keyed[index].row) }
            }
            start = end
        }
        return (order, large)
    }

    // MARK: Pairs met before

    /// The keys in the lanes of `mask`, and 2, which no key is (they are odd), in all other lanes
    /// and where there is no key.
    @inline(__always)
    static func comparable(
        _ lanes: Lanes, _ mask: Lanes
    ) -> Lanes {
        let kept = lanes & mask
        return kept | (((kept & 1) ^ 1) &+ ((kept & 1) ^ 1))
    }

    static func mask(below lane: Int) -> Lanes {
        var mask = Lanes(repeating: 0)
        for index in 0..<lane { mask[index] = ~0 }
        return mask
    }
}
