package import Civic
package import Store

/// Signs the days of the journal that are over.
package struct JournalRootJob: JobHandler {
    package let kind = JobKind.journalRoot

    package init() {}

    package func occurrence(at instant: Instant) -> NewJob? {
        JobCalendar.daily(kind, minute: 10, at: instant)
    }

    @concurrent package func run(_ desk: JobDesk) async throws(Problem) {
        let act = desk.act()
        try await desk.store.signJournalRoots(before: .jakarta(at: act.at), by: act)
    }
}
