/// Where a bill or a month stands, as a badge.
package enum CoverBadge: String, Sendable, CaseIterable {
    case promised
    case billed
    case paid
    case void
    case refunded
    case billDraft
    case billOrdered
    case billPaid
    case billVoid

    func view(_ say: Speech) -> View { Badge.view(text(say), look, icon) }

    func text(_ say: Speech) -> String {
        switch self {
        case .promised: say("cover-promised")
        case .billed: say("cover-billed")
        case .paid: say("cover-paid")
        case .void: say("cover-void")
        case .refunded: say("cover-refunded")
        case .billDraft: say("bill-state-draft")
        case .billOrdered: say("bill-state-ordered")
        case .billPaid: say("bill-state-paid")
        case .billVoid: say("bill-state-void")
        }
    }

    private var look: Look {
        switch self {
        case .promised, .void, .billDraft, .billVoid: .grey
        case .billed, .billOrdered: .blue
        case .paid, .billPaid: .green
        case .refunded: .violet
        }
    }

    private var icon: Icon {
        switch self {
        case .promised, .billDraft: .ring
        case .void, .billVoid: .square
        case .billed, .billOrdered: .arrow
        case .paid, .billPaid: .check
        case .refunded: .hourglass
        }
    }
}
