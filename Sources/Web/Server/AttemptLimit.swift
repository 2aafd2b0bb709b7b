import Synchronization

/// How often something may be tried from one place within a time.
final class AttemptLimit: Sendable {
    private struct Window {
        var start: ContinuousClock.Instant
        var count: Int
    }

    private let attempts: Int
    private let length: Duration
    let minutes: Int
    private let windows = Mutex<[String: Window]>([:])

    /// So many places are remembered at most; beyond that the expired ones are forgotten.
    private static let placesMax = 50_000

    init(attempts: Int, minutes: Int) {
        self.attempts = attempts
        self.minutes = minutes
        length = .seconds(minutes * 60)
    }

    /// Counts an attempt; how many are left after it, or nil when it is one too many.
    func take(_ place: String) -> Int? {
        let now = ContinuousClock.now
        return windows.withLock { windows in
            if windows.count > AttemptLimit.placesMax {
                windows = windows.filter { now - $0.value.start < length }
            }
            var window = windows[place] ?? Window(start: now, count: 0)
            if now - window.start >= length { window = Window(start: now, count: 0) }
            window.count += 1
            windows[place] = window
            return window.count > attempts ? nil : attempts - window.count
        }
    }

    /// Forgets the attempts from a place, after a success.
    func clear(_ place: String) { windows.withLock { $0[place] = nil } }
}
