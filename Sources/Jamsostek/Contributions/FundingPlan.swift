package import Civic

/// So many people, insured for so many months from a first one, paid by one fund.
package struct FundingPlan: Sendable {
    /// One or more.
    package let people: Int
    package let start: Month
    /// One or more.
    package let months: Int
    package let contributionClass: ContributionClass

    package init(
        people: Int, start: Month, months: Int, contributionClass: ContributionClass
    ) {
        precondition(people > 0 && months > 0, "a plan covers somebody for some time")
        self.people = people
        self.start = start
        self.months = months
        self.contributionClass = contributionClass
    }
}

/// What a plan costs, month by month, because months may differ in price.
package struct PlanCost: Sendable {
    /// For all people, one amount for each month of the plan.
    package let monthly: [Rupiah]
    /// For one person over the whole plan.
    package let perPerson: Rupiah
    package let rules: CitationSet

    package var total: Rupiah { monthly.reduce(.zero, +) }

    /// How many people the budget carries through the whole plan.
    package func peopleAffordable(with budget: Rupiah) -> Int64 { budget.times(perPerson) }

    /// What the budget lacks; zero when it is enough.
    package func shortfall(of budget: Rupiah) -> Rupiah { max(.zero, total - budget) }
}

extension Law {
    /// What a plan costs.
    /// - Throws: a problem of kind input when no tariff is in force in one of its months.
    package func cost(of plan: FundingPlan) throws(Problem) -> PlanCost {
        let months = (0..<plan.months).map { plan.start + $0 }
        let bill = try contributions(for: plan.contributionClass, in: months)
        return PlanCost(
            monthly: bill.lines.map { $0.breakdown.total * plan.people },
            perPerson: bill.total, rules: bill.rules)
    }

    /// For how many months `budget` carries all people of the plan, in tenths of a month, cut: 102 is
    /// 10.2 months. Walks real months, also beyond the plan's last one; the tenth is a share of the
    /// first month that cannot be paid in full.
    /// - Throws: a problem of kind input when no tariff is in force in a month that is reached.
    package func monthsAffordable(
        _ plan: FundingPlan, with budget: Rupiah
    ) throws(Problem) -> Int64 {
        try monthsAffordable([plan], from: plan.start, with: budget)
    }

    /// The same for several plans that one budget pays together, whatever their own months.
    /// - Throws: a problem of kind input when no tariff is in force in a month that is reached.
    package func monthsAffordable(
        _ plans: [FundingPlan], from start: Month, with budget: Rupiah
    ) throws(Problem) -> Int64 {
        var left = budget
        var whole: Int64 = 0
        var month = start
        while true {
            var cost = Rupiah.zero
            for plan in plans {
                cost += try rate(for: plan.contributionClass, in: month).total * plan.people
            }
            // From the last turn on every month costs the same, so nothing is left to walk.
            if left < cost || month >= contributionEras.lastTurn {
                let paid = left.times(cost)
                let rest = left - cost * Int(paid)
                return (whole + paid) * 10 + (rest * 10).times(cost)
            }
            left -= cost
            whole += 1
            month = month + 1
        }
    }
}
