package import Civic
package import Jamsostek

/// How many people shall be insured from when on, for how long, and who pays for whom.
package struct WavePlan: Hashable, Sendable {
    /// The people whom one source of money pays for.
    package struct Share: Hashable, Sendable {
        package let source: FundingSource
        /// Zero or more.
        package var transport: Int
        /// Zero or more.
        package var other: Int
        /// What the source has for the wave, in rupiah; nil where that is not known.
        package var budget: Rupiah?

        package init(
            _ source: FundingSource, transport: Int = 0, other: Int = 0, budget: Rupiah? = nil
        ) {
            self.source = source
            self.transport = transport
            self.other = other
            self.budget = budget
        }

        package var people: Int { transport + other }

        func people(in sector: Occupation.Sector) -> Int {
            sector == .transport ? transport : other
        }
    }

    package let start: Month
    /// What is promised to everybody; one or more.
    package let months: Int
    package var shares: [Share]
    /// The monthly income that is declared for everybody, in rupiah; zero for the lowest band.
    package var declaredIncome: Rupiah

    package init(
        start: Month, months: Int, shares: [Share], declaredIncome: Rupiah = .zero
    ) {
        precondition(months > 0, "a wave promises some time")
        self.start = start
        self.months = months
        self.shares = shares
        self.declaredIncome = declaredIncome
    }

    package var people: Int { shares.reduce(0) { $0 + $1.people } }
    package var last: Month { start + (months - 1) }

    /// One plan for each sector of a share that has people.
    func plans(of share: Share, paidBy source: FundingSource? = nil) -> [FundingPlan] {
        [Occupation.Sector.transport, .other].compactMap { sector in
            let people = share.people(in: sector)
            guard people > 0 else { return nil }
            return FundingPlan(
                people: people, start: start, months: months,
                contributionClass: ContributionClass(
                    sector: sector, fund: source ?? share.source, declaredIncome: declaredIncome))
        }
    }
}
