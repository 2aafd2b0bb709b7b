import Civic
import Jamsostek
import Office
import Pages
import Programme
import Store

enum CheckPresenter {
    /// What a person may read who proved by two facts to be the one asked about. `settings` are of
    /// the run that checked the person; `today` decides what one's own cover costs.
    static func answer(
        _ facts: CityFacts, answer: StatusAnswer, funds: FundNames, settings: RunSettings,
        today: Day
    ) throws(Problem) -> CheckAnswerPage {
        let person = answer.person
        let standing = standing(facts, answer, funds, settings)
        return CheckAnswerPage(
            number: person.number, name: person.name, nik: person.nik, standing: standing,
            asOf: settings.asOf,
            history: CheckHistory.events(
                of: standing, proposed: person.proposed, checked: settings.asOf),
            ownContribution: try ownContribution(facts, answer, today))
    }

    private static func standing(
        _ facts: CityFacts, _ answer: StatusAnswer, _ funds: FundNames, _ settings: RunSettings
    ) -> CheckAnswerPage.Standing {
        let person = answer.person
        let words = ReasonWords(facts: facts, asOf: settings.asOf, verdicts: answer.verdicts)
        switch answer.verified {
        case .field: return .fieldCheck
        case .refused: return .refused(words.texts([answer.refusal].compactMap(\.self)))
        case .open, .approved, nil: break
        }
        switch person.standing {
        case .selected: return .selected(payer: funds[person.fund])
        case .insured: return .insured
        case .refused: return .refused(words.texts(person.reasons))
        case .review:
            return facts.mayCorrect(person)
                ? .toCorrect(words.texts(person.reasons)) : .checking
        case .waiting:
            guard let position = person.waitingPlace, let village = facts.name(of: person.village)
            else { return .checking }
            return .waiting(position: position, village: village)
        }
    }

    /// What cover on one's own account costs a month; nil where it is not possible, or not wise
    /// because it would cost the place that is being prepared.
    private static func ownContribution(
        _ facts: CityFacts, _ answer: StatusAnswer, _ today: Day
    ) throws(Problem) -> Rupiah? {
        func hasFailed(_ rule: RuleKind) -> Bool {
            answer.verdicts.contains { $0.rule == rule.rawValue && $0.mark == .failed }
        }
        let isPossible = ![.alive, .notStateEmployee, .notInsured].contains(where: hasFailed)
        guard isPossible, answer.person.standing != .selected else { return nil }
        if let birth = answer.person.birth {
            let obstacles = try facts.law.obstacles(toEnrolling: birth, on: today)
            guard obstacles.isEmpty else { return nil }
        }
        let kind = ContributionClass(sector: sector(facts, answer), fund: .selfPaid)
        return try facts.law.rate(for: kind, in: today.month).total
    }

    /// The sector that decides reliefs: that of a trade only for those on the trade's own list.
    private static func sector(_ facts: CityFacts, _ answer: StatusAnswer) -> Occupation.Sector {
        let verdict = answer.verdicts.first { $0.rule == RuleKind.informalWork.rawValue }
        guard let work = WorkDatum(verdict?.datum), work.origin == .sectorList else {
            return .other
        }
        return facts.occupation(work.occupation)?.sector ?? .other
    }
}
