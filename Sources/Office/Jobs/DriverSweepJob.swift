package import Civic
import Programme
package import Store

/// Keeps the promise to delete drivers: every hour it ends the lists whose day has come, and writes
/// the files anew that held them.
package struct DriverSweepJob: JobHandler {
    package let kind = JobKind.sweepDrivers
    private let answering: DriverAnswering
    /// Milliseconds.
    private let unsentAge: Int64

    package init(_ terms: PartnerTerms) {
        answering = terms.answering
        unsentAge = Int64(terms.unsentHours) * 3_600_000
    }

    package func occurrence(at instant: Instant) -> NewJob? {
        JobCalendar.hourly(kind, at: instant)
    }

    @concurrent package func run(_ desk: JobDesk) async throws(Problem) {
        // Not the key of the job: each list is a deed of its own, which is harmless to repeat.
        let now = desk.clock.now()
        _ = try await desk.store.sweepDrivers(
            on: .jakarta(at: now), draftsBefore: now + -unsentAge, answering: answering,
            by: Act(actor: "sigap", at: now))
        try await desk.store.finishDriverDeletions()
    }
}
