package import Civic

/// What does a time without work bring?
package struct IncapacityQuestion: Sendable {
    let income: Rupiah
    let day: Day
    let length: IncapacityLength

    /// Reads the arguments of `sigap calc benefit temporary-incapacity`.
    /// - Parameters:
    ///   - income: rupiah a month; nil for the lowest band.
    ///   - days: days without work; nil when whole months are given.
    ///   - months: whole months without work; nil when days are given.
    ///   - on: day of the accident; nil for today.
    ///   - today: stands in for `on`.
    /// - Throws: a problem of kind usage, also for both or neither of days and months.
    package init(
        income: String?, days: String?, months: String?, on: String?, today: Day
    ) throws(Problem) {
        self.income = try Argument("--income", income).given?.amount() ?? .zero
        day = try Argument("--on", on).given?.day() ?? today
        let days = try Argument("--days", days).given?.count(in: 0...36_500)
        let months = try Argument("--months", months).given?.count(in: 0...1200)
        switch (days, months) {
        case (let days?, nil): length = .days(days)
        case (nil, let months?): length = .months(months)
        default: throw Problem.daysOrMonths
        }
    }
}

extension Law {
    /// Answers `sigap calc benefit temporary-incapacity`.
    /// - Throws: a problem of kind input when no law was in force on the day.
    package func answer(_ question: IncapacityQuestion) throws(Problem) -> CalculatorAnswer {
        let award = try temporaryIncapacityBenefit(
            question.length, declaredIncome: question.income, on: question.day)
        return answer(award, scholarships: false)
    }
}

extension Problem {
    fileprivate static let daysOrMonths = Problem(
        .usage, "argument-choice",
        Phrase(
            "Lama tidak bekerja harus diberikan dengan satu cara.",
            en: "The time without work must be given in one way."),
        do: Phrase(
            "Pakai --days atau --months, jangan keduanya.",
            en: "Use --days or --months, not both."))
}
