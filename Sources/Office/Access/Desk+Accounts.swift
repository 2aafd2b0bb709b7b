package import Civic
package import Store

/// Whoever may manage accounts does it with these. Nobody's rights are changed in silence: each is an
/// event, and the account has to sign in again.
extension Desk {
    package func accounts(for viewer: Viewer) async throws(Problem) -> [Account] {
        try viewer.require(.manageAccounts)
        return try await store.accounts()
    }

    package func account(_ id: Int, for viewer: Viewer) async throws(Problem) -> Account {
        try viewer.require(.manageAccounts)
        guard let account = try await store.account(id: id) else {
            throw Problem(
                .notFound, "account-unknown",
                Phrase("Akun ini tidak ada.", en: "There is no such account."),
                do: Phrase("Buka daftar pengguna.", en: "Open the list of users."))
        }
        return account
    }

    /// Makes an account with a password to begin with, which is told once; nil in its place when the
    /// account was made under the same key before.
    package func makeAccount(
        login: String, _ wanted: AccountChange, key: String?, for viewer: Viewer
    ) async throws(Problem) -> (account: Account, password: String?) {
        try viewer.require(.manageAccounts)
        let wanted = try checked(wanted)
        let password = PrintedCode.startPassword()
        let made = try await store.makeAccount(
            NewAccount(
                login: login, name: Text.trimmed(wanted.name), role: wanted.role,
                agency: wanted.agency, areas: wanted.areas, language: wanted.language,
                password: password, mustChangePassword: true), by: act(viewer, key))
        return (made.account, made.isNew ? password : nil)
    }

    package func changeAccount(
        _ id: Int, to wanted: AccountChange, for viewer: Viewer
    ) async throws(Problem) {
        let account = try await account(id, for: viewer)
        try await store.changeAccount(
            account.login, to: try checked(wanted), keepingOneOf: administrators, by: act(viewer))
    }

    /// A new password to begin with, told once; nil when it was made under the same key before.
    package func restartPassword(
        of id: Int, key: String?, for viewer: Viewer
    ) async throws(Problem) -> (account: Account, password: String?) {
        let account = try await account(id, for: viewer)
        let password = PrintedCode.startPassword()
        let isNew = try await store.setPassword(
            of: account.login, to: password, mustChange: true, by: act(viewer, key))
        return (account, isNew ? password : nil)
    }

    package func setDisabled(
        _ isDisabled: Bool, _ id: Int, for viewer: Viewer
    ) async throws(Problem) {
        let account = try await account(id, for: viewer)
        guard isDisabled != (account.disabledAt != nil) else { return }
        if isDisabled {
            try await store.disableAccount(
                account.login, keepingOneOf: administrators, by: act(viewer))
        } else {
            try await store.enableAccount(account.login, by: act(viewer))
        }
    }

    package func resetFactor(of id: Int, for viewer: Viewer) async throws(Problem) {
        let account = try await account(id, for: viewer)
        try await store.resetFactor(of: account.login, by: act(viewer))
    }

    package func sessions(of id: Int, for viewer: Viewer) async throws(Problem) -> [Session] {
        let account = try await account(id, for: viewer)
        return try await store.sessions(
            of: account.login, at: .now(), idleLimit: Desk.length(rules.idleMinutes))
    }

    /// Ends one session of an account, or all of them.
    package func endSessions(
        of id: Int, session: String?, for viewer: Viewer
    ) async throws(Problem) {
        let account = try await account(id, for: viewer)
        if let session {
            try await store.endSession(session, of: account.login, by: act(viewer))
        } else {
            try await store.endSessions(of: account.login, but: nil, by: act(viewer))
        }
    }

    /// The roles that may manage accounts, of which one account at least must stay.
    private var administrators: Set<String> {
        Set(access.roles.filter { access.reach(of: .manageAccounts, for: $0) != nil }.map(\.id))
    }

    private func act(_ viewer: Viewer, _ key: String? = nil) -> Act {
        Act(actor: viewer.account.login, at: .now(), key: key)
    }

    /// An agency and places only where the role goes by them, and then they must be known.
    ///
    /// - Throws: `role-unknown`, `agency-needed`, `areas-needed`.
    private func checked(_ wanted: AccountChange) throws(Problem) -> AccountChange {
        guard let role = access.role(wanted.role) else { throw needed("role", "peran", "a role") }
        let reaches = access.reaches(of: role)
        var checked = wanted
        if reaches.isDisjoint(with: [.agency, .own]) {
            checked.agency = nil
        } else if wanted.agency.flatMap(region.agency) == nil {
            throw needed("agency", "instansi", "an agency")
        }
        let known = wanted.areas.filter { region.places.position(of: $0) != nil }.sorted()
        checked.areas = reaches.contains(.area) ? known : []
        if reaches.contains(.area), known.isEmpty {
            throw needed("areas", "wilayah", "a place")
        }
        return checked
    }

    private func needed(_ code: String, _ indonesian: String, _ english: String) -> Problem {
        Problem(
            .input, "\(code)-needed",
            Phrase(
                "Akun ini memerlukan \(indonesian).", en: "This account needs \(english)."),
            do: Phrase("Pilih \(indonesian).", en: "Choose \(english)."))
    }
}
