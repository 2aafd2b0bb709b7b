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
            s.id, s.name, s.nik_sealed, l.participant, l.day, l.amount, l.code, l.cause, l.note,
            CASE WHEN l.effect = 'conflict' THEN (\(AnswerConflictTable.choice)) END
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
            notes: (fields.optionalText() ?? "").split(separator: " ").map(String.init),
            choice: fields.optionalText().flatMap { AnswerChoice(rawValue: $0) })
    }
}

extension SQLFields {
    mutating func money() -> Rupiah? { optionalInt().map { Rupiah(Int64($0)) } }
}
