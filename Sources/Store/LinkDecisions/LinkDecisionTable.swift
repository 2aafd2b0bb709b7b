import Civic

/// Rows of the table of decisions.
struct LinkDecisionTable {
    let reader: any SQLReader

    static let columns = "d.id, d.kind, d.first_number, d.second_number, d.of_id, d.actor, d.at"

    /// The condition that nobody took decision `d` back, refused or confirmed it.
    static let isStanding = "NOT EXISTS (SELECT 1 FROM link_decision u WHERE u.of_id = d.id)"

    static func decision(_ fields: inout SQLFields) throws(Problem) -> LinkDecision {
        let (id, kind) = (fields.int(), LinkKind(rawValue: fields.text()))
        guard let kind else { throw Problem.storeDamaged("link_decision.kind") }
        return LinkDecision(
            id: id, kind: kind, first: fields.text(), second: fields.text(),
            of: fields.optionalInt(), actor: fields.text(),
            at: Instant(milliseconds: fields.integer()))
    }

    func decision(_ id: Int) throws(Problem) -> LinkDecision? {
        try reader.first(
            "SELECT \(LinkDecisionTable.columns) FROM link_decision d WHERE d.id = $1",
            [SQLValue(id)], LinkDecisionTable.decision)
    }

    /// What took decision `id` back, refused or confirmed it.
    func answer(to id: Int) throws(Problem) -> LinkDecision? {
        try reader.first(
            "SELECT \(LinkDecisionTable.columns) FROM link_decision d WHERE d.of_id = $1",
            [SQLValue(id)], LinkDecisionTable.decision)
    }

    /// The latest decision that still stands about two of whom each may have several numbers.
    func latest(between some: [String], and others: [String]) throws(Problem) -> LinkDecision? {
        var sql = SQLText()
        let (one, other) = (sql.bind(some.map { .text($0) }), sql.bind(others.map { .text($0) }))
        return try reader.first(
            """
            SELECT \(LinkDecisionTable.columns) FROM link_decision d
            WHERE d.kind IN ('propose', 'same', 'different', 'unsure')
            AND ((d.first_number IN (\(one)) AND d.second_number IN (\(other)))
            OR (d.first_number IN (\(other)) AND d.second_number IN (\(one))))
            AND \(LinkDecisionTable.isStanding)
            ORDER BY d.id DESC LIMIT 1
            """, sql.values, LinkDecisionTable.decision)
    }

    /// Every decision behind `id`, in order.
    func all(after id: Int) throws(Problem) -> [LinkDecision] {
        try reader.all(
            "SELECT \(LinkDecisionTable.columns) FROM link_decision d WHERE d.id > $1 ORDER BY d.id",
            [SQLValue(id)], LinkDecisionTable.decision)
    }

    func last() throws(Problem) -> Int {
        try reader.integer("SELECT COALESCE(MAX(id), 0) FROM link_decision")
    }

    func marks(of id: Int, side: Int) throws(Problem) -> Set<LinkMark> {
        Set(
            try reader.all(
                "SELECT mark FROM link_anchor WHERE decision_id = $1 AND side = $2",
                [SQLValue(id), SQLValue(side)]
            ) { fields in LinkMark(bytes: fields.bytes()) })
    }

    /// The last decision that the latest run took into account.
    func taken() throws(Problem) -> Int {
        try Setting.value(.decisionsTaken, reader).flatMap { Int($0) } ?? 0
    }
}

extension LinkDecisionTable {
    /// Adds a decision with the marks of both sides.
    static func insert(
        _ kind: LinkKind, _ first: String, _ second: String, of original: Int? = nil,
        marks: (first: Set<LinkMark>, second: Set<LinkMark>) = ([], []), by act: Act,
        _ writer: any SQLWriter
    ) throws(Problem) -> LinkDecision {
        let id = try LinkDecisionTable(reader: writer).last() + 1
        try writer.execute(
            """
            INSERT INTO link_decision
            (id, kind, first_number, second_number, of_id, actor, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                SQLValue(id), .text(kind.rawValue), .text(first), .text(second),
                SQLValue(original), .text(act.actor), .integer(act.at.milliseconds),
            ])
        for (side, marks) in [(1, marks.first), (2, marks.second)] {
            let values = marks.flatMap { [SQLValue(id), SQLValue(side), .bytes($0.bytes)] }
            try writer.insert(into: "link_anchor", ["decision_id", "side", "mark"], values)
        }
        return LinkDecision(
            id: id, kind: kind, first: first, second: second, of: original, actor: act.actor,
            at: act.at)
    }
}
