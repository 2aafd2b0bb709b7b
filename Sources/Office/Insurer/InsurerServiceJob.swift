package import Civic
package import Store

/// Sends again what the insurer's service did not take, and brings its answers in, while nobody
/// waits for it.
package struct InsurerServiceJob: JobHandler {
    package let kind = JobKind.insurerService
    private let sending: @Sendable (CityStore) throws(Problem) -> InsurerSending

    /// Nil for a city whose branch offers no service.
    package init?(_ region: Region) {
        guard let service = region.insurer.service else { return nil }
        self.init { store throws(Problem) in try InsurerSending(store, region, over: service) }
    }

    init(_ sending: @escaping @Sendable (CityStore) throws(Problem) -> InsurerSending) {
        self.sending = sending
    }

    package func occurrence(at instant: Instant) -> NewJob? {
        JobCalendar.hourly(kind, at: instant)
    }

    @concurrent package func run(_ desk: JobDesk) async throws(Problem) {
        // Without a key: the same file is taken once, however often it comes.
        let act = Act(actor: "sigap", at: desk.clock.now())
        let sending = try sending(desk.store)
        var trouble: Problem?
        do throws(Problem) { try await sending.resend(by: act) } catch { trouble = error }
        // Answers may have come although a file does not arrive.
        _ = try await sending.fetch(by: act)
        if let trouble { throw trouble }
    }
}
