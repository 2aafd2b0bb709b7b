package import Civic
package import Programme

extension CityStore {
    /// One page, of 1 to `limit` cases, of the queue that `filter` describes, as far as `scope`
    /// reaches. When the case at `position` is gone, the list begins anew.
    package func cases(
        matching filter: CaseFilter, in scope: Scope, at position: PagePosition = .first,
        limit: Int
    ) async throws(Problem) -> CaseList {
        precondition(limit >= 1, "a page holds at least one case")
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let query = CaseQuery(
                filter: filter, scope: scope, sealer: try sealer.named(by: reader))
            let total = try query.count(reader)
            return try CasePager(query: query, limit: limit).page(position, total, reader)
        }
    }

    /// How far the work in `scope` is, and how much of it `actor` did since `dayStart`.
    package func queueCounts(
        in scope: Scope, of actor: String, since dayStart: Instant
    ) async throws(Problem) -> QueueCounts {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            func count(_ state: CaseState) throws(Problem) -> Int {
                var filter = CaseFilter()
                filter.states = [state]
                return try CaseQuery(filter: filter, scope: scope, sealer: sealer).count(reader)
            }
            let own = try QueueDone.moments(of: actor, since: dayStart, reader)
            return QueueCounts(
                waiting: try count(.open), inField: try count(.field), doneByMe: own.count,
                doneByAll: try QueueDone.count(in: scope, since: dayStart, reader),
                moments: Array(own.prefix(Pace.decisionsMax)))
        }
    }

    /// One case as a list shows it; nil when there is none in `scope`.
    package func queueCase(
        _ number: PersonNumber, in scope: Scope
    ) async throws(Problem) -> QueueCase? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try CaseReading(sealer: sealer).one(number, scope, reader)
        }
    }

    /// Those of these cases that lie in `scope`, in the order of the names.
    package func queueCases(
        _ numbers: [PersonNumber], in scope: Scope
    ) async throws(Problem) -> [QueueCase] {
        guard !numbers.isEmpty else { return [] }
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            var all = ["c.number IN (\(sql.bind(numbers.map { .text($0.text) })))"]
            if let condition = scope.caseCondition(on: "c", &sql) { all.append(condition) }
            return try reader.all(
                """
                SELECT \(CaseReading.columns) FROM verification_case c
                JOIN person p ON p.number = c.number
                WHERE \(all.joined(separator: " AND ")) ORDER BY c.name_key, c.number
                """, sql.values, CaseReading(sealer: sealer).row)
        }
    }

    /// Everything about one case; nil when there is none in `scope`.
    package func caseFile(
        _ number: PersonNumber, in scope: Scope
    ) async throws(Problem) -> CaseFile? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            guard let found = try CaseReading(sealer: sealer).one(number, scope, reader),
                let record = try PersonReading(sealer: sealer, reader: reader)
                    .record(number.text, scope)
            else { return nil }
            let events = try CaseEvents.all(of: number.text, reader)
            let words = try ConfirmationTable.all(about: [number.text], reader).map(\.word)
            let logins = events.map(\.actor) + words.map(\.actor) + [found.maker ?? ""]
            return CaseFile(
                listed: found, record: record, events: events,
                facts: CaseFacts(
                    state: found.state, work: found.work, occupation: found.person.occupation,
                    maker: found.maker, decider: found.decider, confirmations: words),
                names: try AccountTable.names(of: Set(logins), reader))
        }
    }

    /// The names of accounts, by login.
    package func accountNames(of logins: Set<String>) async throws(Problem) -> [String: String] {
        try await engine.read { reader throws(Problem) in
            try AccountTable.names(of: logins, reader)
        }
    }
}

/// Everything about one case.
package struct CaseFile: Sendable {
    package let listed: QueueCase
    package let record: PersonRecord
    /// Oldest first.
    package let events: [CaseEvent]
    package let facts: CaseFacts
    /// Names of accounts, by login.
    package let names: [String: String]

    /// Whether the latest decision can still be taken back.
    package func canUndo(_ policy: VerificationPolicy, at now: Instant) -> Bool {
        CaseEvent.undo(events, policy, by: Act(actor: "", at: now)) != nil
    }
}

extension AccountTable {
    static func names(
        of logins: Set<String>, _ reader: any SQLReader
    ) throws(Problem) -> [String: String] {
        guard !logins.isEmpty else { return [:] }
        var sql = SQLText()
        let list = sql.bind(logins.sorted().map { .text($0) })
        var names: [String: String] = [:]
        try reader.scan(
            "SELECT login, name FROM account WHERE login IN (\(list))", sql.values
        ) { row throws(Problem) in names[row.text(0)] = row.text(1) }
        return names
    }
}

/// What was decided since a day began.
enum QueueDone {
    private static let kinds = "('approve', 'refuse', 'field')"

    /// When `actor` decided the cases that are still as `actor` left them, latest first.
    static func moments(
        of actor: String, since start: Instant, _ reader: any SQLReader
    ) throws(Problem) -> [Int64] {
        try reader.all(
            """
            SELECT MAX(e.at) AS latest FROM verification_event e
            WHERE e.actor = $1 AND e.at >= $2 AND e.kind IN \(kinds)
            AND NOT EXISTS (SELECT 1 FROM verification_event u
                WHERE u.number = e.number AND u.undoes = e.seq)
            GROUP BY e.number ORDER BY latest DESC
            """, [.text(actor), .integer(start.milliseconds)]
        ) { fields in fields.integer() }
    }

    /// How many cases of `scope` somebody decided. The events of a day lie together at the end of
    /// their table.
    static func count(
        in scope: Scope, since start: Instant, _ reader: any SQLReader
    ) throws(Problem) -> Int {
        let before = try reader.integer(
            "SELECT id FROM verification_event WHERE at < $1 ORDER BY id DESC LIMIT 1",
            [.integer(start.milliseconds)])
        var sql = SQLText()
        var all = ["e.id > \(sql.bind(SQLValue(before)))", "c.number = e.number"]
        all.append("c.state <> 'open'")
        if let condition = scope.caseCondition(on: "c", &sql) { all.append(condition) }
        return try reader.integer(
            """
            SELECT COUNT(DISTINCT e.number) FROM verification_event e
            CROSS JOIN verification_case c
            WHERE \(all.joined(separator: " AND ")) AND e.kind IN \(kinds)
            """, sql.values)
    }
}

private struct CasePager {
    let query: CaseQuery
    let limit: Int

    func page(
        _ position: PagePosition, _ total: Int, _ reader: any SQLReader
    ) throws(Problem) -> CaseList {
        let page = KeyedPage<CaseQuery.Key, QueueCase>(
            limit: limit,
            key: { cursor throws(Problem) in try key(of: cursor, reader) },
            rows: { key, direction, limit throws(Problem) in
                try query.page(from: key, direction, limit: limit, reader)
            }, number: { $0.person.number })
        let content = try page.read(position)
        return CaseList(
            cases: content.rows, total: total, previous: content.previous, next: content.next)
    }

    private func key(
        of cursor: PersonCursor, _ reader: any SQLReader
    ) throws(Problem) -> CaseQuery.Key? {
        try reader.first(
            "SELECT name_key, number FROM verification_case WHERE number = $1",
            [.text(cursor.number)]
        ) { fields in CaseQuery.Key(name: fields.text(), number: fields.text()) }
    }
}
