package import Civic
package import Jamsostek
package import Ledger
package import Programme

/// Money of one payer for one period. What it holds stands in the ledger under the same id.
package struct Fund: Sendable, Hashable {
    /// `apbd-2026`.
    package let id: String
    package let source: FundingSource
    package let title: String
    /// Who gives the money.
    package let payer: String
    /// Under which the insurer keeps those who are paid for (wadah, NPW); never shared by funds of
    /// different sources.
    package let workerGroup: String
    /// The months of cover that it may pay for.
    package let months: ClosedRange<Month>
    package let terms: FundTerms

    package init(
        id: String, source: FundingSource, title: String, payer: String, workerGroup: String,
        months: ClosedRange<Month>, terms: FundTerms = FundTerms()
    ) {
        self.id = id
        self.source = source
        self.title = title
        self.payer = payer
        self.workerGroup = workerGroup
        self.months = months
        self.terms = terms
    }
}

/// A fund and what it holds.
package struct FundBalance: Sendable, Hashable {
    package let fund: Fund
    package let accounts: [LedgerAccount]

    /// All that was ever given to it.
    package var given: Rupiah { balance(.source)?.debitsPosted ?? .zero }
    /// What no decree has claimed yet.
    package var available: Rupiah { free(.available) }
    /// What decrees have claimed and nobody has paid or ordered to pay.
    package var committed: Rupiah { free(.commitments) }
    /// What reached the insurer, given back or not.
    package var paid: Rupiah { balance(.insurer)?.creditsPosted ?? .zero }

    private func balance(_ kind: AccountKind) -> Balance? {
        accounts.first { $0.name.kind == kind }?.balance
    }

    private func free(_ kind: AccountKind) -> Rupiah { balance(kind)?.free(kind) ?? .zero }
}
