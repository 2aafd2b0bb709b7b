/// Why a transfer cannot be done. When several reasons hold, the one that stands first here is told.
package enum LedgerFault: String, Error, CaseIterable, Sendable {
    /// The key is empty or too long.
    case keyUnusable = "ledger-key"
    /// The amount is not between 1 rupiah and ``Movement/amountMax``.
    case amountUnusable = "ledger-amount"
    /// Another transfer has this key.
    case keyTaken = "ledger-key-taken"
    case fundUnknown = "ledger-fund-unknown"
    /// There is no transfer to settle, void or reverse.
    case originalUnknown = "ledger-original-unknown"
    /// What shall be settled or voided was never held.
    case notHeld = "ledger-not-held"
    /// What shall be reversed was never moved.
    case notMoved = "ledger-not-moved"
    case settledBefore = "ledger-settled-before"
    case voidedBefore = "ledger-voided-before"
    case reversedBefore = "ledger-reversed-before"
    /// More shall be settled than is held.
    case aboveHeld = "ledger-above-held"
    /// An account would hold less than nothing, pending money counted as gone.
    case belowZero = "ledger-below-zero"
    /// An account would exceed ``Balance/most``.
    case totalTooLarge = "ledger-total"
}

/// A set of transfers that was not done because of one of them.
package struct Refusal: Error, Hashable, Sendable {
    /// Position in the set, from 0.
    package let position: Int
    package let fault: LedgerFault

    package init(position: Int, fault: LedgerFault) {
        self.position = position
        self.fault = fault
    }
}
