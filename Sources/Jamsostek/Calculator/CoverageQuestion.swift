package import Civic

/// Is somebody covered on a day?
package struct CoverageQuestion: Sendable {
    let history: CoverHistory
    let day: Day

    /// Reads the arguments of `sigap calc coverage`.
    /// - Parameters:
    ///   - paid: `2025-11,2025-12`; empty for nobody's month.
    ///   - on: `2026-01-15`; nil for today.
    ///   - today: stands in for `on`.
    /// - Throws: a problem of kind usage.
    package init(paid: String?, on: String?, today: Day) throws(Problem) {
        history = CoverHistory(paid: try Argument("--paid", paid).months())
        day = try Argument("--on", on).given?.day() ?? today
    }
}

extension Law {
    /// Answers `sigap calc coverage`.
    /// - Throws: a problem of kind input when no law was in force on the day.
    package func answer(_ question: CoverageQuestion) throws(Problem) -> CalculatorAnswer {
        let report = try cover(of: question.history, on: question.day)
        return CalculatorAnswer(
            [
                JSONValue.Member("status", .string(report.status.code)),
                JSONValue.Member("unpaid_months", .count(report.unpaidMonths)),
                JSONValue.Member("active_until", .day(report.activeUntil)),
                JSONValue.Member("lapses_on", .day(report.lapsesOn)),
                JSONValue.Member("last_safe_day", .day(report.lastSafeDay)),
                JSONValue.Member("full_death_benefit_from", .day(report.fullDeathBenefitFrom)),
                JSONValue.Member("membership_months", .count(report.membershipMonths)),
            ], rules: citations(of: report.rules))
    }
}
