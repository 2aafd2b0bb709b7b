import Civic
import Programme

/// Rows of the tables of lists and of the people on them.
enum RoundTable {
    /// Whoever has left the kelurahan or was erased is on no list any more.
    private static let isThere =
        "c.number = q.number AND c.village = r.village AND c.name_key <> ''"

    /// Lists that `condition` on `r` describes, newest first.
    static func summaries(
        where condition: String, _ values: [SQLValue], limit: Int, _ reader: any SQLReader
    ) throws(Problem) -> [RoundSummary] {
        try reader.all(
            """
            SELECT r.id, r.village, r.rw, r.witness, r.actor, r.created_at, r.expires_at,
            r.closed_at, COUNT(c.number),
            COUNT(CASE WHEN c.number IS NOT NULL THEN q.answer END), MAX(q.answered_at)
            FROM confirmation_round r LEFT JOIN round_person q ON q.round_id = r.id
            LEFT JOIN verification_case c ON \(isThere)
            WHERE \(condition)
            GROUP BY r.id, r.village, r.rw, r.witness, r.actor, r.created_at, r.expires_at,
            r.closed_at ORDER BY r.id DESC LIMIT \(limit)
            """, values, summary)
    }

    /// The list if it lies in `scope`.
    static func summary(
        _ id: Int, in scope: Scope, _ reader: any SQLReader
    ) throws(Problem) -> RoundSummary? {
        var sql = SQLText()
        let isThis = "r.id = \(sql.bind(SQLValue(id)))"
        let isInScope = scope.roundCondition(on: "r", &sql)
        return try summaries(
            where: "\(isThis) AND \(isInScope)", sql.values, limit: 1, reader
        ).first
    }

    static func members(of id: Int, _ reader: any SQLReader) throws(Problem) -> [RoundMember] {
        try reader.all(
            """
            SELECT q.place, q.number, p.name, p.occupation, q.answer
            FROM round_person q JOIN confirmation_round r ON r.id = q.round_id
            JOIN verification_case c ON \(isThere) JOIN person p ON p.number = q.number
            WHERE q.round_id = $1 ORDER BY q.place
            """, [SQLValue(id)]
        ) { fields throws(Problem) in
            let place = fields.int()
            let number = PersonNumber(known: fields.text())
            let (name, occupation) = (fields.text(), fields.optionalText())
            let answer = try fields.optionalText().map { (text) throws(Problem) in
                guard let answer = Confirmation.Answer(rawValue: text) else {
                    throw Problem.storeDamaged("round_person.answer")
                }
                return answer
            }
            return RoundMember(
                place: place, number: number, name: name, occupation: occupation, answer: answer)
        }
    }

    static func insert(
        _ round: NewRound, _ people: [WardCandidate], until expiry: Instant, by act: Act,
        key: String, _ writer: any SQLWriter
    ) throws(Problem) -> Int {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM confirmation_round") + 1
        try writer.execute(
            """
            INSERT INTO confirmation_round
            (id, key, district, village, rw, witness, actor, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                SQLValue(id), .text(key), .text(round.village.district.description),
                .text(round.village.description), SQLValue(round.rw), .text(round.witness),
                .text(act.actor), .integer(act.at.milliseconds), .integer(expiry.milliseconds),
            ])
        var values: [SQLValue] = []
        for (place, person) in people.enumerated() {
            values += [SQLValue(id), SQLValue(place + 1), .text(person.number.text)]
        }
        try writer.insert(into: "round_person", ["round_id", "place", "number"], values)
        return id
    }

    private static func summary(_ fields: inout SQLFields) throws(Problem) -> RoundSummary {
        let id = fields.int()
        guard let village = fields.place() else {
            throw Problem.storeDamaged("confirmation_round.village")
        }
        return RoundSummary(
            id: id, village: village, rw: fields.int(), witness: fields.text(),
            actor: fields.text(), createdAt: Instant(milliseconds: fields.integer()),
            expiresAt: Instant(milliseconds: fields.integer()),
            closedAt: fields.optionalInt().map { Instant(milliseconds: Int64($0)) },
            people: fields.int(), answered: fields.int(),
            answeredAt: fields.optionalInt().map { Instant(milliseconds: Int64($0)) })
    }
}

extension Scope {
    /// The condition that the list in table `round` lies in this scope. Agencies have no lists.
    func roundCondition(on round: String, _ sql: inout SQLText) -> String {
        if agency != nil { return "1 = 0" }
        return areas.map { Scope.lives(in: $0, round, &sql) } ?? "1 = 1"
    }
}
