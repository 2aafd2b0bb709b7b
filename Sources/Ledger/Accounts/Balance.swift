package import Civic

/// What was ever posted to an account, and what is pending on it now; no part is below zero.
package struct Balance: Hashable, Sendable {
    package var debitsPosted: Rupiah
    package var debitsPending: Rupiah
    package var creditsPosted: Rupiah
    package var creditsPending: Rupiah

    package static let zero = Balance(
        debitsPosted: .zero, debitsPending: .zero, creditsPosted: .zero, creditsPending: .zero)

    /// The most that any part may hold, a thousand of the largest amounts. Four of them still fit
    /// into 64 bits, so that no sum of them overflows.
    package static let most = Rupiah(1_000_000_000_000_000_000)

    package init(
        debitsPosted: Rupiah, debitsPending: Rupiah, creditsPosted: Rupiah, creditsPending: Rupiah
    ) {
        self.debitsPosted = debitsPosted
        self.debitsPending = debitsPending
        self.creditsPosted = creditsPosted
        self.creditsPending = creditsPending
    }

    /// What can still leave an account of this kind. Pending money that leaves counts as gone, and
    /// pending money that comes does not count yet. For a source: what can still be given back.
    package func free(_ kind: AccountKind) -> Rupiah {
        kind == .source
            ? debitsPosted - creditsPosted - creditsPending
            : creditsPosted - debitsPosted - debitsPending
    }

    var isWithinBounds: Bool {
        max(max(debitsPosted, debitsPending), max(creditsPosted, creditsPending)) <= Balance.most
    }
}

package struct LedgerAccount: Hashable, Sendable {
    package let name: AccountName
    package let balance: Balance

    package init(name: AccountName, balance: Balance) {
        self.name = name
        self.balance = balance
    }

    package var free: Rupiah { balance.free(name.kind) }
}
