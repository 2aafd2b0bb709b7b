package import Civic
package import Jamsostek

/// People whom the city insured before the programme began, as RT and RW heads and health-post
/// volunteers: counted in coverage, kept apart, and billed by their own class of the tariff.
package struct Cohort: Sendable, Hashable {
    /// `rtrw`; never the id of the programme's own members.
    package let id: String
    package let title: Phrase
    /// Begins the numbers of its members.
    package let numberPrefix: String
    package let segment: Segment
    package let fund: FundingSource
    package let declaredIncome: Rupiah
    package let savesForOldAge: Bool
    /// How many there are said to be; nil where nobody said.
    package let expected: Int?
    package let source: Citation

    package init(
        id: String, title: Phrase, numberPrefix: String, segment: Segment, fund: FundingSource,
        declaredIncome: Rupiah, savesForOldAge: Bool, expected: Int?, source: Citation
    ) {
        self.id = id
        self.title = title
        self.numberPrefix = numberPrefix
        self.segment = segment
        self.fund = fund
        self.declaredIncome = declaredIncome
        self.savesForOldAge = savesForOldAge
        self.expected = expected
        self.source = source
    }
}
