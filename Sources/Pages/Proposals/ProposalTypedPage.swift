import Civic

/// `/kerja/usulan/ketik` and `/kerja/usulan/{id}/ketik`: one person after the other.
package struct ProposalTypedPage: Page {
    /// A row that was typed before.
    package struct Row: Sendable {
        package let name: String
        package let nik: String
        package let isReady: Bool

        package init(name: String, nik: String, isReady: Bool) {
            self.name = name
            self.nik = nik
            self.isReady = isReady
        }
    }

    package static let template = "proposal-typed"
    package static let room = Room.work
    package var section: NavigationItem? { .proposals }

    /// Nil before the first row.
    package let id: Int?
    package let rows: [Row]
    package let key: String
    /// What was typed, where it has to be typed again.
    package let entry: [String: String]
    package let isIncomplete: Bool

    package init(
        id: Int?, rows: [Row], key: String, entry: [String: String] = [:],
        isIncomplete: Bool = false
    ) {
        self.id = id
        self.rows = rows
        self.key = key
        self.entry = entry
        self.isIncomplete = isIncomplete
    }

    /// The fields beside the birth date, by name of the column, with how they are typed.
    private static let fields: [(name: String, mode: String)] = [
        ("nik", "numeric"), ("name", "text"), ("address", "text"), ("rt", "numeric"),
        ("rw", "numeric"), ("occupation", "text"), ("phone", "tel"),
    ]

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("proposal-type-title")),
            "listHref": .text(Address.proposals),
            "action": .text(id.map(Address.proposalTyped) ?? Address.proposalType),
            "key": .text(key),
            "isIncomplete": .flag(isIncomplete),
            "first": .list(ProposalTypedPage.fields.prefix(2).map { field($0, say) }),
            "others": .list(ProposalTypedPage.fields.dropFirst(2).map { field($0, say) }),
            "day": .text(entry["hari"] ?? ""), "month": .text(entry["bulan"] ?? ""),
            "year": .text(entry["tahun"] ?? ""),
            "finish": .part(
                id.map {
                    [
                        "finishHref": .text(Address.proposal($0)),
                        "soFar": .text(
                            say.counted(
                                rows.count, one: "proposal-typed-one", many: "proposal-typed")),
                    ]
                }),
            "rows": .list(
                rows.map { row in
                    [
                        "rowName": .text(row.name), "nikText": .text(row.nik),
                        "badge": .part(
                            row.isReady
                                ? Badge.view(ProposalPage.Group.ready.name(say), .green, .check)
                                : Badge.view(ProposalPage.Group.look.name(say), .amber, .attention)),
                    ]
                }),
        ]
    }

    private func field(_ field: (name: String, mode: String), _ say: Speech) -> View {
        [
            "fieldID": .text("i-\(field.name)"), "fieldName": .text("k-\(field.name)"),
            "mode": .text(field.mode), "label": .text(ProposalColumn.name(field.name, say)),
            "value": .text(entry["k-\(field.name)"] ?? ""),
        ]
    }
}
