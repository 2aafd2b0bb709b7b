import Civic
import Programme
import Testing

/// Rules are data with dates: what is not in force on the day does not judge.
struct RulesInForceTests {
    private func outcome(_ rules: [Rule], on asOf: String, _ change: (inout Person) -> Void)
        -> Outcome
    {
        var person = Person()
        change(&person)
        return Eligibility(rules: rules, asOf: day(asOf), occupations: CityRules.occupations)
            .judge(person.profile).outcome
    }

    @Test(arguments: [
        ("2025-12-31", Outcome.eligible), ("2026-01-01", .ineligible), ("2026-06-30", .ineligible),
        ("2026-07-01", .eligible),
    ])
    func `a rule judges from its first to its last day`(_ asOf: String, _ expected: Outcome) {
        let rule = CityRules.rule(
            .notInsured, "A4", from: day("2026-01-01"), until: day("2026-06-30"))
        #expect(outcome([rule], on: asOf) { $0.isInsured = true } == expected)
    }

    @Test func `the version of the day gives the figures`() {
        let rules = [
            CityRules.rule(
                .decile, "A3", until: day("2025-12-31"), highestDecile: 3),
            CityRules.rule(.decile, "A3", from: day("2026-01-01"), highestDecile: 5),
        ]
        #expect(outcome(rules, on: "2025-12-31") { $0.decile = 4 } == .ineligible)
        #expect(outcome(rules, on: "2026-01-01") { $0.decile = 4 } == .eligible)
        let eligibility = Eligibility(
            rules: rules, asOf: day("2026-01-01"), occupations: CityRules.occupations)
        #expect(eligibility.rules.count == 1)
    }

    @Test func `without rules everybody is eligible`() {
        #expect(
            outcome([], on: "2025-11-05") { $0 = Person(hasNIK: false, decile: 0) } == .eligible)
    }

    @Test(arguments: RuleKind.allCases)
    func `a city without this rule does not apply it`(_ kind: RuleKind) {
        let rules = CityRules.rules.filter { $0.kind != kind }
        let found = outcome(rules, on: "2025-11-05") { person in
            switch kind {
            case .identified: person.hasNIK = false
            case .resident: person.residence = .outside
            case .age: person.birth = day("1940-01-01")
            case .decile: person.decile = 10
            case .informalWork: (person.isOnSectorList, person.trade) = (false, .formal)
            case .alive: person.life = .deadByRegistry
            case .notStateEmployee: person.isStateEmployee = true
            case .notInsured: person.isInsured = true
            case .working: person.isNotWorking = true
            case .willing: person.hasRefused = true
            }
        }
        #expect(found == .eligible)
    }
}
