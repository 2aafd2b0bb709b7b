import Civic

/// Seals the numbers of members anew, and of all others who are kept apart from the people of a run,
/// some at a time, after the boxes of people. Signed papers, which are large, follow one by one.
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
        let position = place.flatMap { Int($0[1]) } ?? 0
        guard table < MemberRotation.tables.count else { return try paper(after: position) }
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

    /// The next signed paper; nil when none is left.
    private func paper(after position: Int) throws(Problem) -> Int? {
        let row = try writer.first(
            """
            SELECT id, file_sealed FROM decree_file
            WHERE id > $1 AND file_sealed IS NOT NULL ORDER BY id LIMIT 1
            """, [SQLValue(position)]
        ) { fields in (id: fields.int(), box: fields.bytes()) }
        guard let row else { return nil }
        let bytes = try sealer.open(row.box, .decreeFile, row: row.id)
        try writer.execute(
            "UPDATE decree_file SET file_sealed = $2 WHERE id = $1",
            [SQLValue(row.id), .bytes(try sealer.seal(bytes, .decreeFile, row: row.id))])
        try Setting.put(.memberRotation, "\(MemberRotation.tables.count) \(row.id)", writer)
        return 0
    }

    /// Whether each box opens with the current key of `sealer`.
    static func isCurrent(_ sealer: Sealer, _ reader: any SQLReader) throws(Problem) -> Bool {
        var isCurrent = true
        let papers = "SELECT id, file_sealed FROM decree_file WHERE file_sealed IS NOT NULL"
        try reader.scan(papers, []) { row throws(Problem) in
            guard isCurrent else { return }
            isCurrent = sealer.isCurrent(row.bytes(1), .decreeFile, row: Int(row.integer(0)))
        }
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
