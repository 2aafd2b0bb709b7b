import Civic
import Programme

/// Rows of the table of cases.
enum CaseTable {
    /// The cases of these candidates that lie in `scope`, and how they stand.
    static func histories(
        of numbers: [PersonNumber], in scope: Scope, _ reader: any SQLReader
    ) throws(Problem) -> [String: CaseHistory] {
        guard !numbers.isEmpty else { return [:] }
        var sql = SQLText()
        var all = [
            "c.number IN (\(sql.bind(numbers.map { .text($0.text) })))", "c.state <> 'merged'",
        ]
        if let condition = scope.caseCondition(on: "c", &sql) { all.append(condition) }
        var found: [String: CaseHistory] = [:]
        try reader.scan(
            """
            SELECT c.number, c.state, c.work, c.version, c.decider, c.decided_at
            FROM verification_case c WHERE \(all.joined(separator: " AND "))
            """, sql.values
        ) { row throws(Problem) in
            var fields = SQLFields(row)
            let number = fields.text()
            let (state, work) = (try fields.caseState(), try fields.workAnswer())
            found[number] = CaseHistory(
                state: state, work: work, version: fields.int(), decider: fields.optionalText(),
                decidedAt: fields.optionalInt().map { Instant(milliseconds: Int64($0)) })
        }
        return found
    }

    /// Keeps events of cases that have just been read, and what follows from them.
    static func append(
        _ events: [(number: String, event: CaseEvent)], _ policy: VerificationPolicy,
        _ writer: any SQLWriter
    ) throws(Problem) {
        try CaseEvents.append(events, writer)
        for (number, event) in events {
            try writer.execute(
                """
                UPDATE verification_case SET state = $2, work = $3, version = $4, decider = $5,
                decided_at = $6 WHERE number = $1
                """,
                [
                    .text(number), .text(event.state.rawValue), SQLValue(event.work?.rawValue),
                    SQLValue(event.seq), .text(event.actor), .integer(event.at.milliseconds),
                ])
        }
        try refresh(events.map(\.number), policy, writer)
    }

    /// Works out anew where candidates stand, from everybody's word.
    static func refresh(
        _ numbers: [String], _ policy: VerificationPolicy, _ writer: any SQLWriter
    ) throws(Problem) {
        var facts = try facts(of: numbers, writer)
        for (number, word) in try ConfirmationTable.all(about: numbers, writer) {
            facts[number]?.confirmations.append(word)
        }
        var byStanding: [CaseStanding: [String]] = [:]
        for (number, facts) in facts {
            byStanding[policy.standing(facts), default: []].append(number)
        }
        for (standing, numbers) in byStanding {
            var sql = SQLText()
            let value = sql.bind(.text(standing.rawValue))
            try writer.execute(
                """
                UPDATE verification_case SET standing = \(value)
                WHERE number IN (\(sql.bind(numbers.map { .text($0) })))
                """, sql.values)
        }
    }

    private static func facts(
        of numbers: [String], _ reader: any SQLReader
    ) throws(Problem) -> [String: CaseFacts] {
        guard !numbers.isEmpty else { return [:] }
        var sql = SQLText()
        var found: [String: CaseFacts] = [:]
        try reader.scan(
            """
            SELECT number, state, work, occupation, maker, decider FROM verification_case
            WHERE number IN (\(sql.bind(numbers.map { .text($0) }))) AND state <> 'merged'
            """, sql.values
        ) { row throws(Problem) in
            var fields = SQLFields(row)
            let number = fields.text()
            let (state, work) = (try fields.caseState(), try fields.workAnswer())
            found[number] = CaseFacts(
                state: state, work: work, occupation: fields.optionalText(),
                maker: fields.optionalText(), decider: fields.optionalText())
        }
        return found
    }
}

extension Scope {
    /// The condition that the case in table `table` lies in this scope; nil for the whole city.
    func caseCondition(on table: String, _ sql: inout SQLText) -> String? {
        var all: [String] = []
        if let areas { all.append(Scope.lives(in: areas, table, &sql)) }
        if let agency {
            all.append(
                """
                EXISTS (SELECT 1 FROM person q JOIN person_agency l ON l.person_id = q.id
                AND l.name_key = q.name_key WHERE q.number = \(table).number
                AND l.agency = \(sql.bind(.text(agency))))
                """)
        }
        return all.isEmpty ? nil : all.joined(separator: " AND ")
    }
}
