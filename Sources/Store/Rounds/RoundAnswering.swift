import Civic
import Programme

/// Keeps what an RW says about the people of one list, and what follows from it, inside a
/// transaction.
struct RoundAnswering {
    let policy: VerificationPolicy
    let journal: JournalWriter
    let writer: any SQLWriter

    private struct Change {
        let member: RoundMember
        let answer: Confirmation.Answer
    }

    /// What the journal calls a list.
    static func subject(_ id: Int) -> String { "round-\(id)" }

    /// Saying the same again changes nothing; the last word about somebody counts, and all are kept.
    func keep(
        _ words: [RoundWord], of round: RoundSummary, _ channel: NewConfirmation.Channel,
        by act: Act
    ) throws(Problem) -> RoundSummary {
        let members = try RoundTable.members(of: round.id, writer)
        let changes = changes(words, members)
        guard !changes.isEmpty else { return round }
        let witness = "RW \(NumberText.padded(round.rw, to: 3)) \(round.witness)"
        try Confirming(policy: policy, journal: journal, writer: writer).keep(
            changes.map { change in
                NewConfirmation(
                    number: change.member.number, source: Confirmation.rw, answer: change.answer,
                    channel: channel, witness: witness)
            }, by: act)
        try keepEvents(changes, witness, by: act)
        for change in changes {
            try writer.execute(
                """
                UPDATE round_person SET answer = $3, answered_at = $4
                WHERE round_id = $1 AND place = $2
                """,
                [
                    SQLValue(round.id), SQLValue(change.member.place),
                    .text(change.answer.rawValue), .integer(act.at.milliseconds),
                ])
        }
        guard let after = try RoundTable.summary(round.id, in: .city, writer) else { return round }
        if round.answered < round.people, after.answered == after.people {
            try journal.append(
                "round.complete", RoundAnswering.subject(round.id),
                ["people": String(after.people)], by: act, to: writer)
        }
        return after
    }

    /// The last word about each of the list that is not what is known already.
    private func changes(_ words: [RoundWord], _ members: [RoundMember]) -> [Change] {
        let last = Dictionary(words.map { ($0.place, $0.answer) }) { _, later in later }
        return members.compactMap { member in
            guard let answer = last[member.place], answer != .withdrawn, answer != member.answer
            else { return nil }
            return Change(member: member, answer: answer)
        }
    }

    private func keepEvents(
        _ changes: [Change], _ witness: String, by act: Act
    ) throws(Problem) {
        let histories = try CaseTable.histories(
            of: changes.map(\.member.number), in: .city, writer)
        let events = changes.compactMap { change -> (number: String, event: CaseEvent)? in
            let number = change.member.number.text
            return histories[number].flatMap { history in
                event(change, history, witness, act).map { (number: number, event: $0) }
            }
        }
        guard !events.isEmpty else { return }
        try CaseTable.append(events, policy, writer)
        for (number, event) in events {
            try journal.append(
                "verification.\(event.kind.rawValue)", number, event.journalDetail, by: act,
                to: writer)
        }
    }

    /// Nil where the candidate stands as before.
    private func event(
        _ change: Change, _ history: CaseHistory, _ witness: String, _ act: Act
    ) -> CaseEvent? {
        let word = WorkWord(
            change.answer, correcting: change.member.answer, state: history.state,
            work: history.work)
        guard word.state != history.state || word.work != history.work else { return nil }
        return CaseEvent(
            seq: history.version + 1, kind: .work, reason: nil, witness: witness, undoes: nil,
            state: word.state, work: word.work, actor: act.actor, at: act.at)
    }

    static func closed() -> Problem {
        Problem(
            .conflict, "round-closed",
            Phrase("Daftar ini sudah ditutup.", en: "This list was closed."),
            do: Phrase(
                "Buat daftar baru untuk RW ini.", en: "Make a new list for this RW."))
    }
}
