package import Civic

/// What does a plan cost, and how far does a budget go?
package struct PlanQuestion: Sendable {
    let plan: FundingPlan
    let budget: Rupiah?

    /// Reads the arguments of `sigap calc plan`.
    /// - Parameters:
    ///   - people: 1 to 1,000,000,000.
    ///   - months: 1 to 1200.
    ///   - start: the first month, `2026-01`.
    ///   - fund: `apbd`, `apbn`, `csr`, `psr` or `self`.
    ///   - sector: `transport` or `other`; nil for `other`.
    ///   - income: rupiah a month; nil for the lowest band.
    ///   - budget: rupiah; nil when only the cost is asked for.
    /// - Throws: a problem of kind usage.
    package init(
        people: String?, months: String?, start: String?, fund: String?, sector: String?,
        income: String?, budget: String?
    ) throws(Problem) {
        plan = FundingPlan(
            people: try Argument("--people", people).count(in: 1...1_000_000_000),
            start: try Argument("--start", start).month(),
            months: try Argument("--months", months).count(in: 1...1200),
            contributionClass: ContributionClass(
                sector: try Argument("--sector", sector).given?.choice(of: [.transport, .other])
                    ?? .other,
                fund: try Argument("--fund", fund).choice(of: FundingSource.allCases),
                declaredIncome: try Argument("--income", income).given?.amount() ?? .zero))
        self.budget = try Argument("--budget", budget).given?.amount()
    }
}

extension Law {
    /// Answers `sigap calc plan`. `monthly` is the first month, because later ones may differ; what
    /// needs a budget is null without one.
    /// - Throws: a problem of kind input when no tariff is in force in one of the months.
    package func answer(_ question: PlanQuestion) throws(Problem) -> CalculatorAnswer {
        let cost = try cost(of: question.plan)
        let months: JSONValue
        if let budget = question.budget {
            months = .tenths(try monthsAffordable(question.plan, with: budget))
        } else {
            months = .null
        }
        let people = question.budget.map { JSONValue.integer(cost.peopleAffordable(with: $0)) }
        let shortfall = question.budget.map { JSONValue.rupiah(cost.shortfall(of: $0)) }
        return CalculatorAnswer(
            [
                JSONValue.Member("monthly", .rupiah(cost.monthly.first ?? .zero)),
                JSONValue.Member("total", .rupiah(cost.total)),
                JSONValue.Member("months_affordable", months),
                JSONValue.Member("people_affordable", people ?? .null),
                JSONValue.Member("shortfall", shortfall ?? .null),
            ], rules: citations(of: cost.rules))
    }
}
