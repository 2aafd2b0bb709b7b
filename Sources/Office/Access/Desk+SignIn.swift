package import Civic
package import Store

/// Signing in and out.
extension Desk {
    /// Begins a session, a half one where the account has a second factor; nil when login and password
    /// do not belong together. `device` tells browser and system, for the owner to recognise it.
    package func signIn(
        login: String, password: String, device: String = ""
    ) async throws(Problem) -> StartedSession? {
        let now = Instant.now()
        guard let account = try await store.account(login: login, password: password) else {
            // What was typed may be anything, even a NIK; only what is an account's login is kept.
            let known = try await store.account(login: login)?.login
            try await store.record(
                "session.refused", known ?? "", by: Act(actor: "sigap", at: now))
            return nil
        }
        let isHalf = account.hasSecondFactor
        return try await store.startSession(
            for: account, until: isHalf ? now + Desk.length(rules.halfMinutes) : sessionEnd(now),
            device: device, isHalf: isHalf, by: Act(actor: account.login, at: now))
    }

    /// Makes a half session whole, with another token; nil when the code is none of the account's.
    package func passFactor(token: String, code: String) async throws(Problem) -> StartedSession? {
        let now = Instant.now()
        let typed = Text.trimmed(code).filter { !$0.isWhitespace }
        return try await store.passFactor(
            token: token, code: typed, until: sessionEnd(now), at: now)
    }

    package func session(token: String) async throws(Problem) -> Session? {
        try await store.session(
            token: token, at: .now(), idleLimit: Desk.length(rules.idleMinutes))
    }

    package func signOut(token: String, actor: String) async throws(Problem) {
        try await store.endSession(token: token, by: Act(actor: actor, at: .now()))
    }

    func sessionEnd(_ now: Instant) -> Instant { now + Desk.length(rules.sessionMinutes) }

    /// Milliseconds.
    static func length(_ minutes: Int) -> Int64 { Int64(minutes) * 60_000 }
}
