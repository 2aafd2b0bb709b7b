import Civic

/// The SQL of lists of pairs.
struct PairQuery {
    let sealer: Sealer
    let scope: Scope
    let state: ReviewState
    let reader: any SQLReader

    /// The most doubtful first: of those an answer tells most.
    private static let doubt = "abs(r.probability - 500)"

    private static let source = """
        review_pair r JOIN person a ON a.id = r.person_a JOIN person b ON b.id = r.person_b
        """

    func list(at position: PairPosition, limit: Int) throws(Problem) -> PairList {
        let total = try count()
        switch position {
        case .first: return try forward(from: nil, limit, total)
        case .after(let id): return try forward(from: try key(of: id), limit, total)
        case .before(let id):
            guard let key = try key(of: id) else { return try forward(from: nil, limit, total) }
            let found = try page(from: key, isForward: false, limit + 1)
            let pairs = Array(found.prefix(limit).reversed())
            return PairList(
                pairs: pairs, total: total,
                previous: found.count > limit ? pairs.first.map { .before($0.id) } : nil,
                next: pairs.last.map { .after($0.id) })
        }
    }

    private typealias Key = (doubt: Int, id: Int)

    private func forward(from key: Key?, _ limit: Int, _ total: Int) throws(Problem) -> PairList {
        let found = try page(from: key, isForward: true, limit + 1)
        let pairs = Array(found.prefix(limit))
        return PairList(
            pairs: pairs, total: total,
            previous: key == nil ? nil : pairs.first.map { .before($0.id) },
            next: found.count > limit ? pairs.last.map { .after($0.id) } : nil)
    }

    private func key(of id: Int) throws(Problem) -> Key? {
        try reader.first(
            "SELECT \(PairQuery.doubt), r.id FROM review_pair r WHERE r.id = $1", [SQLValue(id)]
        ) { fields in (fields.int(), fields.int()) }
    }

    /// How many pairs are in scope with both people.
    private func count() throws(Problem) -> Int {
        if scope.areas?.isEmpty == true { return 0 }
        var sql = SQLText()
        let isState = "r.state = \(sql.bind(.text(state.rawValue)))"
        guard scope != .city else {
            return try reader.integer(
                "SELECT COUNT(*) FROM review_pair r WHERE \(isState)", sql.values)
        }
        let conditions = ["a", "b"].compactMap { scope.condition(on: $0, &sql) }
        return try reader.integer(
            """
            SELECT COUNT(*) FROM \(PairQuery.source)
            WHERE \(([isState] + conditions).joined(separator: " AND "))
            """, sql.values)
    }

    /// The conditions that the first and that the second lie in scope.
    private func visible(_ sql: inout SQLText) -> (first: String, second: String) {
        (
            scope.condition(on: "a", &sql) ?? "1 = 1", scope.condition(on: "b", &sql) ?? "1 = 1"
        )
    }

    private func page(from key: Key?, isForward: Bool, _ limit: Int) throws(Problem) -> [PairItem] {
        var sql = SQLText()
        let seen = visible(&sql)
        var all = [
            "r.state = \(sql.bind(.text(state.rawValue)))", "(\(seen.first) OR \(seen.second))",
        ]
        if let key {
            let start = "(\(sql.bind(SQLValue(key.doubt))), \(sql.bind(SQLValue(key.id))))"
            all.append("(\(PairQuery.doubt), r.id) \(isForward ? ">" : "<") \(start)")
        }
        let order = isForward ? "ASC" : "DESC"
        return try items(
            seen, where: all,
            "ORDER BY \(PairQuery.doubt) \(order), r.id \(order) LIMIT \(limit)", sql)
    }

    func pair(_ id: Int) throws(Problem) -> PairItem? {
        var sql = SQLText()
        let seen = visible(&sql)
        return try items(
            seen,
            where: ["r.id = \(sql.bind(SQLValue(id)))", "(\(seen.first) OR \(seen.second))"], "",
            sql
        ).first
    }

    /// The open pair after this one that the reader may judge; the first one after the last.
    func next(after id: Int) throws(Problem) -> Int? {
        let key = try key(of: id)
        for start in [key, nil] where key != nil || start == nil {
            var sql = SQLText()
            let seen = visible(&sql)
            var all = [
                "r.state = 'open'", seen.first, seen.second, "r.id <> \(sql.bind(SQLValue(id)))",
            ]
            if let start {
                let bound = "(\(sql.bind(SQLValue(start.doubt))), \(sql.bind(SQLValue(start.id))))"
                all.append("(\(PairQuery.doubt), r.id) > \(bound)")
            }
            let found = try reader.first(
                """
                SELECT r.id FROM \(PairQuery.source) WHERE \(all.joined(separator: " AND "))
                ORDER BY \(PairQuery.doubt), r.id LIMIT 1
                """, sql.values
            ) { fields in fields.int() }
            if let found { return found }
        }
        return nil
    }

    private struct Row {
        let id: Int
        let first: Int
        let second: Int
        let numbers: (String, String)
        let seesFirst: Bool
        let seesSecond: Bool
        let probability: Int
        let weight: Int
        let findings: [PairFinding]
        let state: ReviewState
    }

    private func items(
        _ seen: (first: String, second: String), where conditions: [String], _ order: String,
        _ sql: SQLText
    ) throws(Problem) -> [PairItem] {
        let rows = try reader.all(
            """
            SELECT r.id, r.person_a, r.person_b, a.number, b.number,
            CASE WHEN \(seen.first) THEN 1 ELSE 0 END, CASE WHEN \(seen.second) THEN 1 ELSE 0 END,
            r.probability, r.weight, r.evidence, r.state
            FROM \(PairQuery.source) WHERE \(conditions.joined(separator: " AND ")) \(order)
            """, sql.values
        ) { fields throws(Problem) in
            let (id, first, second) = (fields.int(), fields.int(), fields.int())
            let numbers = (fields.text(), fields.text())
            let (seesFirst, seesSecond) = (fields.int() == 1, fields.int() == 1)
            let (probability, weight) = (fields.int(), fields.int())
            let findings = try PairFinding.all(fields.text())
            guard let state = ReviewState(rawValue: fields.text()) else {
                throw Problem.storeDamaged("review_pair.state")
            }
            return Row(
                id: id, first: first, second: second, numbers: numbers, seesFirst: seesFirst,
                seesSecond: seesSecond, probability: probability, weight: weight,
                findings: findings, state: state)
        }
        let people = try summaries(
            rows.flatMap { ($0.seesFirst ? [$0.first] : []) + ($0.seesSecond ? [$0.second] : []) })
        let proposals = try proposals()
        return rows.map { row in
            PairItem(
                id: row.id, first: people[row.first].map { .person($0) } ?? .elsewhere,
                second: people[row.second].map { .person($0) } ?? .elsewhere,
                probability: row.probability, weight: row.weight, findings: row.findings,
                state: row.state,
                proposal: proposals.first { $0.isAbout(row.numbers.0, row.numbers.1) })
        }
    }

    private func summaries(_ ids: [Int]) throws(Problem) -> [Int: PersonSummary] {
        guard !ids.isEmpty else { return [:] }
        var sql = SQLText()
        let list = sql.bind(Set(ids).sorted().map { SQLValue($0) })
        let reading = SummaryReading(sealer: sealer)
        let found = try reader.all(
            "SELECT \(SummaryReading.columns) FROM person p WHERE p.id IN (\(list))", sql.values
        ) { fields throws(Problem) in try reading.summary(&fields) }
        return Dictionary(found.map { ($0.id, $0.person) }, uniquingKeysWith: { $1 })
    }

    /// All that wait for a second person; never more than a few.
    private func proposals() throws(Problem) -> [LinkDecision] {
        try reader.all(
            """
            SELECT \(LinkDecisionTable.columns) FROM link_decision d
            WHERE d.kind = 'propose' AND \(LinkDecisionTable.isStanding) ORDER BY d.id DESC
            """, [], LinkDecisionTable.decision)
    }

    /// The latest decision about the two of a pair that stands.
    func latest(_ id: Int) throws(Problem) -> LinkDecision? {
        let numbers = try reader.first(
            "SELECT a.number, b.number FROM \(PairQuery.source) WHERE r.id = $1", [SQLValue(id)]
        ) { fields in (fields.text(), fields.text()) }
        guard let numbers else { return nil }
        return try LinkDecisionTable(reader: reader).latest(
            between: try PersonAlias.all(of: numbers.0, reader),
            and: try PersonAlias.all(of: numbers.1, reader))
    }
}
