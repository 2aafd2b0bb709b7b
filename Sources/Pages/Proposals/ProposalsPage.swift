package import Civic

/// `/kerja/usulan`: three ways to bring in a list, and the lists that came in before.
package struct ProposalsPage: Page {
    /// One list that came in before.
    package struct Item: Sendable {
        package let id: Int
        /// Name of the file; nil for what was pasted or typed.
        package let file: String?
        package let isTyped: Bool
        /// `Kelurahan Bekasijaya`; nil for the whole city.
        package let place: String?
        package let rw: Int?
        package let at: Moment
        package let who: String
        package let rows: Int
        package let state: ProposalState
        package let receipt: String?

        package init(
            id: Int, file: String?, isTyped: Bool, place: String?, rw: Int?, at: Moment,
            who: String, rows: Int, state: ProposalState, receipt: String?
        ) {
            self.id = id
            self.file = file
            self.isTyped = isTyped
            self.place = place
            self.rw = rw
            self.at = at
            self.who = who
            self.rows = rows
            self.state = state
            self.receipt = receipt
        }
    }

    package static let template = "proposals"
    package static let room = Room.work
    package var section: NavigationItem? { .proposals }

    package let items: [Item]
    /// Megabytes that may come at once.
    package let megabytes: Int
    /// What went wrong with what was sent.
    package let trouble: Problem?
    /// What was pasted, kept so that nobody copies it twice.
    package let pasted: String

    package init(items: [Item], megabytes: Int, trouble: Problem? = nil, pasted: String = "") {
        self.items = items
        self.megabytes = megabytes
        self.trouble = trouble
        self.pasted = pasted
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("proposals-title")),
            "trouble": .part(trouble.map { ProposalTrouble.view($0, say) }),
            "uploadHref": .text(Address.proposalUpload),
            "pasteHref": .text(Address.proposalPaste),
            "typeHref": .text(Address.proposalType),
            "templateHref": .text(Address.proposalTemplate),
            "sizeHint": .text(say("proposals-size", ["ukuran": say.number(megabytes)])),
            "pasted": .text(pasted),
            "hasLists": .flag(!items.isEmpty),
            "lists": .list(items.map { $0.view(say) }),
        ]
    }
}

extension ProposalsPage.Item {
    func view(_ say: Speech) -> View {
        [
            "href": .text(Address.proposal(id)),
            "listName": .text(
                file ?? say(isTyped ? "proposals-typed" : "proposals-pasted")),
            "origin": .text(
                [place, rw.map { say("proposals-rw", ["rw": NumberText.padded($0, to: 3)]) }]
                    .compactMap { $0 }.joined(separator: ", ")),
            "moment": .text(say.moment(at)),
            "who": .text(who),
            "rowCount": .text(say.number(rows)),
            "badge": .part(state.badge(say)),
            "receiptText": .text(receipt ?? "–"),
        ]
    }
}

/// How far a list has come.
package enum ProposalState: String, Sendable, CaseIterable {
    case columns
    case checking
    case open
    case sending
    case sent

    func badge(_ say: Speech) -> View {
        switch self {
        case .columns: Badge.view(say("proposals-state-columns"), .amber, .attention)
        case .checking: Badge.view(say("proposals-state-checking"), .blue, .hourglass)
        case .open: Badge.view(say("proposals-state-open"), .amber, .attention)
        case .sending: Badge.view(say("proposals-state-sending"), .blue, .hourglass)
        case .sent: Badge.view(say("proposals-state-sent"), .green, .check)
        }
    }
}

/// A problem in a page: what, where, what to do, and the code last.
enum ProposalTrouble {
    static func view(_ problem: Problem, _ say: Speech) -> View {
        let place = problem.spot?.text(say.language).map { "\($0): " } ?? ""
        return [
            "troubleWhat": .text(place + say.text(problem.what)),
            "troubleRemedy": .text(say.text(problem.remedy)),
            "troubleCode": .text(problem.code),
        ]
    }
}
