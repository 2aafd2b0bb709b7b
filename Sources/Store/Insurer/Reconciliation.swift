package import Civic
package import Programme

/// The totals of a month that was reconciled, or of one that could be closed now.
package struct Reconciliation: Sendable, Hashable {
    /// When and by whom a month was closed, and the code of its record.
    package struct Closing: Sendable, Hashable {
        package let code: String
        package let actor: String
        package let at: Instant
    }

    package let month: Month
    /// SHA-256 of either side, hexadecimal.
    package let ourDigest: String
    package let theirDigest: String
    package let ourPeople: Int
    package let theirPeople: Int
    package let ourAmount: Rupiah
    package let theirAmount: Rupiah
    package let piles: [Pile: Int]
    /// Nil while the month is open.
    package let closing: Closing?

    package func count(_ pile: Pile) -> Int { piles[pile] ?? 0 }

    /// People who stand on one side only, or whom the insurer refused.
    package var unmatched: Int { count(.refused) + count(.theirsOnly) + count(.oursOnly) }
}

/// One person of a month as it is shown.
package struct ReconciliationRow: Sendable, Hashable {
    package let line: Int
    package let pile: Pile
    package let number: String?
    package let name: String?
    /// Prints masked.
    package let nik: NIK?
    package let village: PlaceCode?
    package let participant: String?
    package let ourAmount: Rupiah?
    package let theirAmount: Rupiah?
    package let differences: [PileDifference]
    package let cause: PileCause?
    /// The city's own reason of a refusal.
    package let refusal: String?
}

/// Which rows of a month to show.
package enum ReconciliationPart: Sendable, Hashable {
    case pile(Pile)
    /// The matched about whom the two sides say something different.
    case different
}
