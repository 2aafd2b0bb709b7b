/// A column of a table as every engine knows it.
package struct SQLColumn: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case integer
        case text
        case bytes
    }

    package let name: String
    package let kind: Kind
    /// Place in the primary key, from 1; nil outside of it.
    package let keyPlace: Int?

    package init(name: String, kind: Kind, keyPlace: Int?) {
        self.name = name
        self.kind = kind
        self.keyPlace = keyPlace
    }
}
