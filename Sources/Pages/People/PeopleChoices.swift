package import Civic

/// What the filters of the list of people offer, in the order to be shown.
package struct PeopleChoices: Sendable {
    package struct Choice: Sendable {
        /// What stands in the address.
        package let value: String
        package let name: Phrase

        package init(value: String, name: Phrase) {
            self.value = value
            self.name = name
        }
    }

    package let districts: [Choice]
    /// Of the chosen district, or all.
    package let villages: [Choice]
    package let reasons: [Choice]
    package let occupations: [Choice]
    package let funds: [Choice]

    package init(
        districts: [Choice], villages: [Choice], reasons: [Choice], occupations: [Choice],
        funds: [Choice]
    ) {
        self.districts = districts
        self.villages = villages
        self.reasons = reasons
        self.occupations = occupations
        self.funds = funds
    }

    func choices(of field: PeopleFilter.Field, _ say: Speech) -> [(value: String, name: String)] {
        switch field {
        case .district: named(districts, say)
        case .village: named(villages, say)
        case .reason: named(reasons, say)
        case .occupation: named(occupations, say)
        case .fund: named(funds, say)
        case .decile: (1...10).map { ("\($0)", "\($0)") }
        case .outcome:
            PeopleFilter.Outcome.allCases.map { ($0.rawValue, name(of: $0, say)) }
        }
    }

    private func named(_ choices: [Choice], _ say: Speech) -> [(value: String, name: String)] {
        choices.map { ($0.value, say.text($0.name)) }
    }

    private func name(of outcome: PeopleFilter.Outcome, _ say: Speech) -> String {
        switch outcome {
        case .eligible: say("outcome-eligible")
        case .selected: say("outcome-selected")
        case .waiting: say("outcome-waiting")
        case .ineligible: say("outcome-ineligible")
        case .review: say("outcome-review")
        }
    }

    static func label(of field: PeopleFilter.Field, _ say: Speech) -> String {
        switch field {
        case .district: say("field-district")
        case .village: say("field-village")
        case .outcome: say("field-outcome")
        case .reason: say("field-reason")
        case .occupation: say("field-occupation")
        case .decile: say("field-decile")
        case .fund: say("field-fund")
        }
    }
}
