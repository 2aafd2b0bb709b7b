/// What became of one month of somebody's cover. Raw values are those of the store.
package enum CoverState: String, CaseIterable, Sendable {
    /// A decree promises it.
    case promised
    /// It stands on a bill that is not paid yet.
    case billed
    case paid
    /// Nobody pays it: the member left before.
    case void
    /// It was paid, and the insurer gave the money back.
    case refunded
}
