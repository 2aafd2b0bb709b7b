import Civic
import Programme

/// Lines that contradict what is known, and what settled them.
enum AnswerConflictTable {
    private static let document = "'settle ' || l.file_id || '-' || l.line"
    private static let settling = """
        FROM member_event e WHERE e.number = l.number
        AND e.event IN ('\(AnswerChoice.held.rawValue)', '\(AnswerChoice.later.rawValue)')
        AND e.document = \(document)
        """

    /// How a conflict `l` was settled.
    static let choice = "SELECT MAX(e.event) \(settling)"

    /// The condition that line `l` is a conflict that nobody has settled.
    static let isOpen = "l.effect = 'conflict' AND NOT EXISTS (SELECT 1 \(settling))"

    /// The condition that line `l`, of a file of results, is what the member stands by, or stood by
    /// once: it had its effect at once or by being settled so.
    static let isHeld = """
        (l.effect IN ('accept', 'refuse') OR (l.effect = 'conflict' AND EXISTS (
            SELECT 1 FROM member_event e WHERE e.number = l.number
            AND e.event = '\(AnswerChoice.later.rawValue)' AND e.document = \(document))))
        """

    static func count(_ reader: any SQLReader) throws(Problem) -> Int {
        try reader.integer(
            """
            SELECT COUNT(*) FROM insurer_line l JOIN member m ON m.number = l.number
            WHERE \(isOpen)
            """)
    }

    /// The columns of an answer `l` in file `f`, as ``answer(_:)`` reads them.
    static let answerColumns = """
        l.file_id, f.name, f.at, l.line, f.kind, l.answer, l.participant, l.day, l.cause, l.code
        """

    static func answer(_ fields: inout SQLFields) -> InsurerConflict.Answer {
        let (file, name) = (fields.int(), fields.text())
        let (at, line) = (Instant(milliseconds: fields.integer()), fields.int())
        let (kind, answer) = (fields.text(), fields.optionalText())
        let participant = fields.optionalText().flatMap { ParticipantNumber($0) }
        let (day, cause) = (fields.day(), fields.optionalText())
        let word: InsurerWord? =
            switch (kind, answer) {
            case ("end", "accepted"): .ended
            case ("end", _): .unknown
            case (_, "accepted"):
                AnswerConflictTable.accepted(participant, day)
            case (_, "refused"): cause.map { .refused(cause: $0) }
            default: nil
            }
        return InsurerConflict.Answer(
            file: file, fileName: name, at: at, line: line, word: word,
            code: fields.optionalText())
    }

    private static func accepted(_ participant: ParticipantNumber?, _ day: Day?) -> InsurerWord? {
        guard let participant, let day else { return nil }
        return .accepted(participant: participant, from: day)
    }
}
