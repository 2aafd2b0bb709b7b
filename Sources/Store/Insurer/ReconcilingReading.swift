import Civic
import Crypto
import Programme

/// Both sides of a month as they stand now.
struct ReconcilingReading {
    /// A side of a month, and a digest of all that it says.
    struct Side<Row> {
        let rows: [Row]
        let digest: String
    }

    let month: Month
    let reader: any SQLReader

    /// Everybody for whom a decree promises the month, paid or not, and everybody whom the insurer
    /// refused for it.
    func ours() throws(Problem) -> Side<OurMonth> {
        let disputed = Set(
            try reader.all(
                "SELECT l.number FROM insurer_line l WHERE \(AnswerConflictTable.isOpen)"
            ) { fields in fields.text() })
        var digest = SHA256()
        let rows = try reader.all(
            """
            SELECT c.number, m.state, m.participant, m.active_from, m.cause,
            COALESCE(c.amount, c.committed)
            FROM cover_month c JOIN member m ON m.number = c.number
            WHERE c.month = $1 AND (c.state IN ('promised', 'billed', 'paid')
            OR (c.state = 'void' AND m.state = 'refused'))
            """, [SQLValue(month)]
        ) { fields throws(Problem) in
            let number = fields.text()
            return OurMonth(
                number: number, state: try MemberTable.state(fields.text()),
                participant: fields.optionalText(), activeFrom: fields.day(),
                cause: fields.optionalText(), amount: Rupiah(fields.integer()),
                isDisputed: disputed.contains(number))
        }.sorted { $0.number < $1.number }
        for row in rows {
            let text = [
                row.number, row.state.rawValue, row.participant ?? "",
                row.activeFrom?.iso ?? "", row.cause ?? "", String(row.amount.amount),
            ].joined(separator: "|")
            digest.update(data: Array("\(text)\n".utf8))
        }
        return Side(rows: rows, digest: Hexadecimal.text(Array(digest.finalize())))
    }

    /// What the insurer lists: by the latest list of each fund, or, before there is one, whom it
    /// has accepted.
    func theirs() throws(Problem) -> Side<TheirMonth> {
        let files = try reader.all(
            """
            SELECT MAX(id) FROM insurer_file WHERE way = 'in' AND kind = 'members' AND month = $1
            GROUP BY fund ORDER BY 1
            """, [SQLValue(month)]
        ) { fields in fields.int() }
        return files.isEmpty ? try accepted() : try listed(files)
    }

    private static let columns = """
        l.file_id, l.line, l.number, l.stranger, l.participant, l.day, l.amount, l.note, m.state
        """

    private func listed(_ files: [Int]) throws(Problem) -> Side<TheirMonth> {
        var sql = SQLText()
        let ids = sql.bind(files.map { SQLValue($0) })
        return try side(
            """
            SELECT \(ReconcilingReading.columns) FROM insurer_line l
            LEFT JOIN member m ON m.number = l.number
            WHERE l.file_id IN (\(ids)) AND l.effect IN ('list', 'stranger')
            ORDER BY l.file_id, l.line
            """, sql.values)
    }

    private func accepted() throws(Problem) -> Side<TheirMonth> {
        try side(
            """
            SELECT \(ReconcilingReading.columns) FROM insurer_line l
            JOIN member m ON m.number = l.number
            JOIN insurer_file f ON f.id = l.file_id AND f.kind = 'result'
            JOIN cover_month c ON c.number = l.number AND c.month = $1
            WHERE m.state = 'active' AND l.answer = 'accepted' AND \(AnswerConflictTable.isHeld)
            AND l.participant = m.participant AND l.day = m.active_from
            UNION ALL
            SELECT \(ReconcilingReading.columns) FROM insurer_line l
            JOIN insurer_file f ON f.id = l.file_id
            LEFT JOIN member m ON m.number = l.number
            WHERE l.effect = 'stranger' AND l.answer = 'accepted' AND f.kind = 'result'
            AND f.month = $1
            ORDER BY 1, 2
            """, [SQLValue(month)])
    }

    private func side(_ sql: String, _ values: [SQLValue]) throws(Problem) -> Side<TheirMonth> {
        var digest = SHA256()
        let rows = try reader.all(sql, values) { fields throws(Problem) in
            let (file, line) = (fields.int(), fields.int())
            let (number, stranger) = (fields.optionalText(), fields.optionalInt())
            let (participant, day) = (fields.optionalText(), fields.day())
            let (amount, note) = (fields.money(), fields.optionalText())
            let state = try fields.optionalText().map { (text) throws(Problem) in
                try MemberTable.state(text)
            }
            let text = [
                String(file), String(line), number ?? "", stranger.map { String($0) } ?? "",
                participant ?? "", day?.iso ?? "", amount.map { String($0.amount) } ?? "",
            ].joined(separator: "|")
            digest.update(data: Array("\(text)\n".utf8))
            let notes = (note ?? "").split(separator: " ")
            let row = TheirMonth(
                number: number, stranger: stranger, participant: participant, day: day,
                amount: amount,
                isNamedOtherwise: notes.contains { $0 == AnswerTaking.Difference.name.rawValue },
                state: state)
            return (file: file, row: row)
        }
        return Side(
            rows: ReconcilingReading.latest(rows),
            digest: Hexadecimal.text(Array(digest.finalize())))
    }

    /// Of lists that overlap, as one of all funds and one of a single fund do, the later one speaks
    /// for a person; twice in one list is twice.
    private static func latest(_ rows: [(file: Int, row: TheirMonth)]) -> [TheirMonth] {
        var files: [String: Int] = [:]
        func key(_ row: TheirMonth) -> String { row.number ?? "#\(row.stranger ?? 0)" }
        for (file, row) in rows { files[key(row)] = max(file, files[key(row)] ?? 0) }
        return rows.filter { $0.file == files[key($0.row)] }.map(\.row)
    }
}
