import Civic
import Programme

/// What became of files so far.
extension InsurerReading {
    func records(_ files: [InsurerFile]) throws(Problem) -> [InsurerFileRecord] {
        guard !files.isEmpty else { return [] }
        var sql = SQLText()
        let ids = sql.bind(files.map { SQLValue($0.id) })
        let effects = try effects(ids, sql.values)
        let answers = try answers(ids, sql.values)
        let ends = try endAnswers(ids, sql.values)
        let refusals = try refusals(ids, sql.values)
        let conflicts = try conflicts(ids, sql.values)
        return files.map { file in
            let states = answers[file.id] ?? [:]
            let end = ends[file.id] ?? [:]
            let isEnd = file.kind == .end
            let enrolled = (states[.active] ?? 0) + (states[.ended] ?? 0)
            let accepted = isEnd ? end[.ended] ?? 0 : enrolled
            let refused = isEnd ? end[.unknown] ?? 0 : states[.refused] ?? 0
            return InsurerFileRecord(
                file: file,
                figures: InsurerFileFigures(
                    effects: effects[file.id] ?? [:],
                    waiting: isEnd ? file.lines - accepted - refused : states[.enrolled] ?? 0,
                    accepted: accepted, refused: refused, refusals: refusals[file.id] ?? [],
                    conflicts: conflicts[file.id] ?? 0))
        }
    }

    private func effects(
        _ ids: String, _ values: [SQLValue]
    ) throws(Problem) -> [Int: [LineEffect: Int]] {
        var found: [Int: [LineEffect: Int]] = [:]
        let sql = """
            SELECT file_id, effect, COUNT(*) FROM insurer_line WHERE file_id IN (\(ids))
            GROUP BY file_id, effect
            """
        try reader.scan(sql, values) { row throws(Problem) in
            guard let effect = LineEffect(rawValue: row.text(1)) else { return }
            found[Int(row.integer(0)), default: [:]][effect] = Int(row.integer(2))
        }
        return found
    }

    private func answers(
        _ ids: String, _ values: [SQLValue]
    ) throws(Problem) -> [Int: [MemberState: Int]] {
        var found: [Int: [MemberState: Int]] = [:]
        let sql = """
            SELECT l.file_id, m.state, COUNT(*) FROM insurer_line l
            JOIN member m ON m.number = l.number
            WHERE l.file_id IN (\(ids)) AND l.effect = 'sent' GROUP BY l.file_id, m.state
            """
        try reader.scan(sql, values) { row throws(Problem) in
            found[Int(row.integer(0)), default: [:]][try MemberTable.state(row.text(1))] =
                Int(row.integer(2))
        }
        return found
    }

    /// Of whom each file told: how many were answered how. Who was not found at first and ended
    /// later has ended.
    private func endAnswers(
        _ ids: String, _ values: [SQLValue]
    ) throws(Problem) -> [Int: [EndAnswer: Int]] {
        var found: [Int: [EndAnswer: Int]] = [:]
        let sql = """
            SELECT d.file_id, d.effect, COUNT(*) FROM (
                SELECT s.file_id AS file_id, s.number, MIN(a.effect) AS effect
                \(InsurerFileTable.answeredEnds) AND s.file_id IN (\(ids))
                GROUP BY s.file_id, s.number) d
            GROUP BY d.file_id, d.effect
            """
        try reader.scan(sql, values) { row throws(Problem) in
            let answer: EndAnswer = row.text(1) == LineEffect.accept.rawValue ? .ended : .unknown
            found[Int(row.integer(0)), default: [:]][answer] = Int(row.integer(2))
        }
        return found
    }

    /// Conflicts that nobody has settled.
    private func conflicts(
        _ ids: String, _ values: [SQLValue]
    ) throws(Problem) -> [Int: Int] {
        var found: [Int: Int] = [:]
        let sql = """
            SELECT l.file_id, COUNT(*) FROM insurer_line l
            WHERE \(AnswerConflictTable.isOpen) AND l.file_id IN (\(ids)) GROUP BY l.file_id
            """
        try reader.scan(sql, values) { row throws(Problem) in
            found[Int(row.integer(0))] = Int(row.integer(1))
        }
        return found
    }

    private func refusals(
        _ ids: String, _ values: [SQLValue]
    ) throws(Problem) -> [Int: [InsurerFileFigures.Refusal]] {
        var found: [Int: [InsurerFileFigures.Refusal]] = [:]
        let rows = try reader.all(
            """
            SELECT file_id, cause, code, COUNT(*) FROM insurer_line
            WHERE file_id IN (\(ids)) AND effect = 'refuse' AND cause IS NOT NULL
            GROUP BY file_id, cause, code ORDER BY COUNT(*) DESC, cause, code
            """, values
        ) { fields in
            (
                file: fields.int(),
                refusal: InsurerFileFigures.Refusal(
                    cause: fields.text(), code: fields.optionalText(), people: fields.int())
            )
        }
        for row in rows { found[row.file, default: []].append(row.refusal) }
        return found
    }
}
