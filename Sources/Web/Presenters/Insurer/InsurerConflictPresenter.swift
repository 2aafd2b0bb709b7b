import Civic
import Office
import Pages
import Programme
import Store

/// Answers of the insurer that contradict each other, for pages.
struct InsurerConflictPresenter {
    let facts: CityFacts

    /// What was typed about one of them before it was refused.
    struct Typed {
        let id: ConflictName
        let choice: InsurerConflictsPage.Choice?
        let reason: String
    }

    static func choice(_ choice: InsurerConflictsPage.Choice) -> AnswerChoice {
        switch choice {
        case .held: .held
        case .later: .later
        }
    }

    func row(_ conflict: InsurerConflict, _ typed: Typed?) -> InsurerConflictsPage.Case {
        let typed = typed.flatMap { $0.id == conflict.id ? $0 : nil }
        return InsurerConflictsPage.Case(
            file: conflict.id.file, line: conflict.id.line, version: conflict.version,
            name: conflict.name, number: conflict.number, nik: conflict.nik?.masked,
            village: facts.name(of: conflict.village),
            kind: conflict.kind.map(InsurerLineWords.phrase),
            held: InsurerConflictsPage.Side(
                says: held(conflict), source: conflict.held.map(source)),
            later: InsurerConflictsPage.Side(
                says: conflict.later.word.map(says) ?? .same("–"),
                source: source(conflict.later)), mayHold: conflict.mayHold,
            choice: typed?.choice, reason: typed?.reason ?? "")
    }

    private func source(_ answer: InsurerConflict.Answer) -> InsurerConflictsPage.Source {
        InsurerConflictsPage.Source(
            file: answer.file, name: answer.fileName, line: answer.line,
            at: JournalWords.moment(answer.at))
    }

    /// What is known of the person, and of whoever has the number.
    private func held(_ conflict: InsurerConflict) -> Phrase {
        let own = standing(conflict)
        guard let holder = conflict.holder else { return own }
        let number = "\(holder.name) (\(holder.number))"
        return Phrase(
            "\(own.indonesian). KPJ ini milik \(number)",
            en: "\(own.english). The KPJ is that of \(number)")
    }

    private func standing(_ conflict: InsurerConflict) -> Phrase {
        let standing = conflict.standing
        switch standing.state {
        case .determined: return Phrase("Belum pernah dikirim", en: "Was never sent")
        case .enrolled: return Phrase("Sudah dikirim, belum dijawab", en: "Sent, not answered")
        case .active: return accepted(standing.participant ?? "–", standing.activeFrom)
        case .refused: return refused(standing.cause ?? "–")
        case .ended:
            let month = conflict.ended
            let (indonesian, english) = (
                month.map { CalendarWords.text($0, .indonesian) } ?? "–",
                month.map { CalendarWords.text($0, .english) } ?? "–"
            )
            return Phrase(
                "Berakhir, tidak dibayar mulai \(indonesian)",
                en: "Ended, not paid from \(english)")
        }
    }

    private func says(_ word: InsurerWord) -> Phrase {
        switch word {
        case .accepted(let participant, let day): accepted(participant.text, day)
        case .refused(let cause): refused(cause)
        case .listed: Phrase("Terdaftar", en: "Listed")
        case .ended: Phrase("Sudah dinonaktifkan", en: "Ended")
        case .unknown: Phrase("Tidak ditemukan", en: "Not found")
        }
    }

    private func accepted(_ participant: String, _ day: Day?) -> Phrase {
        let (indonesian, english) = (
            day.map { CalendarWords.text($0, .indonesian) } ?? "–",
            day.map { CalendarWords.text($0, .english) } ?? "–"
        )
        return Phrase(
            "Diterima, KPJ \(participant), mulai \(indonesian)",
            en: "Accepted, KPJ \(participant), from \(english)")
    }

    private func refused(_ cause: String) -> Phrase {
        let reason = InsurerLineWords(region: facts.region).reason(cause)
        return Phrase(
            "Ditolak: \(reason.indonesian) (\(cause))",
            en: "Refused: \(reason.english) (\(cause))")
    }
}
