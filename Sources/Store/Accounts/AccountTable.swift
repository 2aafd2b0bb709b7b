import Civic

/// Rows of the table of accounts.
enum AccountTable {
    /// In the order in which ``account(_:)`` reads them, of a table called `c`.
    static let columns = """
        c.id, c.login, c.name, c.role, c.agency, c.areas, c.language, c.created_at, c.disabled_at,
        c.must_change, c.app_since, c.codes_since,
        (SELECT COUNT(*) FROM account_code k WHERE k.account_id = c.id AND k.used_at IS NULL)
        """

    static func account(_ fields: inout SQLFields) throws(Problem) -> Account {
        let id = fields.int()
        let (login, name, role) = (fields.text(), fields.text(), fields.text())
        let agency = fields.optionalText()
        let areas = fields.text().split(separator: " ").compactMap { PlaceCode($0) }
        guard let language = Language(rawValue: fields.text()) else {
            throw Problem.storeDamaged("account.language")
        }
        return Account(
            id: id, login: login, name: name, role: role, agency: agency, areas: areas,
            language: language, createdAt: Instant(milliseconds: fields.integer()),
            disabledAt: instant(&fields), mustChangePassword: fields.int() == 1,
            appSince: instant(&fields), codesSince: instant(&fields), codesLeft: fields.int())
    }

    private static func instant(_ fields: inout SQLFields) -> Instant? {
        fields.optionalInt().map { Instant(milliseconds: Int64($0)) }
    }

    static func account(_ login: String, _ reader: any SQLReader) throws(Problem) -> Account? {
        try reader.first(
            "SELECT \(columns) FROM account c WHERE c.login = $1", [.text(login)], account)
    }

    /// The account with this login; `account-unknown` when there is none.
    static func known(_ login: String, _ reader: any SQLReader) throws(Problem) -> Account {
        if let account = try account(login, reader) { return account }
        throw unknown()
    }

    static func unknown() -> Problem {
        Problem(
            .notFound, "account-unknown",
            Phrase("Akun ini tidak ada.", en: "There is no such account."),
            do: Phrase("Periksa nama penggunanya.", en: "Check the user name."))
    }

    static func text(_ areas: [PlaceCode]) -> String {
        areas.map(\.description).joined(separator: " ")
    }

    static func insert(
        _ account: NewAccount, hash: String, at instant: Instant, _ writer: any SQLWriter
    ) throws(Problem) {
        let areas = text(account.areas)
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) + 1 FROM account")
        try writer.execute(
            """
            INSERT INTO account
            (id, login, name, role, agency, areas, language, password_hash, created_at, must_change)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """,
            [
                SQLValue(id), .text(account.login), .text(account.name), .text(account.role),
                SQLValue(account.agency), .text(areas),
                .text(account.language.rawValue), .text(hash), .integer(instant.milliseconds),
                SQLValue(account.mustChangePassword ? 1 : 0),
            ])
    }
}
