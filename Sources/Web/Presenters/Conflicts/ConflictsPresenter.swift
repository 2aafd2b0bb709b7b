import Civic
import Office
import Pages
import Programme
import Store

enum ConflictsPresenter {
    static func page(
        _ facts: CityFacts, _ list: ConflictList, notice: ConflictsPage.Notice?, key: String,
        daysLeft: (Day) -> Int
    ) -> ConflictsPage {
        ConflictsPage(
            total: list.total,
            conflicts: list.conflicts.map { conflict in
                let person = conflict.person
                return ConflictsPage.Conflict(
                    number: person.number, name: person.name, nik: person.nik,
                    occupation: facts.occupation(person.occupation)?.name,
                    village: facts.name(of: person.village), daysLeft: daysLeft(conflict.due),
                    version: conflict.version, words: words(facts, conflict))
            },
            reasons: facts.region.reasons.reasons.map { reason in
                PeopleChoices.Choice(value: reason.code, name: reason.short)
            },
            nextHref: list.next.map { ConflictsPage.address(after: $0) }, notice: notice, key: key)
    }

    /// The kelurahan's decision first.
    private static func words(
        _ facts: CityFacts, _ conflict: ConflictRecord
    ) -> [ConflictsPage.Word] {
        let own = conflict.decision.map { event in
            ConflictsPage.Word(
                source: .kelurahan,
                answer: event.work == .not || event.state == .refused ? .no : .yes,
                who: who(event.actor, event.witness), at: JournalWords.moment(event.at),
                isOld: false)
        }
        let others = conflict.words.map { word in
            ConflictsPage.Word(
                source: source(facts, word.source), answer: AnswerWord(word.answer),
                who: who(word.actor, word.witness), at: JournalWords.moment(word.at),
                isOld: word.basis == NewConfirmation.oldReference)
        }
        return [own].compactMap { $0 } + others
    }

    private static func who(_ actor: String, _ witness: String?) -> String {
        witness.map { "\(actor) (\($0))" } ?? actor
    }

    private static func source(_ facts: CityFacts, _ text: String) -> ConflictsPage.Word.Source {
        if text == Confirmation.rw { return .rw }
        if text == Confirmation.manager { return .manager }
        let agency = facts.region.agencies.first { Confirmation.agency($0.id) == text }
        return .agency(agency?.name ?? .same(text))
    }
}
