package import Civic

/// `/kelola/pengguna`: everybody who may sign in.
package struct UsersPage: Page {
    package struct Row: Sendable {
        package let id: Int
        package let login: String
        package let name: String
        package let role: Phrase
        /// Its agency or places.
        package let reach: Phrase?
        package let hasFactor: Bool
        package let isDisabled: Bool

        package init(
            id: Int, login: String, name: String, role: Phrase, reach: Phrase?,
            hasFactor: Bool, isDisabled: Bool
        ) {
            self.id = id
            self.login = login
            self.name = name
            self.role = role
            self.reach = reach
            self.hasFactor = hasFactor
            self.isDisabled = isDisabled
        }
    }

    package static let template = "users"
    package static let room = Room.work
    package var section: NavigationItem? { .accounts }

    package let rows: [Row]

    package init(rows: [Row]) { self.rows = rows }

    package func view(_ say: Speech) -> View {
        let active = rows.count { !$0.isDisabled }
        return [
            "title": .text(say.counted(active, one: "users-title-one", many: "users-title")),
            "newHref": .text(Address.newUser),
            "rows": .list(rows.map { view($0, say) }),
        ]
    }

    private func view(_ row: Row, _ say: Speech) -> View {
        [
            "href": .text(Address.user(row.id)), "name": .text(row.name),
            "login": .text(row.login), "role": .text(say.text(row.role)),
            "reach": .text(row.reach.map(say.text) ?? "–"),
            "factorText": .text(say(row.hasFactor ? "factor-on" : "factor-off")),
            "badge": .part(UsersPage.badge(isDisabled: row.isDisabled, say)),
        ]
    }

    static func badge(isDisabled: Bool, _ say: Speech) -> View {
        isDisabled
            ? Badge.view(say("users-off"), .grey, .cross)
            : Badge.view(say("users-on"), .green, .check)
    }
}
