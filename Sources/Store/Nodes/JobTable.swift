import Civic

/// Rows of the table of jobs.
struct JobTable {
    private static let claimColumns = "key, kind, payload, fence, attempts, progress"
    private static let recordColumns = """
        key, kind, state, run_after, attempts, node, progress, fault, created_at, finished_at
        """

    static func insert(
        _ job: NewJob, at instant: Instant, _ writer: any SQLWriter
    ) throws(Problem) -> Bool {
        var payload = JSONText()
        payload.object(job.payload)
        let changed = try writer.execute(
            """
            INSERT INTO job
            (key, kind, payload, state, run_after, attempts, fence, beat, progress, created_at)
            VALUES ($1, $2, $3, 'waiting', $4, 0, 0, 0, '', $5)
            ON CONFLICT (key) DO NOTHING
            """,
            [
                .text(job.key), .text(job.kind), .text(payload.text),
                .integer(job.runAfter.milliseconds), .integer(instant.milliseconds),
            ])
        return changed == 1
    }

    /// Those of `keys` that are jobs already.
    static func known(_ keys: [String], _ reader: any SQLReader) throws(Problem) -> Set<String> {
        var sql = SQLText()
        let list = sql.bind(keys.map { .text($0) })
        let found = try reader.all("SELECT key FROM job WHERE key IN (\(list))", sql.values) {
            fields in fields.text()
        }
        return Set(found)
    }

    /// The key of the oldest job of these kinds that may be taken: one that is due, or one whose
    /// lease is among the `abandoned`.
    static func next(
        of kinds: [String], at instant: Instant, abandoned: [JobLease], _ reader: any SQLReader
    ) throws(Problem) -> String? {
        guard !kinds.isEmpty else { return nil }
        var sql = SQLText()
        let list = sql.bind(kinds.map { .text($0) })
        let now = sql.bind(.integer(instant.milliseconds))
        let lapsed = Set(abandoned)
        let found = try reader.all(
            """
            SELECT key, fence, beat, state FROM job
            WHERE kind IN (\(list))
            AND (state = 'running' OR (state = 'waiting' AND run_after <= \(now)))
            ORDER BY run_after, key
            """, sql.values
        ) { fields in
            let lease = JobLease(key: fields.text(), fence: fields.int(), beat: fields.int())
            return (lease: lease, isWaiting: fields.text() == JobState.waiting.rawValue)
        }
        return found.first { $0.isWaiting || lapsed.contains($0.lease) }?.lease.key
    }

    static func take(
        _ key: String, for node: String, _ writer: any SQLWriter
    ) throws(Problem) -> JobClaim? {
        try writer.first(
            """
            UPDATE job SET state = 'running', node = $1, fence = fence + 1, beat = 0,
            attempts = attempts + 1
            WHERE key = $2 RETURNING \(claimColumns)
            """, [.text(node), .text(key)]
        ) { fields throws(Problem) in
            JobClaim(
                key: fields.text(), kind: fields.text(),
                payload: try StoredList.object(fields.text()), fence: fields.int(),
                attempts: fields.int(), progress: fields.text())
        }
    }

    /// Changes a job that `claim` still holds; false when it does not.
    static func change(
        _ claim: JobClaim, _ assignments: (inout SQLText) -> String, _ writer: any SQLWriter
    ) throws(Problem) -> Bool {
        var sql = SQLText()
        let set = assignments(&sql)
        let isThis = "key = \(sql.bind(.text(claim.key)))"
        let isHeld = "fence = \(sql.bind(SQLValue(claim.fence))) AND state = 'running'"
        let changed = try writer.execute(
            "UPDATE job SET \(set) WHERE \(isThis) AND \(isHeld)", sql.values)
        return changed == 1
    }

    static func leases(_ reader: any SQLReader) throws(Problem) -> [JobLease] {
        try reader.all("SELECT key, fence, beat FROM job WHERE state = 'running'") { fields in
            JobLease(key: fields.text(), fence: fields.int(), beat: fields.int())
        }
    }

    static func records(
        _ condition: String, _ values: [SQLValue], _ reader: any SQLReader
    ) throws(Problem) -> [JobRecord] {
        try reader.all("SELECT \(recordColumns) FROM job \(condition)", values) {
            fields throws(Problem) in
            let (key, kind) = (fields.text(), fields.text())
            guard let state = JobState(rawValue: fields.text()) else {
                throw Problem.storeDamaged("job.state")
            }
            return JobRecord(
                key: key, kind: kind, state: state,
                runAfter: Instant(milliseconds: fields.integer()), attempts: fields.int(),
                node: fields.optionalText(), progress: fields.text(),
                fault: fields.optionalText(),
                createdAt: Instant(milliseconds: fields.integer()),
                finishedAt: fields.optionalInt().map { Instant(milliseconds: Int64($0)) })
        }
    }
}
