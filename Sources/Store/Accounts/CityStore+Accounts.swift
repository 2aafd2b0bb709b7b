package import Civic

extension CityStore {
    /// Makes an account. Logins are kept in lower case and exist once.
    ///
    /// - Throws: `login-taken`; `login-form` for an empty login or name or one with blanks.
    @discardableResult
    package func createAccount(_ new: NewAccount, by act: Act) async throws(Problem) -> Account {
        var account = new
        account.login = CityStore.login(new.login)
        guard CityStore.isLogin(account.login), !Text.trimmed(new.name).isEmpty else {
            throw Problem.loginForm()
        }
        let (wanted, journal) = (account, journal)
        let hash = try await passwords.hash(new.password)
        return try await engine.write { writer throws(Problem) in
            if try RequestKeys.claim(act, "account.create", writer) {
                guard try AccountTable.account(wanted.login, writer) == nil else {
                    throw Problem.loginTaken()
                }
                try AccountTable.insert(wanted, hash: hash, at: act.at, writer)
                try journal.append(
                    "account.create", wanted.login, ["role": wanted.role], by: act, to: writer)
            }
            return try AccountTable.known(wanted.login, writer)
        }
    }

    package func account(login: String) async throws(Problem) -> Account? {
        try await engine.read { reader throws(Problem) in
            try AccountTable.account(CityStore.login(login), reader)
        }
    }

    /// All accounts in order of login.
    package func accounts() async throws(Problem) -> [Account] {
        try await engine.read { reader throws(Problem) in
            try reader.all(
                "SELECT \(AccountTable.columns) FROM account c ORDER BY c.login", [],
                AccountTable.account)
        }
    }

    /// The account with this login and password that may sign in; nil for any other. Takes as long
    /// for a login that does not exist as for a wrong password.
    package func account(login: String, password: String) async throws(Problem) -> Account? {
        let found = try await engine.read { reader throws(Problem) in
            try reader.first(
                """
                SELECT c.password_hash, \(AccountTable.columns) FROM account c
                WHERE c.login = $1
                """, [.text(CityStore.login(login))]
            ) { fields throws(Problem) in
                (hash: fields.text(), account: try AccountTable.account(&fields))
            }
        }
        let isRight = await passwords.verify(password, against: found?.hash)
        guard isRight, let account = found?.account, account.disabledAt == nil else { return nil }
        return account
    }

    /// Gives an account a new password and ends its sessions.
    package func setPassword(
        of login: String, to password: String, by act: Act
    ) async throws(Problem) {
        let hash = try await passwords.hash(password)
        try await change(login, "account.password", by: act) { account, writer throws(Problem) in
            try writer.execute(
                "UPDATE account SET password_hash = $1 WHERE id = $2",
                [.text(hash), SQLValue(account.id)])
            try SessionTable.endAll(of: account, writer)
        }
    }

    /// Keeps an account from signing in and ends its sessions.
    package func disableAccount(_ login: String, by act: Act) async throws(Problem) {
        try await change(login, "account.disable", by: act) { account, writer throws(Problem) in
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

    private func change(
        _ login: String, _ verb: String, by act: Act,
        _ body: @escaping @Sendable (Account, any SQLWriter) throws(Problem) -> Void
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            let account = try AccountTable.known(CityStore.login(login), writer)
            guard try RequestKeys.claim(act, verb, writer) else { return }
            try body(account, writer)
            try journal.append(verb, account.login, by: act, to: writer)
        }
    }

    private static func login(_ typed: String) -> String { Text.trimmed(typed).lowercased() }

    private static func isLogin(_ login: String) -> Bool {
        !login.isEmpty && !login.contains(where: \.isWhitespace)
    }
}

extension Problem {
    fileprivate static func loginTaken() -> Problem {
        Problem(
            .conflict, "login-taken",
            Phrase("Nama pengguna ini sudah dipakai.", en: "This user name is taken."),
            do: Phrase("Pilih nama pengguna lain.", en: "Choose another user name."))
    }

    fileprivate static func loginForm() -> Problem {
        Problem(
            .input, "login-form",
            Phrase(
                "Nama pengguna dan nama tidak boleh kosong, dan nama pengguna tanpa spasi.",
                en: "User name and name must not be empty, and the user name has no blanks."),
            do: Phrase("Perbaiki isiannya.", en: "Correct what was entered."))
    }
}
