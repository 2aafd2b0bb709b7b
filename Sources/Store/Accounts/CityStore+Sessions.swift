package import Civic

extension CityStore {
    /// How long a session may go unnoted as seen, in milliseconds: reading pages should not write.
    private static let touchInterval: Int64 = 60_000
    /// How far nodes' clocks may differ, in milliseconds. A session seen later than that was begun by
    /// a clock that was put back since, and nobody knows how old it is.
    private static let clockSlack: Int64 = 300_000

    /// Signs an account in until `expiry` at the latest. Sessions that have expired are cleared away.
    /// `isHalf` says that only the password was given, see ``Session/isHalf``.
    package func startSession(
        for account: Account, until expiry: Instant, device: String = "", isHalf: Bool = false,
        by act: Act
    ) async throws(Problem) -> StartedSession {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            try writer.execute(
                "DELETE FROM session WHERE expires_at <= $1", [.integer(act.at.milliseconds)])
            let started = try SessionTable.start(
                for: account, until: expiry, device: device, isHalf: isHalf, at: act.at, writer)
            try journal.append(
                isHalf ? "session.password" : "session.start", account.login, by: act, to: writer)
            return started
        }
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
            try SessionTable.end(token, writer)
            guard let account else { return }
            try journal.append("session.end", account.login, by: act, to: writer)
        }
    }

    // MARK: All sessions of an account

    /// Those that a request could still use, the latest first.
    package func sessions(
        of login: String, at instant: Instant, idleLimit: Int64
    ) async throws(Problem) -> [Session] {
        try await engine.read { reader throws(Problem) in
            let account = try AccountTable.known(login, reader)
            return try SessionTable.sessions(of: account, reader).filter {
                instant < $0.expiresAt && instant < $0.seenAt + idleLimit
            }
        }
    }

    /// Ends one session of an account; false when there is none with this id.
    @discardableResult
    package func endSession(
        _ id: String, of login: String, by act: Act
    ) async throws(Problem) -> Bool {
        try await endSessions(of: login, by: act) { $0 == id } == 1
    }

    /// Ends all sessions of an account but one; returns how many.
    @discardableResult
    package func endSessions(
        of login: String, but kept: String?, by act: Act
    ) async throws(Problem) -> Int {
        try await endSessions(of: login, by: act) { $0 != kept }
    }

    private func endSessions(
        of login: String, by act: Act, where fits: @escaping @Sendable (String) -> Bool
    ) async throws(Problem) -> Int {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let account = try AccountTable.known(login, writer)
            let count = try SessionTable.end(of: account, writer, where: fits)
            guard count > 0 else { return 0 }
            try journal.append(
                "session.revoke", account.login, ["sessions": "\(count)"], by: act, to: writer)
            return count
        }
    }
}
