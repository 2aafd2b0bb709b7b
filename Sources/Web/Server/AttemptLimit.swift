import Civic
import Office
import Store

/// How often something may be tried from one place within a time, on all nodes together.
struct AttemptLimit {
    let store: CityStore
    /// Keeps the attempts at one thing apart from those at another.
    let purpose: String
    let attempts: Int
    let minutes: Int

    /// Counts an attempt; how many are left after it, or nil when it is one too many.
    func take(_ place: String) async throws(Problem) -> Int? {
        try await store.takeAttempt(
            from: "\(purpose) \(place)", most: attempts, within: Int64(minutes) * 60_000, at: .now()
        )
    }

    /// When the attempts from a place begin to count anew.
    func end(_ place: String) async throws(Problem) -> Instant {
        let now = Instant.now()
        return try await store.attemptsEnd(from: "\(purpose) \(place)", at: now) ?? now
    }

    /// Forgets the attempts from a place, after a success.
    func clear(_ place: String) async throws(Problem) {
        try await store.forgetAttempts(from: "\(purpose) \(place)")
    }
}

extension AttemptLimit {
    init(_ store: CityStore, _ purpose: String, _ limit: SignInRules.Limit) {
        self.init(
            store: store, purpose: purpose, attempts: limit.tries, minutes: limit.minutes)
    }
}
