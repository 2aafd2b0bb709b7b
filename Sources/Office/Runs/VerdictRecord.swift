import Civic
import Intake
import Programme
import Store

/// What every rule said about a person, with the datum and whose word it is, as it is kept.
struct VerdictRecord {
    private let run: CityRun

    init(_ run: CityRun) { self.run = run }

    func verdicts(of person: Int) -> [RuleVerdict] {
        let profile = run.profiles[person]
        let verdicts = run.verdicts[person]
        return run.eligibility.rules.map { rule in
            let (datum, source) = datum(rule.kind, profile)
            return RuleVerdict(
                rule: rule.kind.rawValue, mark: mark(verdicts.verdict(of: rule.kind)), datum: datum,
                agency: source == Profile.noSource ? nil : agency(source), day: nil)
        }
    }

    private func mark(_ verdict: Verdict) -> RuleVerdict.Mark {
        switch verdict {
        case .pass: .met
        case .fail: .failed
        case .unknown: .unknown
        }
    }

    private func agency(_ source: UInt16) -> String {
        run.deliveries[Int(source)].delivery.agency.id
    }

    private func datum(_ rule: RuleKind, _ profile: Profile) -> (String?, UInt16) {
        switch rule {
        case .identified: (profile.nik == 0 ? nil : "nik", profile.nikSource)
        case .resident: (residence(profile), profile.residenceSource)
        case .age:
            (
                profile.birthDay.map { String($0.age(on: run.eligibility.asOf)) },
                profile.birthSource
            )
        case .decile: (profile.decile == 0 ? nil : String(profile.decile), profile.decileSource)
        case .informalWork: work(profile)
        case .alive: (life(profile), profile.lifeSource)
        case .notStateEmployee:
            (profile.facts.contains(.stateEmployee) ? "state" : nil, profile.stateSource)
        case .notInsured: (insurance(profile), profile.insuranceSource)
        case .working:
            (profile.facts.contains(.notWorking) ? "not-working" : nil, profile.workSource)
        case .willing: (profile.facts.contains(.refused) ? "refused" : nil, Profile.noSource)
        }
    }

    private func residence(_ profile: Profile) -> String? {
        if profile.facts.contains(.movedOut) { return "moved" }
        if profile.facts.contains(.outside) { return "outside" }
        guard profile.facts.contains(.inside) else { return nil }
        return profile.facts.contains(.registered) ? "registered" : "address"
    }

    private func work(_ profile: Profile) -> (String?, UInt16) {
        let code =
            profile.occupation < 0
            ? nil : run.region.occupations[Int(profile.occupation)].code
        if profile.facts.contains(.sectorListed) {
            return ("sector:\(code ?? "")", profile.sectorSource)
        }
        guard let code else { return (nil, Profile.noSource) }
        if profile.facts.contains(.informalByWelfare) {
            return ("welfare:\(code)", profile.occupationSource)
        }
        let isInformal = run.region.occupations[Int(profile.occupation)].standing == .informal
        return ("\(isInformal ? "claimed" : "other"):\(code)", profile.occupationSource)
    }

    private func life(_ profile: Profile) -> String? {
        if profile.facts.contains(.registryDead) { return "dead" }
        if profile.facts.contains(.reportedDead) { return "reported-dead" }
        return profile.facts.contains(.registered) ? "registered" : nil
    }

    private func insurance(_ profile: Profile) -> String? {
        if profile.facts.contains(.insured) { return "insured" }
        return profile.facts.contains(.formerlyInsured) ? "formerly" : nil
    }
}
