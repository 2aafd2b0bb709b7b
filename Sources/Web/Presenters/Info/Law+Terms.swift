import Civic
import Jamsostek

/// Terms of the law as plain numbers, for sentences. The law answers with days, because most
/// questions are about a day; these turn its answers back.
extension Law {
    func years(of expiry: ClaimExpiry, on day: Day) throws(Problem) -> Int {
        try claimExpires(expiry, after: day).year - day.year
    }

    /// Counted in the last year whose holidays are known, at the latest, because a public page must
    /// not fail for want of next year's holidays.
    func workingDays(of deadline: PaymentDeadline, on day: Day) throws(Problem) -> Int {
        let lastYear = holidays.last.flatMap { Day(year: $0.day.year, month: 1, day: 1) }
        let receipt = min(day, lastYear ?? day)
        let due = try paymentDue(deadline, receivedOn: receipt)
        // A term received on a working day's eve and on that day ends on different days.
        var count = 0
        for offset in 0..<(due - receipt) {
            let eve = receipt + offset
            let isWorkingDay =
                try paymentDue(deadline, receivedOn: eve)
                < paymentDue(deadline, receivedOn: eve + 1)
            if isWorkingDay { count += 1 }
        }
        return count
    }
}
