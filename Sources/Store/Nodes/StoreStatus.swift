package import Civic

/// What whoever runs a store wants to watch. Nothing about people.
package struct StoreStatus: Sendable, Hashable {
    /// How many steps of the schema the store has, and how many this program knows.
    package let schema: Int
    package let knownSchema: Int
    /// Number of the last event, and when it happened.
    package let journalLength: Int
    package let lastEventAt: Instant?
    package let jobs: [JobState: Int]
    /// Nodes that were seen lately.
    package let nodes: Int
    /// When the last verified backup was made; nil when none is known.
    package let lastBackup: Instant?

    package var isSchemaRight: Bool { schema == knownSchema }
}

extension CityStore {
    package func status(at instant: Instant) async throws(Problem) -> StoreStatus {
        try await engine.read { reader throws(Problem) in
            var jobs: [JobState: Int] = [:]
            for state in JobState.allCases { jobs[state] = 0 }
            try reader.scan("SELECT state, COUNT(*) FROM job GROUP BY state", []) {
                row throws(Problem) in
                if let state = JobState(rawValue: row.text(0)) { jobs[state] = Int(row.integer(1)) }
            }
            return StoreStatus(
                schema: try reader.integer("SELECT COUNT(*) FROM migration"),
                knownSchema: Migration.all.count,
                journalLength: try reader.integer("SELECT last_id FROM journal_head WHERE id = 1"),
                lastEventAt: try reader.first("SELECT at FROM journal ORDER BY id DESC LIMIT 1") {
                    fields in Instant(milliseconds: fields.integer())
                },
                jobs: jobs,
                nodes: try NodeTable.living(at: instant, reader).count,
                lastBackup: try Setting.lastBackup(reader))
        }
    }
}
