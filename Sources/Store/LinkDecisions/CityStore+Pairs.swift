package import Civic

extension CityStore {
    /// One page of the pairs in `state` of which at least one person lies in `scope`.
    package func pairs(
        in scope: Scope, _ state: ReviewState = .open, at position: PairPosition = .first,
        limit: Int
    ) async throws(Problem) -> PairList {
        precondition(limit >= 1, "a page holds at least one pair")
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let query = PairQuery(sealer: sealer, scope: scope, state: state, reader: reader)
            return try query.list(at: position, limit: limit)
        }
    }

    /// Nil when there is no such pair, or nobody of the two in `scope`.
    package func pair(_ id: Int, in scope: Scope) async throws(Problem) -> PairRecord? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let query = PairQuery(sealer: sealer, scope: scope, state: .open, reader: reader)
            guard let item = try query.pair(id) else { return nil }
            let people = PersonReading(sealer: sealer, reader: reader)
            func record(_ side: PairSide) throws(Problem) -> PersonRecord? {
                guard let number = side.summary?.number else { return nil }
                return try people.record(number, scope)
            }
            let latest = try query.latest(id)
            return PairRecord(
                item: item, first: try record(item.first), second: try record(item.second),
                latest: latest,
                note: try latest.flatMap { (decision) throws(Problem) in
                    try LinkNotes(sealer: sealer, reader: reader).note(of: decision.id)
                }, next: try query.next(after: id))
        }
    }

    /// The latest decisions that stand about people who all lie in `scope`, latest first, beginning
    /// before decision `before`.
    package func linkDecisions(
        in scope: Scope, before: Int? = nil, limit: Int
    ) async throws(Problem) -> [LinkDecision] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let start = sql.bind(SQLValue(before ?? Int.max))
            let conditions = ["a", "b"].compactMap { scope.condition(on: $0, &sql) }
            let isVisible = conditions.isEmpty ? "1 = 1" : conditions.joined(separator: " AND ")
            return try reader.all(
                """
                SELECT \(LinkDecisionTable.columns) FROM link_decision d
                JOIN person a ON a.number = COALESCE((SELECT l.survivor FROM person_alias l
                WHERE l.number = d.first_number), d.first_number)
                JOIN person b ON b.number = COALESCE((SELECT l.survivor FROM person_alias l
                WHERE l.number = d.second_number), d.second_number)
                WHERE d.id < \(start) AND d.kind NOT IN ('undo', 'refuse')
                AND \(LinkDecisionTable.isStanding) AND \(isVisible)
                ORDER BY d.id DESC LIMIT \(limit)
                """, sql.values, LinkDecisionTable.decision)
        }
    }

    /// A decision about people who lie in `scope`; nil otherwise.
    package func linkDecision(
        _ id: Int, in scope: Scope
    ) async throws(Problem) -> LinkDecision? {
        try await linkDecisions(in: scope, before: id + 1, limit: 1).first { $0.id == id }
    }
}
