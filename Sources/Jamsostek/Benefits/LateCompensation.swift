package import Civic

extension Law {
    /// What the insurer owes on top for paying a cash benefit late: one per cent of it for every
    /// calendar day (PP 44/2015 Pasal 37 and 40).
    /// - Parameters:
    ///   - benefit: the cash that was late.
    ///   - due: the last day of the term, see ``Law/paymentDue(_:receivedOn:)``.
    ///   - paid: the day of payment.
    /// - Returns: rupiah; zero when it paid in time.
    /// - Throws: a problem of kind input when no law was in force on the day it was due.
    package func lateCompensation(
        for benefit: Rupiah, dueOn due: Day, paidOn paid: Day
    ) throws(Problem) -> Rupiah {
        var reading = LawReading(self, on: due)
        let rate = try reading.number(.lateCompensation)
        return benefit.scaled(by: rate * Int64(max(0, paid - due)), over: 1000)
    }
}
