import Civic

/// Seals the rows of reference lists anew, after those of people.
struct ReferenceRotation {
    let sealer: Sealer
    let writer: any SQLWriter

    /// Goes on by at most `batch` rows; nil when none is left. Rows are no people and count as none.
    func step(_ batch: Int) throws(Problem) -> Int? {
        let position = try Setting.value(.referenceRotation, writer).flatMap { Int($0) } ?? 0
        let rows = try writer.all(
            """
            SELECT id, nik_sealed FROM reference_row
            WHERE id > $1 AND nik_sealed IS NOT NULL ORDER BY id LIMIT $2
            """, [SQLValue(position), SQLValue(batch)]
        ) { fields in (id: fields.int(), box: fields.bytes()) }
        guard let last = rows.last?.id else {
            // Matches were found by marks of the old key.
            try writer.execute("DELETE FROM reference_state")
            try Setting.remove(.referenceRotation, writer)
            return nil
        }
        for row in rows {
            let digits = try sealer.open(row.box, .referenceNIK, row: row.id)
            try writer.execute(
                "UPDATE reference_row SET nik_sealed = $2, nik_index = $3 WHERE id = $1",
                [
                    SQLValue(row.id), .bytes(try sealer.seal(digits, .referenceNIK, row: row.id)),
                    .bytes(sealer.current.nikIndex(digits)),
                ])
        }
        try Setting.put(.referenceRotation, String(last), writer)
        return 0
    }

    /// Whether each box opens with the current key of `sealer`.
    static func isCurrent(_ sealer: Sealer, _ reader: any SQLReader) throws(Problem) -> Bool {
        var isCurrent = true
        let sql = "SELECT id, nik_sealed FROM reference_row WHERE nik_sealed IS NOT NULL"
        try reader.scan(sql, []) { row throws(Problem) in
            guard isCurrent else { return }
            isCurrent = sealer.isCurrent(row.bytes(1), .referenceNIK, row: Int(row.integer(0)))
        }
        return isCurrent
    }
}
