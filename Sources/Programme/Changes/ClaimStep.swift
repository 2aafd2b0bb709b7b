package import Civic

/// A step of a claim on the insurer, as somebody notes it. Raw values are those of the store.
package enum ClaimStep: String, Sendable, CaseIterable {
    /// The family knows which papers are needed.
    case asked
    /// The insurer has the papers.
    case sent
    /// The heirs have the money.
    case paid
    /// The insurer pays nothing, and says why.
    case refused
    /// The family follows it no further.
    case closed
    /// The death was noted again after it had been taken back.
    case reopened

    /// What may come after `last`; nil for a claim that was just opened.
    package static func next(after last: ClaimStep?) -> [ClaimStep] {
        switch last {
        case nil, .reopened: [.asked]
        case .asked: [.sent, .closed]
        case .sent: [.paid, .refused]
        // What was refused may be sent again, with what was missing.
        case .refused: [.sent, .closed]
        case .paid, .closed: []
        }
    }

    package var isLast: Bool { ClaimStep.next(after: self).isEmpty }

    /// Whether the insurer has it, so that what it rests on cannot be taken back.
    package var isWithInsurer: Bool { self == .sent || self == .paid || self == .refused }
}

/// Within how many working days something follows a step of a claim.
package struct ClaimTerm: Sendable, Hashable {
    package let after: ClaimStep
    /// Nil for claims of every kind.
    package let kind: ClaimKind?
    package let workingDays: Int
    package let source: Citation

    package init(after: ClaimStep, kind: ClaimKind?, workingDays: Int, source: Citation) {
        self.after = after
        self.kind = kind
        self.workingDays = workingDays
        self.source = source
    }
}

extension ChangePolicy {
    /// The term that begins with a step; nil where nothing has to follow.
    package func term(after step: ClaimStep, of kind: ClaimKind) -> ClaimTerm? {
        claimTerms.first { $0.after == step && ($0.kind == nil || $0.kind == kind) }
    }
}
