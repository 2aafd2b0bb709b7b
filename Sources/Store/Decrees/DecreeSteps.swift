import Civic
import Programme

/// What was done with a decree, which is only ever added to, and its signed papers.
enum DecreeSteps {
    static func append(
        _ step: String, to id: Int, note: String? = nil, digest: String? = nil, by act: Act,
        _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO decree_step (decree_id, seq, step, note, digest, actor, at)
            SELECT $1, COALESCE(MAX(seq), 0) + 1, $2, $3, $4, $5, $6 FROM decree_step
            WHERE decree_id = $1
            """,
            [
                SQLValue(id), .text(step), SQLValue(note), SQLValue(digest), .text(act.actor),
                .integer(act.at.milliseconds),
            ])
    }

    static func all(of id: Int, _ reader: any SQLReader) throws(Problem) -> [DecreeStep] {
        try reader.all(
            """
            SELECT step, note, digest, actor, at FROM decree_step WHERE decree_id = $1 ORDER BY seq
            """, [SQLValue(id)]
        ) { fields in
            DecreeStep(
                step: fields.text(), note: fields.optionalText(), digest: fields.optionalText(),
                actor: fields.text(), at: Instant(milliseconds: fields.integer()))
        }
    }

    /// Newest first.
    static func files(of id: Int, _ reader: any SQLReader) throws(Problem) -> [SignedPaper] {
        try reader.all(
            """
            SELECT id, name, digest, pages, differences, actor, at FROM decree_file
            WHERE decree_id = $1 ORDER BY id DESC
            """, [SQLValue(id)]
        ) { fields throws(Problem) in
            SignedPaper(
                id: fields.int(), name: fields.text(), digest: fields.text(),
                pages: fields.int(), differences: try differences(fields.text()),
                actor: fields.text(), at: Instant(milliseconds: fields.integer()))
        }
    }

    /// `[["14","text"], …]`.
    static func text(_ differences: [PaperDifference]) -> String {
        var json = JSONText()
        json.list(differences) { json, difference in
            json.list([String(difference.page), difference.kind.rawValue])
        }
        return json.text
    }

    private static func differences(_ text: String) throws(Problem) -> [PaperDifference] {
        try StoredList.rows(text).map { row throws(Problem) in
            guard row.count == 2, let page = row[0].flatMap({ Int($0) }),
                let kind = row[1].flatMap(PaperDifference.Kind.init(rawValue:))
            else { throw Problem.storeDamaged("decree_file.differences") }
            return PaperDifference(page: page, kind: kind)
        }
    }
}
