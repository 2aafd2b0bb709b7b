import Civic

/// Two rows that may be one person.
struct Edge: BitwiseCopyable, Sendable {
    var left: UInt32
    var right: UInt32
    var weight: Float

    /// Brings edges into the order in which rows are gathered: strongest first, ties by what the
    /// rows say, so that neither the order of the lists nor that of their rows matters. Of an edge
    /// that was found more than once, one stays.
    static func sort(_ edges: inout [Edge], _ records: [Record]) {
        var keyed = edges.map { edge in Keyed(key: edge.sortKey(records), edge: edge) }
        keyed.sort {
            ($0.key, $0.edge.left, $0.edge.right) < ($1.key, $1.edge.left, $1.edge.right)
        }
        edges.removeAll(keepingCapacity: true)
        for entry in keyed {
            if let last = edges.last, last.left == entry.edge.left, last.right == entry.edge.right {
                continue
            }
            edges.append(entry.edge)
        }
    }

    private struct Keyed: BitwiseCopyable {
        let key: UInt64
        let edge: Edge
    }

    /// The weight, largest first, and behind it a digest of what both rows say.
    private func sortKey(_ records: [Record]) -> UInt64 {
        let (a, b) = (records[Int(left)].content, records[Int(right)].content)
        let contents = SeededGenerator.mix(min(a, b) &+ SeededGenerator.mix(max(a, b)))
        // The bits of a number of either sign in the order of the numbers.
        let bits = weight.bitPattern
        let ascending = bits >> 31 == 0 ? bits | 1 << 31 : ~bits
        return UInt64(~ascending) << 32 | contents >> 32
    }

    func pair(_ order: RowOrder) -> ScoredPair {
        let (a, b) = (order.row(at: Int(left)), order.row(at: Int(right)))
        return ScoredPair(left: min(a, b), right: max(a, b), weight: weight)
    }
}
