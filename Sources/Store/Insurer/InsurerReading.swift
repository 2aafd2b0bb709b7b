import Civic
import Programme

/// What pages show of files and their lines.
struct InsurerReading {
    let sealer: Sealer
    let reader: any SQLReader

    /// The latest files that went this way, newest first.
    func files(_ way: InsurerFile.Way, limit: Int) throws(Problem) -> [InsurerFileRecord] {
        let files = try InsurerFileTable.files(
            where: "f.way = $1", [.text(way.rawValue)], limit: limit, reader)
        return try records(files)
    }

    func file(_ id: Int) throws(Problem) -> InsurerFileRecord? {
        guard let file = try InsurerFileTable.file(id, reader) else { return nil }
        return try records([file]).first
    }

    /// Lines of a file with one of `effects` after the line `position`, in order.
    func lines(
        of file: Int, _ effects: [LineEffect], after position: Int, limit: Int
    ) throws(Problem) -> [InsurerLine] {
        var sql = SQLText()
        let isHere = "l.file_id = \(sql.bind(SQLValue(file)))"
        let isOne = "l.effect IN (\(sql.bind(effects.map { .text($0.rawValue) })))"
        let isLater = "l.line > \(sql.bind(SQLValue(position)))"
        return try reader.all(
            """
            SELECT l.line, l.effect, l.number, l.stranger, m.id, m.name, m.nik_sealed, m.village,
            s.id, s.name, s.nik_sealed, l.participant, l.day, l.amount, l.code, l.cause, l.note
            FROM insurer_line l LEFT JOIN member m ON m.number = l.number
            LEFT JOIN insurer_stranger s ON s.id = l.stranger
            WHERE \(isHere) AND \(isOne) AND \(isLater) ORDER BY l.line LIMIT \(limit)
            """, sql.values, line)
    }

    private func line(_ fields: inout SQLFields) throws(Problem) -> InsurerLine {
        let summaries = SummaryReading(sealer: sealer)
        let (line, effect) = (fields.int(), fields.text())
        guard let effect = LineEffect(rawValue: effect) else {
            throw Problem.storeDamaged("insurer_line.effect")
        }
        let (number, stranger) = (fields.optionalText(), fields.optionalInt())
        let (id, memberName, memberBox) = (
            fields.optionalInt(), fields.optionalText(), fields.optionalBytes()
        )
        let village = fields.place()
        let (otherID, otherName, otherBox) = (
            fields.optionalInt(), fields.optionalText(), fields.optionalBytes()
        )
        let nik =
            memberBox == nil
            ? try summaries.nik(otherBox, .strangerNIK, otherID ?? 0)
            : try summaries.nik(memberBox, .memberNIK, id ?? 0)
        return InsurerLine(
            line: line, effect: effect, number: number, isStranger: stranger != nil,
            name: memberName ?? otherName, nik: nik, village: village,
            participant: fields.optionalText(), day: fields.day(), amount: fields.money(),
            code: fields.optionalText(), cause: fields.optionalText(),
            notes: (fields.optionalText() ?? "").split(separator: " ").map(String.init))
    }

    // MARK: Figures

    private func records(_ files: [InsurerFile]) throws(Problem) -> [InsurerFileRecord] {
        guard !files.isEmpty else { return [] }
        var sql = SQLText()
        let ids = sql.bind(files.map { SQLValue($0.id) })
        let effects = try effects(ids, sql.values)
        let answers = try answers(ids, sql.values)
        let refusals = try refusals(ids, sql.values)
        return files.map { file in
            let states = answers[file.id] ?? [:]
            return InsurerFileRecord(
                file: file,
                figures: InsurerFileFigures(
                    effects: effects[file.id] ?? [:], waiting: states[.enrolled] ?? 0,
                    accepted: (states[.active] ?? 0) + (states[.ended] ?? 0),
                    refused: states[.refused] ?? 0, refusals: refusals[file.id] ?? []))
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

    private func refusals(
        _ ids: String, _ values: [SQLValue]
    ) throws(Problem) -> [Int: [InsurerFileFigures.Refusal]] {
        var found: [Int: [InsurerFileFigures.Refusal]] = [:]
        let rows = try reader.all(
            """
            SELECT file_id, cause, code, COUNT(*) FROM insurer_line
            WHERE file_id IN (\(ids)) AND effect = 'refuse' GROUP BY file_id, cause, code
            ORDER BY COUNT(*) DESC, cause, code
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

extension SQLFields {
    mutating func money() -> Rupiah? { optionalInt().map { Rupiah(Int64($0)) } }
}
