import Civic

/// Rows of the table of files to and from the insurer.
enum InsurerFileTable {
    private static let columns = """
        f.id, f.way, f.kind, f.month, f.fund, f.answers, f.name, f.digest, f.lines, f.channel,
        f.delivered_at, f.delivered_by, f.delivery, f.tries, f.actor, f.at
        """

    /// Files that `condition` on `f` describes, newest first.
    static func files(
        where condition: String, _ values: [SQLValue], limit: Int, _ reader: any SQLReader
    ) throws(Problem) -> [InsurerFile] {
        try reader.all(
            """
            SELECT \(columns) FROM insurer_file f WHERE \(condition)
            ORDER BY f.id DESC LIMIT \(limit)
            """, values, file)
    }

    static func file(_ id: Int, _ reader: any SQLReader) throws(Problem) -> InsurerFile? {
        try files(where: "f.id = $1", [SQLValue(id)], limit: 1, reader).first
    }

    /// The file with these contents that went this way, if there is one.
    static func id(
        _ way: InsurerFile.Way, _ digest: String, _ reader: any SQLReader
    ) throws(Problem) -> Int? {
        try reader.first(
            "SELECT id FROM insurer_file WHERE way = $1 AND digest = $2",
            [.text(way.rawValue), .text(digest)]
        ) { fields in fields.int() }
    }

    /// Keeps a file and returns its id.
    static func insert(
        _ file: NewInsurerFile, _ way: InsurerFile.Way, lines: Int, by act: Act,
        _ writer: any SQLWriter
    ) throws(Problem) -> Int {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM insurer_file") + 1
        try writer.insert(
            into: "insurer_file",
            [
                "id", "way", "kind", "month", "fund", "answers", "name", "digest", "lines",
                "channel", "tries", "actor", "at",
            ],
            [
                SQLValue(id), .text(way.rawValue), .text(file.kind.rawValue),
                SQLValue(file.month), SQLValue(file.fund), SQLValue(file.answers),
                .text(file.name), .text(file.digest), SQLValue(lines),
                .text(file.channel.rawValue), 0, .text(act.actor),
                .integer(act.at.milliseconds),
            ])
        return id
    }

    /// Lines `s` of files that told of ends, each with every answer `a` to it.
    static let answeredEnds = """
        FROM insurer_line s JOIN insurer_file t ON t.id = s.file_id AND t.kind = 'end'
        AND t.way = 'out'
        JOIN insurer_line a ON a.number = s.number AND a.file_id > s.file_id
        AND a.effect IN ('accept', 'refuse')
        JOIN insurer_file g ON g.id = a.file_id AND g.kind = 'end' AND g.way = 'in'
        WHERE s.effect = 'sent'
        """

    /// Files that went out and still lack an answer about somebody, oldest first.
    static func unanswered(_ reader: any SQLReader) throws(Problem) -> [InsurerFile] {
        try files(
            where: """
                f.way = 'out' AND f.id IN (
                    SELECT MAX(l.file_id) FROM member m
                    JOIN insurer_line l ON l.number = m.number AND l.effect = 'sent'
                    JOIN insurer_file x ON x.id = l.file_id AND x.kind = 'enrol'
                    WHERE m.state = 'enrolled' GROUP BY m.number
                    UNION SELECT l.file_id FROM insurer_line l
                    JOIN insurer_file x ON x.id = l.file_id AND x.kind = 'end' AND x.way = 'out'
                    WHERE NOT EXISTS (
                        SELECT 1 FROM insurer_line a JOIN insurer_file g ON g.id = a.file_id
                        AND g.kind = 'end' AND g.way = 'in' WHERE a.number = l.number
                        AND a.file_id > l.file_id AND a.effect IN ('accept', 'refuse')))
                """, [], limit: 1000, reader
        ).reversed()
    }

    /// How the journal and the history of members name a file.
    static func subject(_ id: Int) -> String { "file \(id)" }

    private static func file(_ fields: inout SQLFields) throws(Problem) -> InsurerFile {
        let id = fields.int()
        let (way, kind) = (fields.text(), fields.text())
        let (month, fund, answers) = (fields.month(), fields.optionalText(), fields.optionalInt())
        let (name, digest, lines) = (fields.text(), fields.text(), fields.int())
        let channel = fields.text()
        let at = fields.optionalInt()
        let (actor, manner) = (fields.optionalText(), fields.optionalText())
        guard let way = InsurerFile.Way(rawValue: way),
            let kind = InsurerFile.Kind(rawValue: kind),
            let channel = InsurerFile.Channel(rawValue: channel)
        else { throw Problem.storeDamaged("insurer_file") }
        let handover = at.map { at in
            InsurerFile.Handover(
                at: Instant(milliseconds: Int64(at)), actor: actor ?? "", manner: manner ?? "")
        }
        return InsurerFile(
            id: id, way: way, kind: kind, month: month, fund: fund, answers: answers, name: name,
            digest: digest, lines: lines, channel: channel, handover: handover,
            tries: fields.int(), actor: fields.text(),
            at: Instant(milliseconds: fields.integer()))
    }
}
