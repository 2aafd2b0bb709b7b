import Civic

@testable import Linkage

/// Every candidate pair of some lists, as the walk tells them.
struct Visits {
    let rows: RecordSet
    let table: KeyTable
    /// In the order in which they were told.
    let pairs: [Pair]

    /// Two positions of records.
    struct Pair: Hashable, Sendable {
        let left: Int
        let right: Int
    }

    init(_ lists: [List], workers: Int = 2, every: Int = 1) async {
        rows = await RecordSet(lists.map(\.source))
        table = await KeyTable(rows, workers: workers)
        let walk = CandidateWalk(rows, table, workers: workers, every: every)
        let parts = await walk.visit(
            state: (), begin: [Pair](),
            { _, pairs, _, left, right in pairs.append(Pair(left: left, right: right)) })
        pairs = parts.flatMap { $0 }
    }

    var perRow: Double { Double(pairs.count) / Double(max(1, rows.records.count)) }

    /// Keys of all rows, read one by one, by row and then by key.
    var keys: [[UInt32]] {
        rows.withBuffers { buffers in
            let reader = KeyReader(buffers, attributeCount: rows.attributeCount)
            return buffers.records.indices.map { row in
                table.keys.map { reader.value($0, of: row, buffers.records[row]) }
            }
        }
    }

    /// What pairs of rows should be told, by looking at each.
    struct Expected {
        /// Rows that share a key with few others.
        var shared: Set<Pair> = []
        /// Rows that share only keys which are frequent; some of them are told.
        var sharedByMany: Set<Pair> = []
    }

    var expected: Expected {
        let keys = keys
        let lanes = table.keys.indices
        let sizes = lanes.map { lane in
            Dictionary(grouping: keys) { $0[lane] }.mapValues(\.count)
        }
        let members = keys.map { row in lanes.map { sizes[$0][row[$0]] ?? 0 } }
        var expected = Expected()
        for left in keys.indices {
            for right in left + 1..<keys.count {
                let (a, b, counts) = (keys[left], keys[right], members[left])
                var smallest = Int.max
                for lane in lanes where a[lane] == b[lane] && a[lane] != 0 {
                    smallest = min(smallest, counts[lane])
                }
                if smallest <= KeyTable.groupMax {
                    expected.shared.insert(Pair(left: left, right: right))
                } else if smallest < Int.max {
                    expected.sharedByMany.insert(Pair(left: left, right: right))
                }
            }
        }
        return expected
    }
}
