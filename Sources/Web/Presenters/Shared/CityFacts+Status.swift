import Office
import Programme
import Store

extension CityFacts {
    /// The code of a person's status in the table of statuses. What somebody decided about a
    /// candidate (`verified`) goes before what the rules say.
    func statusCode(of person: PersonSummary, verified: CaseState? = nil) -> String {
        if verified == .field { return "cek_lapangan" }
        if verified == .refused { return "tidak" }
        return switch person.standing {
        case .selected: "terpilih"
        case .waiting: "tunggu_kuota"
        case .refused: "tidak"
        case .insured: "peserta_lain"
        case .review: mayCorrect(person) ? "perbaiki" : "diperiksa"
        }
    }

    /// Whether the person can help: identity papers do not fit, or something is not known.
    func mayCorrect(_ person: PersonSummary) -> Bool {
        let reasons = region.rules.compactMap { rule in
            if rule.kind == .identified { return rule.reason }
            return rule.missingReason == rule.reason ? nil : rule.missingReason
        }
        return person.reasons.contains(where: reasons.contains)
    }
}
