package import Civic
import Programme

/// Changes that no decree names yet, of members of one decree.
package struct PendingAddendum: Sendable, Hashable {
    /// Id of the decree that is to be amended.
    package let decree: Int
    package let number: String?
    package let changes: Int
}

/// A decree that amends another by what happened to its members.
package struct Addendum: Sendable, Hashable {
    /// Id of the decree.
    package let id: Int
    /// Which amendment of the same decree it is, from 1.
    package let turn: Int
    /// Number of the decree that it amends.
    package let amended: String?
    package let amends: Int
    /// `draft`, `signing`, `numbered`, `in-force` or `withdrawn`.
    package let state: String
    /// Those who left, by name.
    package let removed: [ChangeSummary]
    /// Those who take places.
    package let added: [AddedPerson]

    /// How many lines it has.
    package var lines: Int { removed.count + added.count }

    /// Whoever takes a place, without a name: that stands on the decree.
    package struct AddedPerson: Sendable, Hashable {
        package let number: String
        package let village: PlaceCode?
        /// Whose place it is.
        package let replaces: String
    }
}

/// Who leaves a place of a decree, and who takes it.
struct AddendumLine: Hashable {
    let number: String
    /// The first month that is not paid any more.
    let ended: Month
    let cause: String
    let replacement: Taking?

    /// Whoever takes the place, and who pays which months.
    struct Taking: Hashable {
        let number: String
        let funding: [FundedMonths]
    }

    /// As the decree says it.
    var amended: [AmendedLine] {
        let taking = replacement.map { AmendedLine.add($0.number, $0.funding) }
        return [.remove(number, from: ended, cause: cause)] + [taking].compactMap(\.self)
    }
}
