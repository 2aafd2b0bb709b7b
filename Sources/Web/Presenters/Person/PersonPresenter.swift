import Civic
import Office
import Pages
import Programme
import Store

enum PersonPresenter {
    /// Everything staff may see of a person. `revealedNIK` is all sixteen digits after somebody
    /// asked for them and that was recorded; `settings` are of the run that checked the person;
    /// `ranked` is how many people are ranked in the whole city; `verification` is nil for somebody
    /// whom nobody verifies.
    static func page(
        _ facts: CityFacts, record: PersonRecord, revealedNIK: String?, funds: FundNames,
        settings: RunSettings, ranked: Int, questions: CaseQuestions? = nil,
        verification: CaseFile? = nil, mayDecide: Bool = false, links: PersonPage.Links? = nil,
        corrections: [CorrectionLine] = [], members: [MemberCard] = [], hasMonths: Bool = false,
        hasLetter: Bool = false
    ) -> PersonPage {
        let person = record.summary
        let words = ReasonWords(facts: facts, asOf: settings.asOf, verdicts: record.verdicts)
        let verdicts = VerdictWords(facts: facts, asOf: settings.asOf)
        let cards = QueueCardWords(
            facts: facts, asOf: settings.asOf, reasons: [], viewer: "")
        return PersonPage(
            number: person.number, name: person.name,
            status: facts.statusCode(of: person, verified: verification?.listed.state),
            asOf: settings.asOf, verdicts: record.verdicts.compactMap(verdicts.verdict),
            reasons: words.texts(person.reasons), rank: rank(facts, person, funds, ranked),
            verification: verification.map { cards.verification($0, mayDecide: mayDecide) },
            identity: identity(facts, record, revealedNIK, settings.asOf),
            sources: record.rows.map { SourceRowWords.row(facts, $0, of: person) },
            reviews: record.reviews.map { review($0, isJudge: links != nil) },
            asked: asked(facts, questions), journal: record.events.map(JournalWords.entry),
            links: links, corrections: corrections, members: members, hasMonths: hasMonths,
            hasLetter: hasLetter)
    }

    private static func rank(
        _ facts: CityFacts, _ person: PersonSummary, _ funds: FundNames, _ ranked: Int
    ) -> PersonPage.Rank? {
        guard let position = person.rank else { return nil }
        return PersonPage.Rank(
            position: position, of: ranked, decileGroup: decileGroup(facts, person.decile),
            decile: person.decile, hazard: facts.occupation(person.occupation)?.hazard,
            proposed: person.proposed, village: facts.name(of: person.village),
            villagePosition: person.waitingPlace, fund: funds[person.fund])
    }

    private static func decileGroup(_ facts: CityFacts, _ decile: Int?) -> ClosedRange<Int>? {
        let group = facts.region.ranking.decileGroups.first { group in
            decile.map(group.contains) ?? false
        }
        guard let first = group?.min(), let last = group?.max() else { return nil }
        return first...last
    }

    private static func identity(
        _ facts: CityFacts, _ record: PersonRecord, _ revealedNIK: String?, _ asOf: Day
    ) -> PersonPage.Identity {
        let person = record.summary
        return PersonPage.Identity(
            nik: person.nik, revealedNIK: revealedNIK, birth: person.birth,
            age: person.birth?.age(on: asOf), sex: person.sex, familyCard: record.familyCard,
            phone: record.phone, address: record.address, rt: record.rt, rw: record.rw,
            village: facts.name(of: person.village), district: facts.name(of: person.district),
            occupation: facts.occupation(person.occupation)?.name, decile: person.decile)
    }

    private static func asked(
        _ facts: CityFacts, _ questions: CaseQuestions?
    ) -> [PersonPage.Asked] {
        guard let questions else { return [] }
        return questions.agencies.map { asked in
            PersonPage.Asked(
                agency: facts.agencyName(asked.agency) ?? .same(asked.agency),
                answer: asked.answer.map(AnswerWord.init),
                day: asked.at.map { .jakarta(at: $0) },
                isOld: asked.basis == AnswerWord.oldReference, due: questions.due)
        }
    }

    private static func review(
        _ review: ReviewRecord, isJudge: Bool
    ) -> PersonPage.ReviewPair {
        PersonPage.ReviewPair(
            otherNumber: review.otherNumber, otherName: review.otherName,
            percent: (review.probability + 5) / 10, evidence: review.evidence.map(\.weighed),
            pair: isJudge ? review.pair : nil)
    }
}
