package import Civic
package import Jamsostek
package import Programme

/// What a region pack says about monthly contributions.
package struct ContributionTerms: Sendable {
    package let bills: BillPolicy
    package let guarding: GuardPolicy
    package let cohorts: [Cohort]

    package func cohort(_ id: String) -> Cohort? { cohorts.first { $0.id == id } }
}

extension Region {
    /// Codes of the trades that the law counts as transport.
    package var transportTrades: Set<String> {
        Set(occupations.occupations.filter { $0.sector == .transport }.map(\.code))
    }

    /// What each of `months` costs.
    /// - Throws: a problem of kind input when no tariff is in force in one of them.
    package func pricing(
        _ law: Law, in months: ClosedRange<Month>
    ) throws(Problem) -> [Month: ContributionPricing] {
        var pricing: [Month: ContributionPricing] = [:]
        let transport = transportTrades
        var month = months.lowerBound
        while month <= months.upperBound {
            pricing[month] = try ContributionPricing(
                law, in: month, declaredIncome: plan.declaredIncome,
                cohorts: contributions.cohorts, transport: transport)
            month = month + 1
        }
        return pricing
    }
}
