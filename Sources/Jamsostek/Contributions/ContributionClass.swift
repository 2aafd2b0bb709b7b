package import Civic

/// All that decides the price of a month of cover, apart from the month.
package struct ContributionClass: Hashable, Sendable {
    package var sector: Occupation.Sector
    package var fund: FundingSource
    /// Rupiah a month, as declared to the insurer; zero or more.
    package var declaredIncome: Rupiah
    /// Whether old-age savings (JHT) are added to the obligatory pair JKK and JKM.
    package var savesForOldAge: Bool
    /// Whether the worker employs others.
    package var employsOthers: Bool

    /// An income of zero, the default, means the lowest band of the tariff.
    package init(
        sector: Occupation.Sector, fund: FundingSource, declaredIncome: Rupiah = .zero,
        savesForOldAge: Bool = false, employsOthers: Bool = false
    ) {
        self.sector = sector
        self.fund = fund
        self.declaredIncome = declaredIncome
        self.savesForOldAge = savesForOldAge
        self.employsOthers = employsOthers
    }
}

/// What one month of cover costs, programme by programme, in rupiah.
package struct ContributionBreakdown: Hashable, Sendable {
    /// The income on which contributions and benefits are reckoned.
    package let base: Rupiah
    package let workAccident: Rupiah
    package let death: Rupiah
    /// Zero when no old-age savings were chosen.
    package let oldAge: Rupiah
    /// How sure the compilers of the tariff are of this band; low means: compare with the annex of
    /// the law before insuring anybody in it.
    package let confidence: Confidence
    package let rules: CitationSet

    package var total: Rupiah { workAccident + death + oldAge }
}
