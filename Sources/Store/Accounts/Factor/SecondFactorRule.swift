package import Civic

/// Whether a city insists that roles which need a second factor have one.
package enum SecondFactorRule: String, Sendable {
    case required
    /// Who has one is asked for it; nobody has to have one. For sample cities.
    case offered

    /// A city that says nothing insists.
    init(kept text: String) { self = SecondFactorRule(rawValue: text) ?? .required }
}

extension CityStore {
    package func secondFactorRule() async throws(Problem) -> SecondFactorRule {
        try await engine.read { reader throws(Problem) in
            SecondFactorRule(kept: try Setting.value(.secondFactor, reader) ?? "")
        }
    }

    /// Does nothing when the rule is so already.
    package func setSecondFactorRule(
        _ rule: SecondFactorRule, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try Setting.value(.secondFactor, writer) != rule.rawValue else { return }
            try Setting.put(.secondFactor, rule.rawValue, writer)
            try journal.append(
                "factor.rule", "", ["rule": rule.rawValue], by: act, to: writer)
        }
    }
}
