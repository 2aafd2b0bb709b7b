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

    package init(
        login: String, name: String, role: String, agency: String? = nil,
        areas: [PlaceCode] = [], language: Language = .indonesian, password: String
    ) {
        self.login = login
        self.name = name
        self.role = role
        self.agency = agency
        self.areas = areas
        self.language = language
        self.password = password
    }
}
