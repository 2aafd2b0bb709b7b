import Civic
import Programme

/// Settles a conflict, inside a transaction: the member, the months, the money and the history
/// change together or not at all. The answers stay as they came.
struct AnswerConflictSettling {
    let act: Act
    let journal: JournalWriter
    let writer: any SQLWriter

    private static let lostNumber = "lose-number"

    private var book: CoverBook { CoverBook(act: act, journal: journal, writer: writer) }

    func settle(
        _ conflict: InsurerConflict, _ choice: AnswerChoice, because reason: String
    ) throws(Problem) {
        var event = MemberEvents.Line(
            number: conflict.number, state: conflict.standing.state,
            cause: conflict.standing.cause, document: conflict.id.document)
        if choice == .later { try hold(conflict, &event) }
        try MemberEvents.append(choice.rawValue, [event], by: act, writer)
        try journal.append(
            "insurer.settle", conflict.number,
            [
                "file": String(conflict.id.file), "line": String(conflict.id.line),
                "choice": choice.rawValue, "reason": reason,
            ], by: act, to: writer)
    }

    private func hold(
        _ conflict: InsurerConflict, _ event: inout MemberEvents.Line
    ) throws(Problem) {
        let before = conflict.standing
        guard let word = conflict.later.word,
            let after = AnswerSettling.after(word, on: before)
        else { throw InsurerFault.cannotHold() }
        if let participant = after.participant { try free(participant, for: conflict) }
        try writer.execute(
            """
            UPDATE member SET state = $2, participant = $3, active_from = $4, cause = $5,
            version = version + 1 WHERE number = $1
            """,
            [
                .text(conflict.number), .text(after.state.rawValue), SQLValue(after.participant),
                SQLValue(after.activeFrom.map { Int($0.number) }), SQLValue(after.cause),
            ])
        (event.state, event.cause) = (after.state, after.cause)
        event.day = after.activeFrom
        event.months = try followMoney(conflict, after)
    }

    /// Whoever has the number that is somebody else's waits for an answer again.
    private func free(
        _ participant: String, for conflict: InsurerConflict
    ) throws(Problem) {
        let holder = try writer.first(
            "SELECT number, state, cause FROM member WHERE participant = $1 AND number <> $2",
            [.text(participant), .text(conflict.number)]
        ) { fields throws(Problem) in
            (
                number: fields.text(), state: try MemberTable.state(fields.text()),
                cause: fields.optionalText()
            )
        }
        guard let holder else { return }
        let state = holder.state == .active ? MemberState.enrolled : holder.state
        try writer.execute(
            """
            UPDATE member SET state = $2, participant = NULL, active_from = NULL,
            version = version + 1 WHERE number = $1
            """, [.text(holder.number), .text(state.rawValue)])
        try MemberEvents.append(
            AnswerConflictSettling.lostNumber,
            [
                MemberEvents.Line(
                    number: holder.number, state: state, cause: holder.cause,
                    document: conflict.id.document)
            ], by: act, writer)
        try journal.append(
            "insurer.lose-number", holder.number, ["to": conflict.number], by: act, to: writer)
    }

    // MARK: Money

    /// Months that are closed keep what they are.
    ///
    /// - Returns: the months that are promised again.
    private func followMoney(
        _ conflict: InsurerConflict, _ after: AnsweredMember
    ) throws(Problem) -> ClosedRange<Month>? {
        let open = try ReconciliationTable.firstOpenMonth(writer)
        switch (conflict.standing.state, after.state) {
        case (.refused, .active):
            let start = after.activeFrom?.month
            let first = [open, start].compactMap(\.self).max()
            return try promiseAgain(conflict, from: first)
        case (.determined, .refused), (.enrolled, .refused), (.active, .refused):
            try book.release([conflict.number], from: open, by: conflict.id.document)
            return nil
        default: return nil
        }
    }

    /// What the refusal let go of.
    private func promiseAgain(
        _ conflict: InsurerConflict, from first: Month?
    ) throws(Problem) -> ClosedRange<Month>? {
        let condition = """
            number = $1 AND state = 'void' AND month >= $2 AND COALESCE(decree_id, 0) =
            (SELECT COALESCE(m.decree_id, 0) FROM member m WHERE m.number = $1)
            """
        let values: [SQLValue] = [
            .text(conflict.number), SQLValue(Int(first?.number ?? 0)),
        ]
        let promises = try writer.all(
            """
            SELECT month, fund, decree_id, line, committed FROM cover_month
            WHERE \(condition) ORDER BY month
            """, values
        ) { fields in
            CoverBook.Promise(
                number: conflict.number, month: fields.month(), fund: fields.text(),
                decree: fields.decreeLine(), price: Rupiah(fields.integer()))
        }
        guard let earliest = promises.first?.month, let last = promises.last?.month else {
            return nil
        }
        try writer.execute("DELETE FROM cover_month WHERE \(condition)", values)
        try book.promise(promises, by: conflict.id.document)
        return earliest...last
    }
}
