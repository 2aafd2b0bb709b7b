package import Civic
package import Programme

/// A step of a claim, as it was noted.
package struct ClaimStepNote: Sendable, Hashable {
    package let step: ClaimStep
    package let day: Day
    /// Number of the letter, or the insurer's reason.
    package let note: String?
    /// What the heirs got.
    package let amount: Rupiah?
    package let actor: String
    package let at: Instant
}

/// A step that somebody wants to note.
package struct NewClaimStep: Sendable, Hashable {
    package let step: ClaimStep
    package let day: Day
    package let note: String?
    package let amount: Rupiah?
    /// By when the next step should follow; nil where none has to.
    package let due: Day?

    package init(_ step: ClaimStep, on day: Day, note: String?, amount: Rupiah?, due: Day?) {
        self.step = step
        self.day = day
        self.note = note
        self.amount = amount
        self.due = due
    }
}

/// Everything about a claim.
package struct ClaimRecord: Sendable, Hashable {
    package let summary: ClaimSummary
    package let member: Member
    package let months: [PaidCover]
    /// In order.
    package let steps: [ClaimStepNote]
}
