package import Civic
package import Jamsostek

/// What a wave will cost, month by month and source by source, and how far the money goes.
package struct WaveForecast: Sendable {
    package struct Share: Sendable {
        package let source: FundingSource
        package let people: Int
        package let budget: Rupiah?
        /// One amount for each month of the plan.
        package let monthly: [Rupiah]
        /// What the budget lacks for the whole promise; nil without a budget.
        package let shortfall: Rupiah?
        /// In tenths of a month, cut: 102 is 10.2 months. Counts on beyond the promise. Nil without
        /// a budget or people.
        package let monthsAffordable: Int64?
        /// People whom the budget carries through the whole promise, with as many drivers among
        /// them as among all. Nil without a budget or people.
        package let peopleAffordable: Int64?
        /// The first promised month that cannot be paid for everybody; nil when the money lasts.
        package let endsIn: Month?

        package var total: Rupiah { monthly.reduce(.zero, +) }
    }

    package let start: Month
    /// In the order of the plan.
    package let shares: [Share]
    /// For all sources together, one amount for each month of the plan.
    package let monthly: [Rupiah]
    package let rules: CitationSet

    package var total: Rupiah { monthly.reduce(.zero, +) }

    /// The first promised month in which somebody's money has ended.
    package var endsIn: Month? { shares.compactMap(\.endsIn).min() }
}

extension Law {
    /// What a wave will cost at the rates of each month.
    /// - Throws: a problem of kind input when no tariff is in force in a month that is reached.
    package func forecast(_ plan: WavePlan) throws(Problem) -> WaveForecast {
        var shares: [WaveForecast.Share] = []
        var monthly = [Rupiah](repeating: .zero, count: plan.months)
        var rules = CitationSet.none
        for share in plan.shares {
            let (forecast, cited) = try forecast(share, in: plan)
            for (month, amount) in forecast.monthly.enumerated() { monthly[month] += amount }
            rules = rules.union(cited)
            shares.append(forecast)
        }
        return WaveForecast(start: plan.start, shares: shares, monthly: monthly, rules: rules)
    }

    private func forecast(
        _ share: WavePlan.Share, in plan: WavePlan
    ) throws(Problem) -> (WaveForecast.Share, CitationSet) {
        let plans = plan.plans(of: share)
        var monthly = [Rupiah](repeating: .zero, count: plan.months)
        var rules = CitationSet.none
        for part in plans {
            let cost = try cost(of: part)
            for (month, amount) in cost.monthly.enumerated() { monthly[month] += amount }
            rules = rules.union(cost.rules)
        }
        var (affordable, carried) = (nil as Int64?, nil as Int64?)
        let total = monthly.reduce(.zero, +)
        if let budget = share.budget, total > .zero {
            affordable = try monthsAffordable(plans, from: plan.start, with: budget)
            carried = budget.scaled(by: Int64(share.people), over: total.amount).amount
        }
        return (
            WaveForecast.Share(
                source: share.source, people: share.people, budget: share.budget,
                monthly: monthly, shortfall: share.budget.map { max(.zero, total - $0) },
                monthsAffordable: affordable, peopleAffordable: carried,
                endsIn: share.budget.flatMap { Law.end(of: $0, monthly, from: plan.start) }),
            rules
        )
    }

    private static func end(
        of budget: Rupiah, _ monthly: [Rupiah], from start: Month
    ) -> Month? {
        var left = budget
        for (month, amount) in monthly.enumerated() {
            left -= amount
            if left < .zero { return start + month }
        }
        return nil
    }
}
