package import Civic

/// Changing accounts. Whoever's rights or password change has to sign in again.
extension CityStore {
    /// Gives an account a new password and ends its sessions; false when that was done under the same
    /// key before. `mustChange` says that somebody else has seen it, so that it is only to begin with.
    @discardableResult
    package func setPassword(
        of login: String, to password: String, mustChange: Bool = false, by act: Act
    ) async throws(Problem) -> Bool {
        let hash = try await passwords.hash(password)
        return try await change(login, "account.password", by: act) {
            account, writer throws(Problem) in
            try CityStore.put(hash, mustChange: mustChange, account, writer)
            try SessionTable.endAll(of: account, writer)
        }
    }

    /// Changes an account's password to one that only its owner knows, and makes its sessions one new
    /// one.
    package func changePassword(
        of login: String, to password: String, until expiry: Instant, device: String, by act: Act
    ) async throws(Problem) -> StartedSession {
        let hash = try await passwords.hash(password)
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let account = try AccountTable.known(login, writer)
            try CityStore.put(hash, mustChange: false, account, writer)
            try journal.append("account.password", account.login, by: act, to: writer)
            return try renew(account, until: expiry, device, act, writer)
        }
    }

    private static func put(
        _ hash: String, mustChange: Bool, _ account: Account, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            "UPDATE account SET password_hash = $1, must_change = $2 WHERE id = $3",
            [.text(hash), SQLValue(mustChange ? 1 : 0), SQLValue(account.id)])
    }

    /// Changes who an account is for. Its sessions end when its rights change. Of `roles` at least one
    /// account that may sign in must be left.
    ///
    /// - Throws: `last-administrator`, `login-form` for an empty name.
    package func changeAccount(
        _ login: String, to wanted: AccountChange, keepingOneOf roles: Set<String>, by act: Act
    ) async throws(Problem) {
        guard !Text.trimmed(wanted.name).isEmpty else { throw Problem.loginForm() }
        let journal = journal
        try await engine.write { writer throws(Problem) in
            let account = try AccountTable.known(CityStore.login(login), writer)
            guard try RequestKeys.claim(act, "account.change", writer) else { return }
            let fields = account.differences(from: wanted)
            guard !fields.isEmpty else { return }
            if !roles.contains(wanted.role) {
                try CityStore.requireOther(than: account, in: roles, writer)
            }
            try CityStore.put(wanted, account, writer)
            if fields != ["name"], fields != ["language"] {
                try SessionTable.endAll(of: account, writer)
            }
            try journal.append(
                "account.change", account.login,
                ["fields": fields.joined(separator: " "), "role": wanted.role], by: act,
                to: writer)
        }
    }

    private static func put(
        _ wanted: AccountChange, _ account: Account, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            UPDATE account SET name = $1, role = $2, agency = $3, areas = $4, language = $5
            WHERE id = $6
            """,
            [
                .text(Text.trimmed(wanted.name)), .text(wanted.role), SQLValue(wanted.agency),
                .text(AccountTable.text(wanted.areas)), .text(wanted.language.rawValue),
                SQLValue(account.id),
            ])
    }

    /// Keeps an account from signing in and ends its sessions. Of `roles` at least one account that
    /// may sign in must be left.
    package func disableAccount(
        _ login: String, keepingOneOf roles: Set<String> = [], by act: Act
    ) async throws(Problem) {
        try await change(login, "account.disable", by: act) { account, writer throws(Problem) in
            try CityStore.requireOther(than: account, in: roles, writer)
            try writer.execute(
                "UPDATE account SET disabled_at = $1 WHERE id = $2 AND disabled_at IS NULL",
                [.integer(act.at.milliseconds), SQLValue(account.id)])
            try SessionTable.endAll(of: account, writer)
        }
    }

    /// Lets a disabled account sign in again.
    package func enableAccount(_ login: String, by act: Act) async throws(Problem) {
        try await change(login, "account.enable", by: act) { account, writer throws(Problem) in
            try writer.execute(
                "UPDATE account SET disabled_at = NULL WHERE id = $1", [SQLValue(account.id)])
        }
    }

    /// Refuses what would leave nobody in `roles` who may sign in.
    private static func requireOther(
        than account: Account, in roles: Set<String>, _ writer: any SQLWriter
    ) throws(Problem) {
        guard roles.contains(account.role), account.disabledAt == nil else { return }
        var sql = SQLText()
        let list = sql.bind(roles.sorted().map { .text($0) })
        let id = sql.bind(SQLValue(account.id))
        let others = try writer.integer(
            """
            SELECT COUNT(*) FROM account
            WHERE role IN (\(list)) AND disabled_at IS NULL AND id <> \(id)
            """, sql.values)
        guard others == 0 else { return }
        throw Problem(
            .conflict, "last-administrator",
            Phrase(
                "Ini administrator terakhir yang masih aktif.",
                en: "This is the last administrator who may sign in."),
            do: Phrase(
                "Buat administrator lain dulu.", en: "Make another administrator first."))
    }

    /// False when that was done under the same key before.
    @discardableResult
    func change(
        _ login: String, _ verb: String, by act: Act,
        _ body: @escaping @Sendable (Account, any SQLWriter) throws(Problem) -> Void
    ) async throws(Problem) -> Bool {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let account = try AccountTable.known(CityStore.login(login), writer)
            guard try RequestKeys.claim(act, verb, writer) else { return false }
            try body(account, writer)
            try journal.append(verb, account.login, by: act, to: writer)
            return true
        }
    }
}

extension Account {
    /// The names of what `wanted` changes.
    fileprivate func differences(from wanted: AccountChange) -> [String] {
        var fields: [String] = []
        if name != Text.trimmed(wanted.name) { fields.append("name") }
        if role != wanted.role { fields.append("role") }
        if agency != wanted.agency { fields.append("agency") }
        if areas != wanted.areas { fields.append("areas") }
        if language != wanted.language { fields.append("language") }
        return fields
    }
}
