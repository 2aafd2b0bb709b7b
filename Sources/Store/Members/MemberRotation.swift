import Civic

/// Seals the numbers of members anew, and of all others who are kept apart from the people of a run,
/// some at a time, after the boxes of people.
struct MemberRotation {
    let sealer: Sealer
    let writer: any SQLWriter

    private static let tables: [(name: String, column: Sealer.Column)] = [
        ("member", .memberNIK), ("decree_identity", .decreeNIK), ("insurer_stranger", .strangerNIK),
    ]

    /// Goes on by at most `batch` rows; nil when none is left. Rows are no people of a run and
    /// count as none.
    func step(_ batch: Int) throws(Problem) -> Int? {
        let place = try Setting.value(.memberRotation, writer)?.split(separator: " ")
        let table = place.flatMap { Int($0[0]) } ?? 0
        guard table < MemberRotation.tables.count else { return nil }
        let position = place.flatMap { Int($0[1]) } ?? 0
        let (name, column) = MemberRotation.tables[table]
        let rows = try writer.all(
            """
            SELECT id, nik_sealed FROM \(name)
            WHERE id > $1 AND nik_sealed IS NOT NULL ORDER BY id LIMIT $2
            """, [SQLValue(position), SQLValue(batch)]
        ) { fields in (id: fields.int(), box: fields.bytes()) }
        for row in rows {
            let digits = try sealer.open(row.box, column, row: row.id)
            try writer.execute(
                "UPDATE \(name) SET nik_sealed = $2, nik_index = $3 WHERE id = $1",
                [
                    SQLValue(row.id), .bytes(try sealer.seal(digits, column, row: row.id)),
                    .bytes(sealer.current.nikIndex(digits)),
                ])
        }
        let next = rows.last.map { "\(table) \($0.id)" } ?? "\(table + 1) 0"
        try Setting.put(.memberRotation, next, writer)
        return 0
    }

    /// Whether each box opens with the current key of `sealer`.
    static func isCurrent(_ sealer: Sealer, _ reader: any SQLReader) throws(Problem) -> Bool {
        var isCurrent = true
        for (name, column) in tables {
            let sql = "SELECT id, nik_sealed FROM \(name) WHERE nik_sealed IS NOT NULL"
            try reader.scan(sql, []) { row throws(Problem) in
                guard isCurrent else { return }
                isCurrent = sealer.isCurrent(row.bytes(1), column, row: Int(row.integer(0)))
            }
        }
        return isCurrent
    }
}
