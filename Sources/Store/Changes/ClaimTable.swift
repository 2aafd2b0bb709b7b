import Civic
import Programme

/// Rows of the table of claims.
enum ClaimTable {
    private static let columns = """
        k.id, k.number, m.name, m.village, k.kind, k.day, k.change_id, k.state, k.due,
        \(ClaimStepTable.last)
        """
    static let source = "claim k JOIN member m ON m.number = k.number"

    /// Opens the claim of a change, once for each death: one that was withdrawn is opened again.
    static func open(
        _ kind: ClaimKind, of number: String, on day: Day, due: Day, change: Int, by act: Act,
        _ writer: any SQLWriter
    ) throws(Problem) -> Int {
        let known = try writer.first(
            "SELECT id FROM claim WHERE number = $1 AND kind = $2",
            [.text(number), .text(kind.rawValue)]
        ) { fields in fields.int() }
        let id: Int
        if let known {
            id = known
            try writer.execute(
                """
                UPDATE claim SET state = 'open', day = $2, due = $3, change_id = $4,
                version = version + 1 WHERE id = $1
                """, [SQLValue(id), SQLValue(day), SQLValue(due), SQLValue(change)])
            try ClaimStepTable.reopen(id, on: day, by: act, writer)
        } else {
            id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM claim") + 1
            try writer.execute(
                """
                INSERT INTO claim (id, number, kind, day, change_id, state, due, actor, at, version)
                VALUES ($1, $2, $3, $4, $5, 'open', $6, $7, $8, 1)
                """,
                [
                    SQLValue(id), .text(number), .text(kind.rawValue), SQLValue(day),
                    SQLValue(change), SQLValue(due), .text(act.actor),
                    .integer(act.at.milliseconds),
                ])
        }
        return id
    }

    /// The claim of a change; nil when it opened none.
    static func id(of change: Int, _ reader: any SQLReader) throws(Problem) -> Int? {
        try reader.first("SELECT id FROM claim WHERE change_id = $1", [SQLValue(change)]) {
            fields in
            fields.int()
        }
    }

    static func summaries(
        where condition: String, _ values: [SQLValue], limit: Int, _ reader: any SQLReader
    ) throws(Problem) -> [ClaimSummary] {
        try reader.all(
            """
            SELECT \(columns) FROM \(source) WHERE \(condition)
            ORDER BY k.state, CASE WHEN \(ClaimStepTable.isFinished) THEN 1 ELSE 0 END, k.due, k.id
            LIMIT \(limit)
            """, values
        ) { fields throws(Problem) in
            let (id, number, name) = (fields.int(), fields.text(), fields.text())
            let village = fields.place()
            guard let kind = ClaimKind(rawValue: fields.text()), let day = fields.day() else {
                throw Problem.storeDamaged("claim")
            }
            let change = fields.optionalInt()
            guard let state = ClaimSummary.State(rawValue: fields.text()), let due = fields.day()
            else { throw Problem.storeDamaged("claim.state") }
            return ClaimSummary(
                id: id, number: number, name: name, village: village, kind: kind, day: day,
                change: change, state: state, due: due,
                step: fields.optionalText().flatMap(ClaimStep.init(rawValue:)))
        }
    }
}
