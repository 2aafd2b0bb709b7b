/// Where a change stands, as a badge.
package enum ChangeStage: String, Sendable, CaseIterable {
    case noted = "dicatat"
    case drafted = "disusun"
    case amended = "adendum"
    case takenBack = "batal"

    func badge(_ say: Speech) -> View {
        switch self {
        case .noted: Badge.view(text(say), .amber, .hourglass)
        case .drafted: Badge.view(text(say), .blue, .arrow)
        case .amended: Badge.view(text(say), .green, .check)
        case .takenBack: Badge.view(text(say), .grey, .cross)
        }
    }

    func text(_ say: Speech) -> String {
        switch self {
        case .noted: say("change-noted")
        case .drafted: say("change-drafted")
        case .amended: say("change-amended")
        case .takenBack: say("change-taken-back")
        }
    }
}
