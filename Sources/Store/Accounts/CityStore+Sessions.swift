package import Civic

extension CityStore {
    /// How long a session may go unnoted as seen, in milliseconds: reading pages should not write.
    private static let touchInterval: Int64 = 60_000
    /// How far nodes' clocks may differ, in milliseconds. A session seen later than that was begun by
    /// a clock that was put back since, and nobody knows how old it is.
    private static let clockSlack: Int64 = 300_000

    /// Signs an account in until `expiry` at the latest. Sessions that have expired are cleared away.
    package func startSession(
        for account: Account, until expiry: Instant, by act: Act
    ) async throws(Problem) -> StartedSession {
        let started = StartedSession(
            token: SessionTable.secret(),
            session: Session(
                account: account, csrf: SessionTable.secret(), createdAt: act.at, seenAt: act.at,
                expiresAt: expiry))
        let journal = journal
        try await engine.write { writer throws(Problem) in
            try writer.execute(
                "DELETE FROM session WHERE expires_at <= $1", [.integer(act.at.milliseconds)])
            try SessionTable.insert(started, writer)
            try journal.append("session.start", account.login, by: act, to: writer)
        }
        return started
    }

    /// The session of a cookie, noted as seen; nil when it was ended, has expired, was not used for
    /// `idleLimit` milliseconds, lies in the future, or its account was disabled.
    package func session(
        token: String, at instant: Instant, idleLimit: Int64
    ) async throws(Problem) -> Session? {
        let session = try await engine.read { reader throws(Problem) in
            try SessionTable.session(token, reader)
        }
        guard let session, session.account.disabledAt == nil, instant < session.expiresAt,
            instant < session.seenAt + idleLimit,
            session.seenAt <= instant + CityStore.clockSlack
        else { return nil }
        if session.seenAt + CityStore.touchInterval <= instant, !engine.isReadOnly {
            try await engine.write { writer throws(Problem) in
                try writer.execute(
                    "UPDATE session SET seen_at = $1 WHERE token_hash = $2",
                    [.integer(instant.milliseconds), SessionTable.hash(token)])
            }
        }
        return session
    }

    /// Signs out.
    package func endSession(token: String, by act: Act) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            let account = try SessionTable.session(token, writer)?.account
            try writer.execute(
                "DELETE FROM session WHERE token_hash = $1", [SessionTable.hash(token)])
            guard let account else { return }
            try journal.append("session.end", account.login, by: act, to: writer)
        }
    }
}
