package import Civic

/// `/kerja/bpjs/masuk`: bringing in what the insurer sent, and what came in.
package struct InsurerInPage: Page {
    package static let template = "insurer-in"
    package static let room = Room.work
    package var section: NavigationItem? { .insurer }

    /// What a file of the insurer is. Raw values stand in forms.
    package enum Kind: String, CaseIterable, Sendable {
        case result = "hasil"
        case end = "nonaktif"
        case members = "peserta"
        case bill = "tagihan"

        func name(_ say: Speech) -> String {
            switch self {
            case .result: say("insurer-kind-result")
            case .end: say("insurer-kind-end")
            case .members: say("insurer-kind-members")
            case .bill: say("insurer-kind-bill")
            }
        }
    }

    /// A file that came in.
    package struct File: Sendable {
        package let id: Int
        package let name: String
        package let kind: Kind
        package let month: Month
        package let lines: Int
        package let conflicts: Int
        package let unread: Int
        package let at: Moment
        package let who: String

        package init(
            id: Int, name: String, kind: Kind, month: Month, lines: Int, conflicts: Int,
            unread: Int, at: Moment, who: String
        ) {
            self.id = id
            self.name = name
            self.kind = kind
            self.month = month
            self.lines = lines
            self.conflicts = conflicts
            self.unread = unread
            self.at = at
            self.who = who
        }
    }

    package let files: [File]
    package let months: [Month]
    package let funds: [(id: String, title: String)]
    /// What was chosen in the form.
    package let kind: Kind
    package let month: Month
    package let fund: String
    package let trouble: Problem?

    package init(
        files: [File], months: [Month], funds: [(id: String, title: String)], kind: Kind,
        month: Month, fund: String, trouble: Problem?
    ) {
        self.files = files
        self.months = months
        self.funds = funds
        self.kind = kind
        self.month = month
        self.fund = fund
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("insurer-in-title")),
            "tabs": .list(InsurerTabs.view(.into, say)),
            "sendHref": .text(Address.insurerIn), "cardsHref": .text(Address.cards()),
            "trouble": .part(trouble.map { ProposalTrouble.view($0, say) }),
            "kinds": .list(
                Kind.allCases.map { kind in
                    [
                        "value": .text(kind.rawValue), "kindName": .text(kind.name(say)),
                        "isChosen": .flag(kind == self.kind),
                    ]
                }),
            "months": .list(
                months.map { month in
                    [
                        "value": .text(month.iso), "monthText": .text(say.month(month)),
                        "isChosen": .flag(month == self.month),
                    ]
                }),
            "funds": .list(
                funds.map { fund in
                    [
                        "value": .text(fund.id), "fundTitle": .text(fund.title),
                        "isChosen": .flag(fund.id == self.fund),
                    ]
                }),
            "hasFiles": .flag(!files.isEmpty),
            "files": .list(files.map { view($0, say) }),
        ]
    }

    private func view(_ file: File, _ say: Speech) -> View {
        let open = [
            file.conflicts == 0
                ? nil
                : say("insurer-conflict-count", ["jumlah": say.number(file.conflicts)]),
            file.unread == 0
                ? nil : say("insurer-unread-count", ["jumlah": say.number(file.unread)]),
        ].compactMap { $0 }
        return [
            "href": .text(Address.insurerFile(file.id)), "fileName": .text(file.name),
            "kindName": .text(file.kind.name(say)), "monthText": .text(say.month(file.month)),
            "lines": .text(say.number(file.lines)),
            "open": .text(
                open.isEmpty ? say("insurer-nothing-open") : open.joined(separator: ", ")),
            "at": .text(say.moment(file.at)), "who": .text(file.who),
        ]
    }
}
