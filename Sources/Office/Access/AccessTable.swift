package import Civic

/// Which role may do what, and to whom: data, so that a city can be run by other roles than the
/// next.
package struct AccessTable: Sendable {
    /// In the order of `roles.tsv`.
    package let roles: [Role]
    package let signIn: SignInRules
    private let grants: [String: [Action: Reach]]
    private let menus: [String: [String]]
    private let furtherPages: [String: [String]]

    /// Reads the four tables.
    ///
    /// - Throws: a problem that names file and line for an unknown action, reach or role, or for an
    ///   action that is missing.
    package init(roles: Table, grants: Table, menus: Table, signIn: Table) throws(Problem) {
        self.signIn = try SignInRules(signIn)
        self.roles = try roles.rows.map { (row) throws(Problem) in
            Role(
                id: try row.text("role"),
                title: Phrase(try row.text("title_id"), en: try row.text("title_en")),
                needsSecondFactor: try row.text("second_factor") == "required")
        }
        var found: [String: [Action: Reach]] = [:]
        var missing = Set(Action.allCases)
        for row in grants.rows {
            guard let action = Action(rawValue: try row.text("action")) else {
                throw row.wrong("action", row.optional("action") ?? "")
            }
            missing.remove(action)
            for role in self.roles {
                guard let cell = row.optional(role.id) else { continue }
                guard let reach = Reach(rawValue: cell) else { throw row.wrong(role.id, cell) }
                found[role.id, default: [:]][action] = reach
            }
        }
        if let action = missing.min(by: { $0.rawValue < $1.rawValue }) {
            throw AccessTable.missing(action, in: grants.name)
        }
        self.grants = found
        var items: [String: [String]] = [:]
        var further: [String: [String]] = [:]
        for row in menus.rows {
            let role = try row.text("role")
            items[role] = row.list("items")
            further[role] = row.list("further")
        }
        self.menus = items
        furtherPages = further
    }

    package func role(_ id: String) -> Role? { roles.first { $0.id == id } }

    /// The links at the head of the role's pages, the first of which is its home.
    package func menu(of role: Role) -> [String] { menus[role.id] ?? [] }

    /// Pages that have no room at the head; listed below the tasks of the day.
    package func further(of role: Role) -> [String] { furtherPages[role.id] ?? [] }

    /// Nil where the role may not.
    package func reach(of action: Action, for role: Role) -> Reach? { grants[role.id]?[action] }

    /// Everything the role goes by in one action or another.
    package func reaches(of role: Role) -> Set<Reach> { Set((grants[role.id] ?? [:]).values) }

    private static func missing(_ action: Action, in file: String) -> Problem {
        Problem(
            .service, "action-missing",
            Phrase(
                "Tindakan \(action.rawValue) tidak ada di tabel hak akses.",
                en: "The action \(action.rawValue) is missing in the table of grants."),
            at: Spot(file: file),
            do: Phrase("Tambahkan barisnya.", en: "Add its line."))
    }
}
