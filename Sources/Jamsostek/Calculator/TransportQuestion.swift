package import Civic

/// What is repaid of the way to hospital or home?
package struct TransportQuestion: Sendable {
    let bills: [(cost: ReimbursedCost, amount: Rupiah)]
    let day: Day

    /// Reads the arguments of `sigap calc benefit transport`.
    /// - Parameters:
    ///   - land: bill in rupiah for land, river and lake; nil for none.
    ///   - sea: bill in rupiah; nil for none.
    ///   - air: bill in rupiah; nil for none.
    ///   - on: day of the accident; nil for today.
    ///   - today: stands in for `on`.
    /// - Throws: a problem of kind usage.
    package init(
        land: String?, sea: String?, air: String?, on: String?, today: Day
    ) throws(Problem) {
        bills = [
            (.transportLand, try Argument("--land", land).given?.amount() ?? .zero),
            (.transportSea, try Argument("--sea", sea).given?.amount() ?? .zero),
            (.transportAir, try Argument("--air", air).given?.amount() ?? .zero),
        ]
        day = try Argument("--on", on).given?.day() ?? today
    }
}

extension Law {
    /// Answers `sigap calc benefit transport`.
    /// - Throws: a problem of kind input when no law was in force on the day.
    package func answer(_ question: TransportQuestion) throws(Problem) -> CalculatorAnswer {
        answer(try reimbursement(of: question.bills, on: question.day), scholarships: false)
    }
}
