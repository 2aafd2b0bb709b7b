package import Civic

/// The months a member missed, and what paying them late would cost.
package struct Arrears: Sendable {
    /// Each missed month at its own price.
    package let bill: ContributionBill
    /// On top of the contributions; a member without an employer owes none.
    package let fine: Rupiah
    package let rules: CitationSet
}

extension Law {
    /// What the months that `report` calls missed would cost on `day`.
    /// - Throws: a problem of kind input when no tariff is in force in one of them.
    package func arrears(
        of report: CoverReport, for contributionClass: ContributionClass, on day: Day
    ) throws(Problem) -> Arrears {
        var reading = LawReading(self, on: day)
        let rate = try reading.number(.latePaymentFine)
        let bill = try contributions(
            for: contributionClass, in: report.missedMonths, paidIn: day.month)
        let fine = bill.lines.reduce(Rupiah.zero) { sum, line in
            let late = Int64(day.month - line.month)
            return sum + line.breakdown.total.scaled(by: rate * late, over: 1000)
        }
        return Arrears(bill: bill, fine: fine, rules: reading.rules.union(bill.rules))
    }
}
