package import Civic
package import Store

/// Somebody signed in, with what he may do and whom he may see.
package struct Viewer: Sendable {
    package let account: Account
    package let role: Role
    package let scope: Scope

    /// Nil for an account whose role this program does not know: it may do nothing.
    package init?(_ account: Account) {
        guard let role = Role(rawValue: account.role) else { return nil }
        self.account = account
        self.role = role
        if !account.areas.isEmpty {
            scope = Scope(agency: account.agency, areas: account.areas)
        } else if let agency = account.agency {
            scope = .agency(agency)
        } else {
            scope = .city
        }
    }

    package func require(_ permission: Role.Permission) throws(Problem) {
        guard role.may(permission) else {
            throw Problem(
                .forbidden, "not-permitted",
                Phrase("Akun Anda tidak boleh membuka ini.", en: "Your account may not open this."),
                do: Phrase(
                    "Minta hak akses kepada pengelola program.",
                    en: "Ask the programme manager for access."))
        }
    }
}
