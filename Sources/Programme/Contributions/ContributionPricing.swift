package import Civic
package import Jamsostek

/// What one month costs whoever stands in a cohort and does a trade, by the fund that pays: the law
/// of the month, looked up once.
package struct ContributionPricing: Sendable {
    package let month: Month
    private let tariff: MonthlyTariff
    private let declaredIncome: Rupiah
    private let cohorts: [String: Cohort]
    /// Codes of the trades that the law counts as transport.
    private let transport: Set<String>

    /// `declaredIncome` is what the programme declares for its own members; `cohorts` are those who
    /// are not its own.
    ///
    /// - Throws: a problem of kind input when no tariff is in force in `month`.
    package init(
        _ law: Law, in month: Month, declaredIncome: Rupiah, cohorts: [Cohort],
        transport: Set<String>
    ) throws(Problem) {
        self.month = month
        tariff = try law.contributions(in: month)
        self.declaredIncome = declaredIncome
        self.cohorts = Dictionary(uniqueKeysWithValues: cohorts.map { ($0.id, $0) })
        self.transport = transport
    }

    /// An unknown trade counts as no transport, so that nobody is promised a relief without proof.
    package func price(
        _ fund: FundingSource, cohort: String, occupation: String?
    ) -> Rupiah {
        let terms = cohorts[cohort]
        let isTransport = occupation.map { transport.contains($0) } ?? false
        return tariff.breakdown(
            for: ContributionClass(
                sector: isTransport ? .transport : .other, fund: fund,
                declaredIncome: terms?.declaredIncome ?? declaredIncome,
                savesForOldAge: terms?.savesForOldAge ?? false)
        ).total
    }
}
