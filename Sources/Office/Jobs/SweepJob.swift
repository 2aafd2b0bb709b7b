package import Civic
package import Store

/// Clears away what is needed no longer.
package struct SweepJob: JobHandler {
    package let kind: JobKind
    private let isHourly: Bool
    private let sweep: @Sendable (CityStore, Instant) async throws(Problem) -> Int

    /// Milliseconds.
    private static let dayLength: Int64 = 86_400_000

    /// All sweeps that a node does.
    package static let all: [SweepJob] = [
        SweepJob(kind: .sweepSessions, isHourly: true) { store, now throws(Problem) in
            try await store.sweepSessions(at: now)
        },
        SweepJob(kind: .sweepAttempts, isHourly: true) { store, now throws(Problem) in
            try await store.sweepAttempts(at: now)
        },
        // Longer than a budget year: whoever repeats a request of this year is still known.
        SweepJob(kind: .sweepRequests, isHourly: false) { store, now throws(Problem) in
            try await store.sweepRequests(before: now + -400 * dayLength)
        },
        SweepJob(kind: .sweepJobs, isHourly: false) { store, now throws(Problem) in
            try await store.sweepJobs(before: now + -30 * dayLength)
        },
    ]

    package func occurrence(at instant: Instant) -> NewJob? {
        // Past midnight, when lists and reports are done and before backups begin.
        isHourly
            ? JobCalendar.hourly(kind, at: instant)
            : JobCalendar.daily(kind, minute: 75, at: instant)
    }

    @concurrent package func run(_ desk: JobDesk) async throws(Problem) {
        _ = try await sweep(desk.store, desk.clock.now())
    }
}
