package import Civic
package import Store

/// Somebody signed in, with what the account may do, and to whom.
package struct Viewer: Sendable {
    package let account: Account
    package let role: Role
    private let access: AccessTable

    /// Nil for an account whose role the table of access does not know: it may do nothing.
    package init?(_ account: Account, _ access: AccessTable) {
        guard let role = access.role(account.role) else { return nil }
        self.account = account
        self.role = role
        self.access = access
    }

    /// The links at the head of the account's pages.
    package var menu: [String] { access.menu(of: role) }

    /// The pages that have no room there.
    package var furtherPages: [String] { access.further(of: role) }

    /// Whether the account may do this to anybody at all.
    package func may(_ action: Action) -> Bool { access.reach(of: action, for: role) != nil }

    /// To whom the account may do this: part of every list, count and change.
    ///
    /// - Throws: `not-permitted` where its role may not.
    package func scope(for action: Action) throws(Problem) -> Scope {
        guard let reach = access.reach(of: action, for: role) else { throw Viewer.notPermitted() }
        switch reach {
        case .city: return .city
        case .area: return .areas(account.areas)
        // An account without an agency has nobody on its agency's lists.
        case .agency, .own: return .agency(account.agency ?? "")
        }
    }

    package func require(_ action: Action) throws(Problem) { _ = try scope(for: action) }

    private static func notPermitted() -> Problem {
        Problem(
            .forbidden, "not-permitted",
            Phrase("Akun Anda tidak boleh membuka ini.", en: "Your account may not open this."),
            do: Phrase(
                "Minta hak akses kepada pengelola program.",
                en: "Ask the programme manager for access."))
    }
}
