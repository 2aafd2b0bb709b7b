import Civic
import Office
import Pages
import Programme
import Store

/// The card that tells a person why not yet.
struct ReasonCardPresenter {
    let facts: CityFacts
    let card: ReasonCard
    let asOf: Day

    func page(_ viewer: Viewer, _ desk: Desk, at moment: Moment) -> ReasonCardPage {
        let person = card.record.summary
        let words = CorrectionWords(facts: facts)
        return ReasonCardPage(
            number: person.number, name: person.name, status: status,
            waiting: person.waitingPlace.flatMap { position in
                facts.name(of: person.village).map { (position: position, village: $0) }
            },
            asOf: asOf, reasons: reasons, verification: card.verification, objection: objection,
            corrections: card.corrections.map { words.line($0, viewer, desk) },
            mayRequest: viewer.may(.requestCorrection), printed: moment,
            printedBy: viewer.account.name)
    }

    /// What the kelurahan decided goes before what the rules say.
    private var status: String {
        let decided: CaseState? =
            switch card.verification {
            case .refused: .refused
            case .field: .field
            default: nil
            }
        return facts.statusCode(of: card.record.summary, verified: decided)
    }

    private var reasonWords: ReasonWords {
        ReasonWords(facts: facts, asOf: asOf, verdicts: card.record.verdicts)
    }

    private var reasons: [ReasonCardPage.Reason] { reasons(further: []) }

    /// The reasons of a letter, in Indonesian, each with the datum it rests on.
    func letter(_ further: [String]) -> [LetterReason] {
        reasons(further: further).map { reason in
            let data = reason.data.map(ReasonCardPresenter.sentence)
            return LetterReason(
                title: facts.region.reasons[reason.text.code]?.short.indonesian ?? "",
                text: ([reason.text.sentence.indonesian] + data).joined(separator: " "),
                remedy: ([reason.text.remedy.indonesian] + office(reason.text.office))
                    .joined(separator: " "))
        }
    }

    private func office(_ office: OfficeText?) -> [String] {
        guard let office, let contact = office.contact else { return [] }
        return ["\(office.name.indonesian): \(contact.indonesian)"]
    }

    private static func sentence(_ datum: ReasonCardPage.Datum) -> String {
        let day = datum.day.map { " per \(CalendarWords.text($0, .indonesian))" } ?? ""
        let source = datum.source.map { " (\($0.indonesian)\(day))" } ?? ""
        return "Yang tercatat: \(datum.what.indonesian)\(source)."
    }

    /// Those of the rules first, then the one for which the kelurahan refused.
    private func reasons(further: [String]) -> [ReasonCardPage.Reason] {
        var codes = card.record.summary.reasons
        if card.verification == .refused, let refusal = card.refusal { codes.append(refusal) }
        var seen: Set<String> = []
        let each = (codes + further).filter { seen.insert($0).inserted }
        return reasonWords.texts(each).map { text in
            ReasonCardPage.Reason(
                text: text,
                data: reasonWords.rules(giving: text.code).compactMap(datum))
        }
    }

    /// Nobody is told of objections against a decision that is in their favour.
    private var objection: ReasonCardPage.Objection? {
        guard !reasons.isEmpty, let until = card.objectionEnds else { return nil }
        return ReasonCardPage.Objection(until: until, isOver: card.today > until)
    }

    private func datum(_ rule: Rule) -> ReasonCardPage.Datum? {
        guard let verdict = reasonWords.verdict(rule.kind) else { return nil }
        return ReasonCardPage.Datum(
            what: what(rule, verdict), source: facts.agencyName(verdict.agency),
            day: verdict.day ?? day(of: verdict.agency))
    }

    /// The welfare decile is not told, only whether there is one.
    private func what(_ rule: Rule, _ verdict: RuleVerdict) -> Phrase {
        let nothing = Phrase("belum ada datanya", en: "no data yet")
        switch rule.kind {
        case .decile:
            return verdict.datum == nil
                ? nothing : Phrase("data kesejahteraan keluarga", en: "family welfare data")
        case .age:
            return verdict.datum.map { Phrase("usia \($0) tahun", en: "age \($0)") } ?? nothing
        default:
            let words = VerdictWords(facts: facts, asOf: asOf)
            guard case .said(let phrase)? = words.verdict(verdict)?.datum else { return nothing }
            return phrase
        }
    }

    /// The day of the list whose word it is.
    private func day(of agency: String?) -> Day? {
        card.record.rows.filter { $0.agency == agency }.compactMap(\.dataDay).max()
    }
}
