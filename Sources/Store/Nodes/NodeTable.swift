import Civic

/// The nodes that work with a store.
enum NodeTable {
    /// A node that was not seen for so long, in milliseconds, is not counted as living.
    private static let silenceMax: Int64 = 60_000

    /// The names of nodes that were seen lately, in order.
    static func living(at instant: Instant, _ reader: any SQLReader) throws(Problem) -> [String] {
        try reader.all(
            "SELECT id FROM node WHERE seen_at >= $1 ORDER BY id",
            [.integer((instant + -silenceMax).milliseconds)]
        ) { fields in fields.text() }
    }
}
