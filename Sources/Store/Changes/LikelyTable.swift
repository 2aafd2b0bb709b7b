import Civic
import Programme

/// Rows of the table of what was set aside.
enum LikelyTable {
    struct Key: Hashable {
        let number: String
        let kind: String
        let evidence: String

        init(number: String, kind: String, evidence: String) {
            self.number = number
            self.kind = kind
            self.evidence = evidence
        }

        init(_ found: LikelyReading.Found) {
            self.init(number: found.number, kind: found.kind, evidence: found.evidence)
        }
    }

    static func known(_ reader: any SQLReader) throws(Problem) -> Set<Key> {
        Set(
            try reader.all("SELECT number, kind, evidence FROM likely_dismissal", []) { fields in
                Key(number: fields.text(), kind: fields.text(), evidence: fields.text())
            })
    }

    static func insert(
        _ key: Key, reason: String, by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM likely_dismissal") + 1
        try writer.execute(
            """
            INSERT INTO likely_dismissal (id, number, kind, evidence, reason, actor, at)
            VALUES ($1, $2, $3, $4, $5, $6, $7)
            """,
            [
                SQLValue(id), .text(key.number), .text(key.kind), .text(key.evidence),
                .text(reason), .text(act.actor), .integer(act.at.milliseconds),
            ])
    }

    /// Who set it aside; nil where nobody did.
    static func actor(_ key: Key, _ reader: any SQLReader) throws(Problem) -> String? {
        try reader.first(
            """
            SELECT actor FROM likely_dismissal WHERE number = $1 AND kind = $2 AND evidence = $3
            """, [.text(key.number), .text(key.kind), .text(key.evidence)]
        ) { fields in fields.text() }
    }
}
