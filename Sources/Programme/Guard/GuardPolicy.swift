package import Civic
package import Jamsostek

/// How the city watches that nobody's cover lapses.
package struct GuardPolicy: Sendable {
    /// So many days a payment takes until it has reached the insurer. The last safe day lies so far
    /// before the day on which cover lapses.
    package let processingDays: Int
    /// How many months are looked ahead.
    package let horizon: Int
    /// So many months before its gap a fund is warned of.
    package let warningMonths: Int
    /// Who is in charge by source, unless somebody is named for the fund.
    package let owners: [FundingSource: Phrase]
    package let source: Citation

    package init(
        processingDays: Int, horizon: Int, warningMonths: Int, owners: [FundingSource: Phrase],
        source: Citation
    ) {
        self.processingDays = processingDays
        self.horizon = horizon
        self.warningMonths = warningMonths
        self.owners = owners
        self.source = source
    }

    /// The last day on which a payment may leave the city to save cover that lapses on `day`.
    package func safeDay(lapsingOn day: Day) -> Day { day + -(1 + processingDays) }
}
