package import Civic

extension CityStore {
    /// Makes an account. Logins are kept in lower case and exist once.
    ///
    /// - Throws: `login-taken`; `login-form` for an empty login or name or one with blanks.
    @discardableResult
    package func createAccount(_ new: NewAccount, by act: Act) async throws(Problem) -> Account {
        try await makeAccount(new, by: act).account
    }

    /// As ``createAccount(_:by:)``; tells as well whether it was made now, not under the same key
    /// before.
    package func makeAccount(
        _ new: NewAccount, by act: Act
    ) async throws(Problem) -> (account: Account, isNew: Bool) {
        var account = new
        account.login = CityStore.login(new.login)
        guard CityStore.isLogin(account.login), !Text.trimmed(new.name).isEmpty else {
            throw Problem.loginForm()
        }
        let (wanted, journal) = (account, journal)
        let hash = try await passwords.hash(new.password)
        return try await engine.write { writer throws(Problem) in
            let isNew = try RequestKeys.claim(act, "account.create", writer)
            if isNew {
                guard try AccountTable.account(wanted.login, writer) == nil else {
                    throw Problem.loginTaken()
                }
                try AccountTable.insert(wanted, hash: hash, at: act.at, writer)
                try journal.append(
                    "account.create", wanted.login, ["role": wanted.role], by: act, to: writer)
            }
            return (try AccountTable.known(wanted.login, writer), isNew)
        }
    }

    package func account(login: String) async throws(Problem) -> Account? {
        try await engine.read { reader throws(Problem) in
            try AccountTable.account(CityStore.login(login), reader)
        }
    }

    package func account(id: Int) async throws(Problem) -> Account? {
        try await engine.read { reader throws(Problem) in
            try reader.first(
                "SELECT \(AccountTable.columns) FROM account c WHERE c.id = $1", [SQLValue(id)],
                AccountTable.account)
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

    static func login(_ typed: String) -> String { Text.trimmed(typed).lowercased() }

    private static func isLogin(_ login: String) -> Bool {
        !login.isEmpty && !login.contains(where: \.isWhitespace)
    }
}

extension Problem {
    static func loginTaken() -> Problem {
        Problem(
            .conflict, "login-taken",
            Phrase("Nama pengguna ini sudah dipakai.", en: "This user name is taken."),
            do: Phrase("Pilih nama pengguna lain.", en: "Choose another user name."))
    }

    static func loginForm() -> Problem {
        Problem(
            .input, "login-form",
            Phrase(
                "Nama pengguna dan nama tidak boleh kosong, dan nama pengguna tanpa spasi.",
                en: "User name and name must not be empty, and the user name has no blanks."),
            do: Phrase("Perbaiki isiannya.", en: "Correct what was entered."))
    }
}
