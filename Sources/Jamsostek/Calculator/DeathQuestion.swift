package import Civic

/// What do the heirs receive?
package struct DeathQuestion: Sendable {
    let death: DeathCase

    /// Reads the arguments of `sigap calc benefit death`.
    /// - Parameters:
    ///   - cause: `natural` or `accident`.
    ///   - income: rupiah a month; nil for the lowest band.
    ///   - paid: `2025-11,2025-12`; empty for nobody's month.
    ///   - on: day of death; nil for today.
    ///   - children: levels of schooling, `sd,pt`, each perhaps with its birth date:
    ///     `sd:2015-04-30`; nil for none.
    ///   - today: stands in for `on`.
    /// - Throws: a problem of kind usage.
    package init(
        cause: String?, income: String?, paid: String?, on: String?, children: String?, today: Day
    ) throws(Problem) {
        death = DeathCase(
            try Argument("--cause", cause).choice(of: DeathCase.Cause.allCases),
            on: try Argument("--on", on).given?.day() ?? today,
            declaredIncome: try Argument("--income", income).given?.amount() ?? .zero,
            history: CoverHistory(paid: try Argument("--paid", paid).months()),
            children: try ScholarChild.list(children))
    }
}

extension ScholarChild {
    /// `sd,pt:2004-02-29`; none for nil.
    static func list(_ text: String?) throws(Problem) -> [ScholarChild] {
        guard text != nil else { return [] }
        let argument = Argument("--children", text)
        var children: [ScholarChild] = []
        for item in try argument.list() {
            let parts = item.split(
                separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let birth = parts.count == 2 ? String(parts[1]) : nil
            children.append(
                ScholarChild(
                    level: parts.first.map(String.init) ?? "",
                    birthDate: try Argument("--children", birth).given?.day()))
        }
        return children
    }
}

extension Law {
    /// Answers `sigap calc benefit death`.
    /// - Throws: a problem of kind usage for an unknown level of schooling, of kind input when no
    ///   law was in force on the day.
    package func answer(_ question: DeathQuestion) throws(Problem) -> CalculatorAnswer {
        answer(try deathBenefit(question.death), scholarships: true)
    }
}
