package import Civic

/// Somebody who may work with the store.
package struct Account: Sendable, Hashable {
    package let id: Int
    package let login: String
    /// Name of the person or office.
    package let name: String
    /// What the account may do, as the office names it.
    package let role: String
    /// Id of the agency it works for.
    package let agency: String?
    /// The districts and villages it works for. Empty where its role does not go by place; a
    /// ``Scope`` of no places, on the other hand, holds nobody.
    package let areas: [PlaceCode]
    package let language: Language
    package let createdAt: Instant
    /// Since when it may not sign in; nil while it may.
    package let disabledAt: Instant?
    /// It has a password to begin with, which somebody else has seen.
    package var mustChangePassword = false
    /// Since when it has an app for one-time codes; nil without one.
    package var appSince: Instant?
    /// Since when it has a list of printed codes; nil without one.
    package var codesSince: Instant?
    /// How many of the printed codes were not used yet.
    package var codesLeft = 0

    /// Whether more than the password is asked. It is also when all printed codes are used up:
    /// otherwise the password alone would be enough again.
    package var hasSecondFactor: Bool { appSince != nil || codesSince != nil }
}

/// An account to be made.
package struct NewAccount: Sendable {
    package var login: String
    package var name: String
    package var role: String
    package var agency: String?
    package var areas: [PlaceCode]
    package var language: Language
    package var password: String
    /// The password must be changed at the first sign-in.
    package var mustChangePassword: Bool

    package init(
        login: String, name: String, role: String, agency: String? = nil,
        areas: [PlaceCode] = [], language: Language = .indonesian, password: String,
        mustChangePassword: Bool = false
    ) {
        self.login = login
        self.name = name
        self.role = role
        self.agency = agency
        self.areas = areas
        self.language = language
        self.password = password
        self.mustChangePassword = mustChangePassword
    }
}

/// What of an account can be changed by whoever administers it.
package struct AccountChange: Sendable, Hashable {
    package var name: String
    package var role: String
    package var agency: String?
    package var areas: [PlaceCode]
    package var language: Language

    package init(
        name: String, role: String, agency: String?, areas: [PlaceCode], language: Language
    ) {
        self.name = name
        self.role = role
        self.agency = agency
        self.areas = areas
        self.language = language
    }
}
