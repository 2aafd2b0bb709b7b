package import Civic

/// Contributions over several months, each at its own price.
package struct ContributionBill: Sendable {
    package struct Line: Hashable, Sendable {
        /// The month that is covered.
        package let month: Month
        package let breakdown: ContributionBreakdown
    }

    package let lines: [Line]

    package var total: Rupiah { lines.reduce(.zero) { $0 + $1.breakdown.total } }
    package var rules: CitationSet { lines.reduce(.none) { $0.union($1.breakdown.rules) } }
}

extension Law {
    /// The contribution law of `month`.
    /// - Throws: a problem of kind input when no tariff is in force.
    package func contributions(in month: Month) throws(Problem) -> MonthlyTariff {
        try contributionEras.tariff(in: month)
    }

    /// What `month` costs a person of `contributionClass`. For many people in one month ask
    /// ``contributions(in:)`` once.
    /// - Throws: a problem of kind input when no tariff is in force.
    package func rate(
        for contributionClass: ContributionClass, in month: Month
    ) throws(Problem) -> ContributionBreakdown {
        try contributions(in: month).breakdown(for: contributionClass)
    }

    /// What several months cost together.
    ///
    /// - Parameters:
    ///   - contributionClass: one class for all months.
    ///   - months: the months covered, in any order.
    ///   - payment: the month in which they are paid; decides the price of months paid ahead only
    ///     where the setting `prepaidMonthPricing` says so.
    /// - Returns: one line for each month, in the order given.
    /// - Throws: a problem of kind input when no tariff is in force.
    package func contributions(
        for contributionClass: ContributionClass, in months: some Sequence<Month>,
        paidIn payment: Month? = nil
    ) throws(Problem) -> ContributionBill {
        var lines: [ContributionBill.Line] = []
        for month in months {
            var priced = month
            if settings.prepaidPricing == .paymentMonth, let payment {
                priced = min(month, payment)
            }
            let breakdown = try rate(for: contributionClass, in: priced)
            lines.append(ContributionBill.Line(month: month, breakdown: breakdown))
        }
        return ContributionBill(lines: lines)
    }

    /// The fund whose exclusion or discount decides the price of a month that several funds share.
    ///
    /// Unless the setting `mixedPayerDiscount` says otherwise, one excluded fund is enough to lose
    /// the discount. Nil for no fund at all.
    /// - Throws: a problem of kind input when no tariff is in force.
    package func decidingFund(
        of funds: [FundingSource], sector: Occupation.Sector, in month: Month
    ) throws(Problem) -> FundingSource? {
        let tariff = try contributions(in: month)
        func total(_ fund: FundingSource) -> Rupiah {
            tariff.breakdown(for: ContributionClass(sector: sector, fund: fund)).total
        }
        return settings.mixedPayerDiscount
            ? funds.min { total($0) < total($1) } : funds.max { total($0) < total($1) }
    }
}
