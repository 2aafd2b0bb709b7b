import Civic
import Programme

/// Conflicts that nobody has settled, with both answers.
struct AnswerConflictReading {
    let sealer: Sealer
    let reader: any SQLReader

    /// Those behind `position`, in order of files and lines.
    func open(
        after position: ConflictName, limit: Int
    ) throws(Problem) -> [InsurerConflict] {
        try conflicts(
            """
            \(AnswerConflictTable.isOpen) AND (l.file_id, l.line) > ($1, $2)
            ORDER BY l.file_id, l.line LIMIT \(limit)
            """, [SQLValue(position.file), SQLValue(position.line)])
    }

    /// Nil when there is none there, or when it is settled.
    func open(_ id: ConflictName) throws(Problem) -> InsurerConflict? {
        try conflicts(
            "\(AnswerConflictTable.isOpen) AND l.file_id = $1 AND l.line = $2",
            [SQLValue(id.file), SQLValue(id.line)]
        ).first
    }

    private struct Found {
        let later: InsurerConflict.Answer
        let note: String
        let member: Member
    }

    private func conflicts(
        _ condition: String, _ values: [SQLValue]
    ) throws(Problem) -> [InsurerConflict] {
        let found = try reader.all(
            """
            SELECT \(AnswerConflictTable.answerColumns), l.note, \(MemberTable.columns)
            FROM insurer_line l JOIN insurer_file f ON f.id = l.file_id
            JOIN member m ON m.number = l.number WHERE \(condition)
            """, values
        ) { fields throws(Problem) in
            let later = AnswerConflictTable.answer(&fields)
            let note = fields.optionalText() ?? ""
            return Found(
                later: later, note: note, member: try MemberTable.member(&fields, sealer))
        }
        let holders = try holders(found.compactMap(\.later.participant))
        let answers = try answers(found.map(\.member.number) + holders.values.map(\.number))
        return found.map { conflict($0, holders, answers) }
    }

    private func conflict(
        _ found: Found, _ holders: [String: Holding], _ answers: [String: [InsurerConflict.Answer]]
    ) -> InsurerConflict {
        let member = found.member
        let standing = AnsweredMember(
            state: member.state, participant: member.participant, activeFrom: member.activeFrom,
            cause: member.cause)
        let holding = found.later.participant.flatMap { holders[$0] }
        let holder = holding.flatMap { $0.number == member.number ? nil : $0 }
        let own = AnswerConflictReading.latest(answers[member.number] ?? [], standing)
        let others = holder.flatMap {
            AnswerConflictReading.latest(answers[$0.number] ?? [], $0.standing)
        }
        return InsurerConflict(
            id: ConflictName(file: found.later.file, line: found.later.line),
            kind: found.note.split(separator: " ").first.flatMap {
                AnswerConflict(rawValue: String($0))
            }, number: member.number, name: member.name, nik: member.nik,
            village: member.village, standing: standing, ended: member.endedMonth,
            version: member.version, held: own ?? others, later: found.later,
            holder: holder.map { InsurerConflict.Holder(number: $0.number, name: $0.name) })
    }

    /// The latest answer that says what is known of the member.
    private static func latest(
        _ answers: [InsurerConflict.Answer], _ standing: AnsweredMember
    ) -> InsurerConflict.Answer? {
        answers.last { answer in
            switch answer.word {
            case .accepted(let participant, let day):
                participant.text == standing.participant && day == standing.activeFrom
            case .refused(let cause): standing.state == .refused && cause == standing.cause
            case .listed, .ended, .unknown, nil: false
            }
        }
    }

    private struct Holding {
        let number: String
        let name: String
        let standing: AnsweredMember
    }

    /// Who has each of these numbers of the insurer.
    private func holders(_ participants: [String]) throws(Problem) -> [String: Holding] {
        guard !participants.isEmpty else { return [:] }
        var sql = SQLText()
        let list = sql.bind(participants.map { .text($0) })
        let rows = try reader.all(
            """
            SELECT participant, number, name, state, active_from FROM member
            WHERE participant IN (\(list))
            """, sql.values
        ) { fields throws(Problem) in
            let (participant, number, name) = (fields.text(), fields.text(), fields.text())
            let standing = AnsweredMember(
                state: try MemberTable.state(fields.text()), participant: participant,
                activeFrom: fields.day())
            return (participant, Holding(number: number, name: name, standing: standing))
        }
        return Dictionary(rows) { first, _ in first }
    }

    /// Answers by which these members stand, or stood once, in order.
    private func answers(
        _ numbers: [String]
    ) throws(Problem) -> [String: [InsurerConflict.Answer]] {
        guard !numbers.isEmpty else { return [:] }
        var sql = SQLText()
        let list = sql.bind(numbers.map { .text($0) })
        let rows = try reader.all(
            """
            SELECT l.number, \(AnswerConflictTable.answerColumns) FROM insurer_line l
            JOIN insurer_file f ON f.id = l.file_id AND f.kind = 'result'
            WHERE l.number IN (\(list)) AND \(AnswerConflictTable.isHeld)
            ORDER BY l.file_id, l.line
            """, sql.values
        ) { fields in
            let number = fields.text()
            return (number: number, answer: AnswerConflictTable.answer(&fields))
        }
        return Dictionary(grouping: rows, by: \.number).mapValues { $0.map(\.answer) }
    }
}

extension InsurerConflict.Answer {
    /// The insurer's number that it gives.
    fileprivate var participant: String? {
        if case .accepted(let participant, _)? = word { participant.text } else { nil }
    }
}
