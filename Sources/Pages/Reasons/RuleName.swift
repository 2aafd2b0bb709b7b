/// The conditions of a programme, by the ids that the region pack gives them, with the words in
/// which people read them.
package enum RuleName: String, Sendable, CaseIterable {
    case identified
    case resident
    case age
    case decile
    case informalWork = "informal-work"
    case alive
    case notStateEmployee = "not-state-employee"
    case notInsured = "not-insured"
    case working
    case willing

    /// Short, for staff: `Usia`.
    func text(_ say: Speech) -> String {
        switch self {
        case .identified: say("rule-identified")
        case .resident: say("rule-resident")
        case .age: say("rule-age")
        case .decile: say("rule-decile")
        case .informalWork: say("rule-informal-work")
        case .alive: say("rule-alive")
        case .notStateEmployee: say("rule-not-state-employee")
        case .notInsured: say("rule-not-insured")
        case .working: say("rule-working")
        case .willing: say("rule-willing")
        }
    }
}
