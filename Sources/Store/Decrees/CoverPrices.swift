package import Civic
package import Jamsostek

/// What each month of cover costs, by who pays and in which sector the person works: the law of each
/// month, looked up once for all people.
package struct CoverPrices: Sendable {
    private struct Key: Hashable {
        let month: Month
        let source: FundingSource
        let sector: Occupation.Sector
    }

    private let prices: [Key: Rupiah]
    private let sectors: [String: Occupation.Sector]

    /// - Throws: a problem of kind input when no tariff is in force in one of the months.
    package init(
        _ law: Law, months: ClosedRange<Month>, occupations: OccupationCatalogue,
        declaredIncome: Rupiah
    ) throws(Problem) {
        let sectors = occupations.occupations.map { ($0.code, $0.sector) }
        try self.init(
            months: months, sectors: Dictionary(sectors) { first, _ in first }
        ) { month, source, sector throws(Problem) in
            try law.contributions(in: month).breakdown(
                for: ContributionClass(
                    sector: sector, fund: source, declaredIncome: declaredIncome)
            ).total
        }
    }

    init(
        months: ClosedRange<Month>, sectors: [String: Occupation.Sector],
        _ price: (Month, FundingSource, Occupation.Sector) throws(Problem) -> Rupiah
    ) throws(Problem) {
        var prices: [Key: Rupiah] = [:]
        for number in months.lowerBound.number...months.upperBound.number {
            let month = Month(number: number)
            for source in FundingSource.allCases {
                for sector in [Occupation.Sector.transport, .other] {
                    prices[Key(month: month, source: source, sector: sector)] = try price(
                        month, source, sector)
                }
            }
        }
        self.prices = prices
        self.sectors = sectors
    }

    /// Nil for a month that was not asked about.
    func price(_ month: Month, _ source: FundingSource, _ occupation: String?) -> Rupiah? {
        let sector = occupation.flatMap { sectors[$0] } ?? .other
        return prices[Key(month: month, source: source, sector: sector)]
    }
}
