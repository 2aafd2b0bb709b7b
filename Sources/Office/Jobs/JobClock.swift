package import Store

/// Time as jobs need it: the clock of the machine, or that of a test.
package protocol JobClock: Sendable {
    /// The time of day, which may be put back.
    func now() -> Instant

    /// Time since some moment, which only goes forward.
    func elapsed() -> Duration

    /// - Throws: `CancellationError`.
    func sleep(for duration: Duration) async throws
}

package struct MachineClock: JobClock {
    private let start = ContinuousClock.now

    package init() {}

    package func now() -> Instant { .now() }

    package func elapsed() -> Duration { ContinuousClock.now - start }

    package func sleep(for duration: Duration) async throws { try await Task.sleep(for: duration) }
}
