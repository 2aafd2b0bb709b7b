import Civic

/// `/kerja/adendum/{id}`: whom an amendment takes off a decree, and whom it adds.
package struct AddendumPage: Page {
    package static let template = "addendum"
    package static let room = Room.work
    package var section: NavigationItem? { .changes }

    package struct Added: Sendable {
        package let number: String
        package let village: String?
        package let replaces: String

        package init(number: String, village: String?, replaces: String) {
            self.number = number
            self.village = village
            self.replaces = replaces
        }
    }

    package let id: Int
    /// Which amendment of its decree it is.
    package let turn: Int
    /// Number and id of the decree that it amends.
    package let amended: (number: String?, id: Int)
    package let removed: [ChangeLine]
    package let added: [Added]
    package let isInForce: Bool

    package init(
        id: Int, turn: Int, amended: (number: String?, id: Int), removed: [ChangeLine],
        added: [Added], isInForce: Bool
    ) {
        self.id = id
        self.turn = turn
        self.amended = amended
        self.removed = removed
        self.added = added
        self.isInForce = isInForce
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(
                say(
                    "addendum-title",
                    [
                        "ganti": say.number(added.count), "ke": "\(turn)",
                        "jumlah": say.number(removed.count + added.count),
                    ])),
            "crumb": .text(say("addendum-crumb", ["ke": "\(turn)"])),
            "listHref": .text(Address.changes),
            "decreeHref": .text(Address.decree(id)),
            "amendedHref": .text(Address.decree(amended.id)),
            "amendedNumber": .text(amended.number ?? "–"),
            "isOpen": .flag(!isInForce),
            "removedTitle": .text(
                say("addendum-removed", ["jumlah": say.number(removed.count)])),
            "removed": .list(removed.map { $0.view(say) }),
            "hasAdded": .flag(!added.isEmpty),
            "addedTitle": .text(say("addendum-added", ["jumlah": say.number(added.count)])),
            "added": .list(
                added.map { person in
                    [
                        "addedHref": .text(Address.person(person.number)),
                        "addedNumber": .text(person.number),
                        "addedVillage": .text(person.village ?? "–"),
                        "replaces": .text(person.replaces),
                    ]
                }),
        ]
    }
}
