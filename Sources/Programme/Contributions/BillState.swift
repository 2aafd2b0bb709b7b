/// What became of the bill of one month and one fund. Raw values are those of the store.
package enum BillState: String, CaseIterable, Sendable {
    /// Reckoned, and perhaps compared with what the insurer asks for.
    case draft
    /// The order to pay (SPM) is out; the money is held.
    case ordered
    /// The treasury paid (SP2D).
    case paid
    /// Withdrawn before it was paid; its months wait for another one.
    case void
}

/// How the insurer's bill differs from ours. Raw values are those of the store.
package enum BillDifferenceKind: String, CaseIterable, Sendable {
    /// On our bill, not on the insurer's.
    case oursOnly = "ours-only"
    /// On the insurer's bill, not on ours.
    case theirsOnly = "theirs-only"
    /// On both, at another amount.
    case amount
    /// The sums differ, and the insurer gave no names.
    case total
}
