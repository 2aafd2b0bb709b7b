package import Civic
package import Jamsostek
package import Programme
package import Store

/// Looks every morning of whom cover may lapse, before anybody opens a page.
package struct GuardJob: JobHandler {
    package let kind = JobKind.guardCover
    private let law: Law
    private let policy: GuardPolicy

    /// Past four: after the backup, before offices open.
    private static let minute = 250

    package init(law: Law, policy: GuardPolicy) {
        self.law = law
        self.policy = policy
    }

    package func occurrence(at instant: Instant) -> NewJob? {
        JobCalendar.daily(kind, minute: GuardJob.minute, at: instant)
    }

    @concurrent package func run(_ desk: JobDesk) async throws(Problem) {
        let now = desk.clock.now()
        // Without the key of the job: whatever was found before is replaced, harmless to repeat.
        try await desk.store.refreshGuard(
            try law.coverRules(on: .jakarta(at: now)), policy, by: Act(actor: "sigap", at: now))
    }
}
