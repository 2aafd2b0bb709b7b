package import Civic
package import Programme

/// How much of one kind waits for somebody.
package struct Waiting: Sendable, Hashable {
    package let count: Int
    /// When the oldest came in.
    package let oldest: Day?
    /// The earliest day by which one should be done.
    package let due: Day?

    package init(count: Int, oldest: Day?, due: Day?) {
        self.count = count
        self.oldest = oldest
        self.due = due
    }

    package static let nothing = Waiting(count: 0, oldest: nil, due: nil)
}

extension CityStore {
    /// Cases in `scope` that stand so.
    package func waitingCases(
        standing: CaseStanding, in scope: Scope
    ) async throws(Problem) -> Waiting {
        try await waiting(["c.standing = '\(standing.rawValue)'"], scope)
    }

    /// Cases in `scope` that are due by `day` and still lack something.
    package func lateCases(dueBy day: Day, in scope: Scope) async throws(Problem) -> Waiting {
        let unfinished: [CaseStanding] = [.open, .field, .confirming, .conflict]
        let list = unfinished.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        return try await waiting(["c.standing IN (\(list))", "c.due <= \(day.number)"], scope)
    }

    /// What waits for an agency.
    package func waitingQuestions(_ ask: AgencyAsk) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let all = [ask.isAsked(ask.occupations, &sql), ask.isWaiting(&sql)]
            return try CityStore.waiting(all, sql, reader)
        }
    }

    /// Pairs of people in `scope` that somebody must judge; a pair is in it with either of both.
    package func waitingPairs(in scope: Scope) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let isVisible = scope.condition(on: "p", &sql)
            let condition = isVisible.map { " AND \($0)" } ?? ""
            let count = try reader.integer(
                """
                SELECT COUNT(*) FROM review_pair r WHERE r.state = 'open' AND EXISTS
                (SELECT 1 FROM person p WHERE p.id IN (r.person_a, r.person_b)\(condition))
                """, sql.values)
            return Waiting(count: count, oldest: nil, due: nil)
        }
    }

    private func waiting(_ conditions: [String], _ scope: Scope) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            var all = conditions
            if let condition = scope.caseCondition(on: "c", &sql) { all.append(condition) }
            return try CityStore.waiting(all, sql, reader)
        }
    }

    private static func waiting(
        _ conditions: [String], _ sql: SQLText, _ reader: any SQLReader
    ) throws(Problem) -> Waiting {
        let found = try reader.first(
            """
            SELECT COUNT(*), MIN(c.opened), MIN(c.due) FROM verification_case c
            WHERE \(conditions.joined(separator: " AND "))
            """, sql.values
        ) { fields in Waiting(count: fields.int(), oldest: fields.day(), due: fields.day()) }
        return found ?? .nothing
    }
}
