import Civic

/// Rows of the table of signed roots.
enum JournalRootTable {
    /// In order of day; none in a store of an older version, which did not sign them.
    static func all(_ reader: any SQLReader) throws(Problem) -> [JournalRoot] {
        guard try reader.tables().contains("journal_root") else { return [] }
        return try reader.all(
            "SELECT day, last_id, hash, signed_at, key_id, signature FROM journal_root ORDER BY day"
        ) { fields in
            JournalRoot(
                day: Day(number: Int32(clamping: fields.integer())), lastEvent: fields.int(),
                hash: fields.bytes(), signedAt: Instant(milliseconds: fields.integer()),
                keyID: fields.text(), signature: fields.bytes())
        }
    }

    static func insert(_ roots: [JournalRoot], _ writer: any SQLWriter) throws(Problem) {
        let values = roots.flatMap { root -> [SQLValue] in
            [
                SQLValue(root.day), SQLValue(root.lastEvent), .bytes(root.hash),
                .integer(root.signedAt.milliseconds), .text(root.keyID), .bytes(root.signature),
            ]
        }
        try writer.insert(
            into: "journal_root",
            ["day", "last_id", "hash", "signed_at", "key_id", "signature"], values)
    }
}
