/// The ways that money may go inside a fund; there are no others. The insurer is paid out of
/// commitments only, so that nothing is paid without a decree behind it.
package enum Flow: String, CaseIterable, Sendable {
    /// Money is given to the fund.
    case allotment
    /// Money is set aside for a decree.
    case commitment
    /// What a decree no longer needs is free again.
    case release
    /// Contributions go to the insurer (SP2D).
    case payment
    /// The insurer gives money back, for the dead and those insured twice.
    case refund
    /// Refunded money is free again.
    case reuse
    /// Unspent money goes back to where it came from.
    case surrender

    package var debit: AccountKind {
        switch self {
        case .allotment: .source
        case .commitment, .surrender: .available
        case .release, .payment: .commitments
        case .refund: .insurer
        case .reuse: .refunds
        }
    }

    package var credit: AccountKind {
        switch self {
        case .allotment, .release, .reuse: .available
        case .commitment: .commitments
        case .payment: .insurer
        case .refund: .refunds
        case .surrender: .source
        }
    }
}
