import Civic
package import Programme

/// What a person may learn who proves by two facts to be the one asked about.
package struct StatusAnswer: Sendable, Hashable {
    package let person: PersonSummary
    /// What every rule said, in the order of the rules.
    package let verdicts: [RuleVerdict]
    /// What the kelurahan decided; nil for somebody whom nobody verifies.
    package var verified: CaseState?
    /// Code of the reason of a refusal.
    package var refusal: String?
}
