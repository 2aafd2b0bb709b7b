import Civic

/// The contribution law of one month, looked up once and then applied to as many people as there
/// are: a breakdown needs no text, no allocation and no date arithmetic.
package struct MonthlyTariff: Sendable {
    let bands: IncomeTable
    let workAccident: ProgramRate
    let death: ProgramRate
    let oldAge: ProgramRate
    let transport: SectorDiscounts
    let other: SectorDiscounts
    /// Whether members who employ others share in the discounts.
    let discountsEmployers: Bool
    /// Cited where a discount for CSR or PSR rests on our reading only.
    let donorReading: CitationSet

    /// What this month costs a person of `contributionClass`.
    ///
    /// JKK is one per cent of the band's base, JKM a flat amount, JHT two per cent (PP 44/2015,
    /// PP 46/2015); reliefs are taken off programme by programme unless the fund is excluded
    /// (PP 50/2025 Pasal 3).
    package func breakdown(for contributionClass: ContributionClass) -> ContributionBreakdown {
        let band = bands.band(for: contributionClass.declaredIncome)
        var rules = band.source
        let discounts = contributionClass.sector == .transport ? transport : other
        func price(_ rate: ProgramRate, _ discount: Discount?) -> Rupiah {
            rules.insert(rate.source)
            let full = rate.price(of: band.base)
            guard let discount else { return full }
            rules.insert(discount.source)
            guard allows(discount, contributionClass) else { return full }
            if contributionClass.fund == .csr || contributionClass.fund == .psr {
                rules.insert(donorReading)
            }
            return discount.reduced(full)
        }
        let accident = price(workAccident, discounts.workAccident)
        let life = price(death, discounts.death)
        let savings: Rupiah =
            contributionClass.savesForOldAge ? price(oldAge, discounts.oldAge) : .zero
        return ContributionBreakdown(
            base: band.base, workAccident: accident, death: life, oldAge: savings,
            confidence: band.confidence, rules: rules)
    }

    private func allows(_ discount: Discount, _ contributionClass: ContributionClass) -> Bool {
        !discount.excludedFunds.contains(contributionClass.fund)
            && (discountsEmployers || !contributionClass.employsOthers)
    }
}
