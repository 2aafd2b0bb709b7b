/// The accounts that every fund has. Money moves from the account that is debited to the one that is
/// credited.
package enum AccountKind: String, CaseIterable, Sendable {
    /// The world outside from which a fund's money comes: the budget, a company, donors. Its debits
    /// are what was given, and no more can go back than that.
    case source
    /// Money that is free for new commitments.
    case available
    /// Money set aside for a decree.
    case commitments
    /// Money that reached the insurer.
    case insurer
    /// Money that the insurer gave back.
    case refunds
}

/// One account: a fund and the part it plays there.
package struct AccountName: Hashable, Sendable {
    /// Id of the fund and its year, as `apbd-2026`.
    package let fund: String
    package let kind: AccountKind

    package init(fund: String, kind: AccountKind) {
        self.fund = fund
        self.kind = kind
    }
}

extension AccountName: Comparable {
    /// By fund, then by name of the kind.
    package static func < (left: AccountName, right: AccountName) -> Bool {
        (left.fund, left.kind.rawValue) < (right.fund, right.kind.rawValue)
    }
}

extension AccountName: CustomStringConvertible {
    package var description: String { "\(fund)/\(kind.rawValue)" }
}
