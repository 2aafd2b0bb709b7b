package import Civic

/// What does permanent total disability bring?
package struct TotalDisabilityQuestion: Sendable {
    let income: Rupiah
    let day: Day
    let children: [ScholarChild]

    /// Reads the arguments of `sigap calc benefit total-disability`.
    /// - Parameters:
    ///   - income: rupiah a month; nil for the lowest band.
    ///   - on: day of the accident; nil for today.
    ///   - children: as for a death.
    ///   - today: stands in for `on`.
    /// - Throws: a problem of kind usage.
    package init(
        income: String?, on: String?, children: String?, today: Day
    ) throws(Problem) {
        self.income = try Argument("--income", income).given?.amount() ?? .zero
        day = try Argument("--on", on).given?.day() ?? today
        self.children = try ScholarChild.list(children)
    }
}

/// What does partial permanent disability bring?
package struct PartialDisabilityQuestion: Sendable {
    let income: Rupiah
    let day: Day
    let share: PerMille
    let functionLoss: PerMille?

    /// Reads the arguments of `sigap calc benefit partial-disability`.
    /// - Parameters:
    ///   - income: rupiah a month; nil for the lowest band.
    ///   - on: day of the accident; nil for today.
    ///   - percent: share of the disability table, `15` or `4.5`.
    ///   - functionLoss: per cent of the function that is lost; nil when the part itself is lost.
    ///   - today: stands in for `on`.
    /// - Throws: a problem of kind usage.
    package init(
        income: String?, on: String?, percent: String?, functionLoss: String?, today: Day
    ) throws(Problem) {
        self.income = try Argument("--income", income).given?.amount() ?? .zero
        day = try Argument("--on", on).given?.day() ?? today
        share = try Argument("--percent", percent).percentage()
        self.functionLoss = try Argument("--function-loss", functionLoss).given?.percentage()
    }
}

extension Law {
    /// Answers `sigap calc benefit total-disability`.
    /// - Throws: a problem of kind usage for an unknown level of schooling, of kind input when no
    ///   law was in force on the day.
    package func answer(_ question: TotalDisabilityQuestion) throws(Problem) -> CalculatorAnswer {
        let award = try totalDisabilityBenefit(
            declaredIncome: question.income, on: question.day, children: question.children)
        return answer(award, scholarships: true)
    }

    /// Answers `sigap calc benefit partial-disability`.
    /// - Throws: a problem of kind input when no law was in force on the day.
    package func answer(
        _ question: PartialDisabilityQuestion
    ) throws(Problem) -> CalculatorAnswer {
        let award = try partialDisabilityBenefit(
            question.share, functionLoss: question.functionLoss, declaredIncome: question.income,
            on: question.day)
        return answer(award, scholarships: false)
    }
}
