import Civic
import Office
import Pages
import Programme
import Store

enum AnswersPresenter {
    /// Everything the page needs besides what a request adds.
    struct Material {
        let voice: AgencyVoice
        let list: QuestionList
        let counts: AnswerCounts
        let last: LastAnswer?
        let today: Day
        let key: String
        let script: String
        /// Working days until a day.
        let daysLeft: (Day) -> Int
    }

    static func page(
        _ facts: CityFacts, _ material: Material, filter: AnswersFilter,
        notice: AnswersPage.Notice?
    ) -> AnswersPage {
        let slugs = PlaceSlugs(facts.region.places)
        let list = material.list
        var waiting: [AnswersFilter.Match: Int] = [:]
        for (match, count) in list.counts { waiting[AnswersFilter.Match(match)] = count }
        return AnswersPage(
            agency: material.voice.agency.name, filter: filter,
            districts: facts.places(at: .district).map { place in
                PeopleChoices.Choice(value: slugs.slug(of: place.code), name: .same(place.name))
            },
            waiting: waiting, due: list.due, reference: reference(material),
            answered: counts(material.counts),
            rows: list.questions.map { row(facts, $0, material) },
            nextHref: list.next.map { next in
                var following = filter
                following.after = next
                return following.address
            },
            last: material.last.map(last), notice: notice, key: material.key,
            script: material.script)
    }

    static func counts(_ counts: AnswerCounts) -> AnswersPage.Counts {
        AnswersPage.Counts(yes: counts.yes, no: counts.no, unknown: counts.unknown)
    }

    /// What the store is to look for; nil for a district that does not exist.
    static func storeFilter(_ facts: CityFacts, _ filter: AnswersFilter) -> QuestionFilter? {
        var wanted = QuestionFilter(match: filter.match.map(QuestionFilter.Match.init))
        if let slug = filter.district {
            guard let code = PlaceSlugs(facts.region.places).district(slug) else { return nil }
            wanted.district = code
        }
        return wanted
    }

    /// How many whole months ago the list was true.
    static func months(since day: Day, on today: Day) -> Int {
        let whole = today.month - day.month
        return max(0, today.parts.day < day.parts.day ? whole - 1 : whole)
    }

    private static func reference(_ material: Material) -> AnswersPage.Reference? {
        material.list.list.map { list in
            AnswersPage.Reference(
                id: list.id, day: list.dataDay,
                oldMonths: material.voice.isOld
                    ? months(since: list.dataDay, on: material.today) : nil)
        }
    }

    private static func last(_ last: LastAnswer) -> AnswersPage.Last {
        AnswersPage.Last(
            at: JournalWords.moment(last.at), instant: last.at.milliseconds, count: last.count,
            answer: last.answer.map(AnswerWord.init), number: last.number)
    }

    private static func row(
        _ facts: CityFacts, _ question: AgencyQuestion, _ material: Material
    ) -> AnswersPage.Row {
        AnswersPage.Row(
            number: question.number, name: question.name, nik: question.nik,
            occupation: facts.occupation(question.occupation)?.name,
            daysLeft: material.daysLeft(question.due),
            match: AnswersFilter.Match(question.match),
            found: question.found.map { found in
                AnswersPage.Found(
                    id: found.row, record: found.record, score: found.score, name: found.name,
                    nik: found.nik, birth: found.birth,
                    isSameBirth: found.birth.flatMap { birth in
                        question.birth.map { $0 == birth }
                    },
                    occupation: facts.occupation(found.occupation)?.name)
            })
    }
}

extension AnswersFilter.Match {
    init(_ match: QuestionFilter.Match) {
        switch match {
        case .exact: self = .exact
        case .near: self = .near
        case .twins: self = .twins
        case .none: self = .none
        }
    }
}

extension QuestionFilter.Match {
    init(_ match: AnswersFilter.Match) {
        switch match {
        case .exact: self = .exact
        case .near: self = .near
        case .twins: self = .twins
        case .none: self = .none
        }
    }
}

extension AnswerWord {
    /// What answers rest on that were given by an old list.
    static let oldReference = NewConfirmation.oldReference

    init(_ answer: Confirmation.Answer) {
        switch answer {
        case .yes: self = .yes
        case .no: self = .no
        case .unknown: self = .unknown
        case .withdrawn: self = .withdrawn
        }
    }
}

enum AnswerHistoryPresenter {
    static func page(
        _ agency: Phrase, _ answers: [GivenAnswer], _ counts: AnswerCounts, pageSize: Int
    ) -> AnswerHistoryPage {
        AnswerHistoryPage(
            agency: agency, answered: AnswersPresenter.counts(counts),
            rows: answers.map { given in
                AnswerHistoryPage.Row(
                    number: given.number, name: given.name, answer: AnswerWord(given.answer),
                    isOld: given.basis == NewConfirmation.oldReference,
                    isExact: given.basis == NewConfirmation.exact, who: given.actor,
                    at: JournalWords.moment(given.at))
            },
            nextHref: answers.count < pageSize
                ? nil
                : answers.last.map {
                    AnswerHistoryPage.address(behind: $0.at.milliseconds, $0.number)
                })
    }
}
