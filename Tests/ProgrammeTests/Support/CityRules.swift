import Civic
import Programme

/// The default rules of the programme, as the issue and the reason codes state them.
enum CityRules {
    static let start = day("2025-11-05")

    static let rules: [Rule] = [
        rule(.identified, "A7"), rule(.resident, "A1", missing: "A11"),
        rule(.age, "A2", missing: "A11", ages: 18..<65),
        rule(.decile, "A3", missing: "A11", highestDecile: 5), rule(.informalWork, "A9"),
        rule(.alive, "A13"), rule(.notStateEmployee, "A6"), rule(.notInsured, "A4"),
        rule(.working, "A10"), rule(.willing, "A14"),
    ]

    static let occupations = OccupationCatalogue([
        (trade("street_vendor", .informal), []), (trade("factory_worker", .formal), []),
        (trade("civil_servant", .state), []), (trade("student", .none), []),
    ])

    static func rule(
        _ kind: RuleKind, _ reason: String, missing: String? = nil, from: Day = start,
        until: Day? = nil, ages: Range<Int> = 0..<200, highestDecile: Int = 10
    ) -> Rule {
        Rule(
            kind: kind, reason: reason, missingReason: missing ?? reason, from: from, until: until,
            source: Citation(id: "test", title: "Test"), ages: ages, highestDecile: highestDecile)
    }

    private static func trade(_ code: String, _ standing: Occupation.Standing) -> Occupation {
        Occupation(
            code: code, name: Phrase(code, en: code), standing: standing, sector: .other, hazard: 5)
    }

    static func eligibility(on asOf: Day = start) -> Eligibility {
        Eligibility(rules: rules, asOf: asOf, occupations: occupations)
    }
}

func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no day") }
    return day
}
