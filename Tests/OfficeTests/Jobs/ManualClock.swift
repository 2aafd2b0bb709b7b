import Office
import Store
import Synchronization

/// Time that passes when a test says so. Whoever sleeps lets it pass.
final class ManualClock: JobClock {
    private struct Time {
        var now: Int64
        var elapsed = Duration.zero
    }

    private let time: Mutex<Time>

    init(_ now: Instant) { time = Mutex(Time(now: now.milliseconds)) }

    func now() -> Instant { Instant(milliseconds: time.withLock { $0.now }) }

    func elapsed() -> Duration { time.withLock { $0.elapsed } }

    func sleep(for duration: Duration) async throws {
        try Task.checkCancellation()
        pass(duration)
        await Task.yield()
    }

    func pass(_ duration: Duration) {
        time.withLock { time in
            time.now += Int64(duration / .milliseconds(1))
            time.elapsed += duration
        }
    }

    /// Somebody sets the clock of the machine.
    func set(_ now: Instant) { time.withLock { $0.now = now.milliseconds } }
}
