package import Civic

/// `/syarat`: who can be covered, how people are chosen, what the cover is and what it is not.
package struct ConditionsPage: Page {
    package struct Condition: Sendable {
        package let rule: RuleName
        package let source: Citation

        package init(rule: RuleName, source: Citation) {
            self.rule = rule
            self.source = source
        }
    }

    package static let template = "conditions"
    package static let room = Room.open
    package var section: NavigationItem? { .conditions }

    package let conditions: [Condition]
    /// Youngest age, and the first age that is too old.
    package let minimumAge: Int
    package let ageEnd: Int
    /// Occupations that count, in the order to be shown.
    package let occupations: [Phrase]
    /// How many people this round can take; nil when that is not decided.
    package let quota: Int?

    package init(
        conditions: [Condition], minimumAge: Int, ageEnd: Int, occupations: [Phrase], quota: Int?
    ) {
        self.conditions = conditions
        self.minimumAge = minimumAge
        self.ageEnd = ageEnd
        self.occupations = occupations
        self.quota = quota
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("conditions-title")),
            "conditions": .list(conditions.map { conditionView($0, say) }),
            "occupations": .list(occupations.map { ["occupation": .text(say.text($0))] }),
            "quota": .part(
                quota.map {
                    ["quotaText": .text(say("conditions-quota", ["jumlah": say.number($0)]))]
                }),
            "quotaHref": .text(Address.quota),
            "checkHref": .text(Address.check),
            "accidentHref": .text(Address.accident),
            "heirsHref": .text(Address.heirs),
        ]
    }

    private func conditionView(_ condition: Condition, _ say: Speech) -> View {
        [
            "conditionText": .text(sentence(condition.rule, say)),
            "citation": .text(condition.source.title),
        ]
    }

    private func sentence(_ rule: RuleName, _ say: Speech) -> String {
        switch rule {
        case .identified: say("condition-identified")
        case .resident: say("condition-resident")
        case .age:
            say("condition-age", ["min": "\(minimumAge)", "maks": "\(ageEnd - 1)"])
        case .decile: say("condition-decile")
        case .informalWork: say("condition-informal-work")
        case .alive: say("condition-alive")
        case .notStateEmployee: say("condition-not-state-employee")
        case .notInsured: say("condition-not-insured")
        case .working: say("condition-working")
        case .willing: say("condition-willing")
        }
    }
}
