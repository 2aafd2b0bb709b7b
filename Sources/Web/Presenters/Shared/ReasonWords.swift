import Civic
import Office
import Pages
import Programme
import Store

/// The reasons that hold one person back, in the words of the region pack, with the person's own
/// data filled in. Never tells the welfare decile.
struct ReasonWords {
    let facts: CityFacts
    let asOf: Day
    let verdicts: [RuleVerdict]

    /// What is said to the person about these codes, in their order.
    func texts(_ codes: [String]) -> [ReasonText] {
        codes.filter { !isUnconfirmedDeath($0) }.compactMap { code in
            guard let reason = facts.region.reasons[code] else { return nil }
            let values = values(for: code)
            return ReasonText(
                code: code, sentence: reason.sentence.filled(values),
                remedy: reason.remedy.filled(values), office: office(reason.office))
        }
    }

    private func office(_ id: String?) -> OfficeText? {
        guard let agency = id.flatMap(facts.region.agency) else { return nil }
        return OfficeText(name: agency.name, contact: agency.contact)
    }

    func verdict(_ kind: RuleKind) -> RuleVerdict? {
        verdicts.first { $0.rule == kind.rawValue }
    }

    /// The sentence says that the registry records a death. A report that the registry does not
    /// share is for officers to clear up, not to be told.
    private func isUnconfirmedDeath(_ code: String) -> Bool {
        verdict(.alive)?.mark == .unknown && facts.rule(.alive, on: asOf)?.reason == code
    }

    private func values(for code: String) -> [String: Phrase] {
        let ages = facts.rule(.age, on: asOf)?.ages
        return [
            "kota": .same(facts.region.name),
            "usia": .same(verdict(.age)?.datum ?? "–"),
            "min": .same(ages.map { "\($0.lowerBound)" } ?? "–"),
            "maks": .same(ages.map { "\($0.upperBound - 1)" } ?? "–"),
            "kolom": missingFields(code),
            "nama": payer(code),
        ]
    }

    /// The rules that did not pass and give this code.
    func rules(giving code: String) -> [Rule] {
        facts.region.rules.filter { rule in
            guard rule.isInForce(on: asOf), rule.reason == code || rule.missingReason == code,
                let verdict = verdict(rule.kind)
            else { return false }
            return verdict.mark != .met
        }
    }

    private func missingFields(_ code: String) -> Phrase {
        let fields = rules(giving: code).filter { verdict($0.kind)?.datum == nil }
        return fields.isEmpty ? .same("–") : .joined(fields.map { ReasonWords.field($0.kind) })
    }

    private func payer(_ code: String) -> Phrase {
        let agency = rules(giving: code).lazy.compactMap { verdict($0.kind)?.agency }.first
        return facts.agencyName(agency) ?? .same("–")
    }

    /// What a citizen calls the field that a rule looks at.
    private static func field(_ kind: RuleKind) -> Phrase {
        switch kind {
        case .identified: Phrase("NIK", en: "NIK")
        case .resident: Phrase("alamat KTP", en: "address on the ID card")
        case .age: Phrase("tanggal lahir", en: "date of birth")
        case .decile: Phrase("data kesejahteraan keluarga", en: "family welfare data")
        case .informalWork, .working: Phrase("pekerjaan", en: "occupation")
        case .alive: Phrase("data kependudukan", en: "civil registry data")
        case .notStateEmployee: Phrase("data kepegawaian", en: "employment data")
        case .notInsured: Phrase("data kepesertaan", en: "membership data")
        case .willing: Phrase("kesediaan ikut", en: "willingness to take part")
        }
    }
}
