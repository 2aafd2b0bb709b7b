import Civic
import Intake
import Programme
import Store

/// What every rule said about a person, with the datum and whose word it is, as it is kept.
struct VerdictRecord {
    private let run: CityRun
    private let words: RuleDatum

    init(_ run: CityRun) {
        self.run = run
        words = RuleDatum(asOf: run.eligibility.asOf, occupations: run.region.occupations)
    }

    func verdicts(of person: Int) -> [RuleVerdict] {
        let profile = run.profiles[person]
        let verdicts = run.verdicts[person]
        return run.eligibility.rules.map { rule in
            let source = source(rule.kind, profile)
            return RuleVerdict(
                rule: rule.kind.rawValue, mark: RuleVerdict.Mark(verdicts.verdict(of: rule.kind)),
                datum: words.text(rule.kind, profile),
                agency: source == Profile.noSource ? nil : agency(source), day: nil)
        }
    }

    private func agency(_ source: UInt16) -> String {
        run.deliveries[Int(source)].delivery.agency.id
    }

    private func source(_ rule: RuleKind, _ profile: Profile) -> UInt16 {
        switch rule {
        case .identified: profile.nikSource
        case .resident: profile.residenceSource
        case .age: profile.birthSource
        case .decile: profile.decileSource
        case .informalWork:
            profile.facts.contains(.sectorListed)
                ? profile.sectorSource : profile.occupationSource
        case .alive: profile.lifeSource
        case .notStateEmployee: profile.stateSource
        case .notInsured: profile.insuranceSource
        case .working: profile.workSource
        case .willing: Profile.noSource
        }
    }
}
