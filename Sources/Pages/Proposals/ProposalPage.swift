package import Civic

/// `/kerja/usulan/{id}`: what became of a list, in groups; rows are corrected in place.
package struct ProposalPage: Page {
    /// What is shown: the values are those of the address.
    package enum Group: String, Sendable, CaseIterable {
        case look = "lihat"
        case unreadable = "tidak-terbaca"
        case ready = "siap"
        case ignored = "dilewati"
        case sent = "terkirim"

        func name(_ say: Speech) -> String {
            switch self {
            case .look: say("proposal-group-lihat")
            case .unreadable: say("proposal-group-tidak-terbaca")
            case .ready: say("proposal-group-siap")
            case .ignored: say("proposal-group-dilewati")
            case .sent: say("proposal-group-terkirim")
            }
        }
    }

    /// What was just done.
    package enum Notice: Sendable {
        case saved(Moment)
        /// Rows that a file changed, left, and named in vain.
        case corrected(changed: Int, unchanged: Int, unknown: Int)
        /// The same file had come in before.
        case same
    }

    package static let template = "proposal"
    package static let room = Room.work
    package var section: NavigationItem? { .proposals }

    package let item: ProposalsPage.Item
    package let counts: [Group: Int]
    package let checked: Int
    package let warnings: [Phrase]
    package let group: Group
    package let rows: [ProposalRowView]
    package let nextHref: String?
    package let notice: Notice?
    package let trouble: Problem?
    package let script: String

    package init(
        item: ProposalsPage.Item, counts: [Group: Int], checked: Int, warnings: [Phrase],
        group: Group, rows: [ProposalRowView], nextHref: String?, notice: Notice? = nil,
        trouble: Problem? = nil, script: String
    ) {
        self.item = item
        self.counts = counts
        self.checked = checked
        self.warnings = warnings
        self.group = group
        self.rows = rows
        self.nextHref = nextHref
        self.notice = notice
        self.trouble = trouble
        self.script = script
    }

    package func view(_ say: Speech) -> View {
        let isOpen = item.state == .open
        let isForm = isOpen && group != .sent
        return [
            "title": .text(title(say)),
            "listHref": .text(Address.proposals),
            "listName": .text(
                item.file ?? say(item.isTyped ? "proposals-typed" : "proposals-pasted")),
            "origin": .text(origin(say)),
            "badge": .part(item.state.badge(say)),
            "script": .text(script),
            "trouble": .part(trouble.map { ProposalTrouble.view($0, say) }),
            "notice": .part(noticeText(say).map { ["noticeText": .text($0)] }),
            "warnings": .list(warnings.map { ["warning": .text(say.text($0))] }),
            "progress": .part(progress(say)),
            "isOpen": .flag(isOpen),
            "isForm": .flag(isForm),
            "groups": .list(groups(say)),
            "rows": .list(rows.map { $0.view(item.id, group, isForm, say) }),
            "isEmpty": .flag(rows.isEmpty && progress(say) == nil),
            "next": .part(nextHref.map { ["href": .text($0)] }),
            "send": .part(isOpen ? sending(say) : nil),
            "repair": .part(isOpen ? repair(say) : nil),
            "typeMore": .part(
                isOpen && item.isTyped ? ["typeHref": .text(Address.proposalTyped(item.id))] : nil),
            "undoHref": .text(Address.proposalUndo(item.id)),
            "receipt": .part(
                item.receipt.map {
                    [
                        "receiptLine": .text(
                            say(
                                "proposal-sent",
                                ["jumlah": say.number(count(.sent)), "nomor": $0])),
                        "receiptHref": .text(Address.proposalReceipt(item.id)),
                        "peopleHref": .text(Address.people),
                    ]
                }),
        ]
    }

    private func count(_ group: Group) -> Int { counts[group] ?? 0 }

    private func title(_ say: Speech) -> String {
        switch item.state {
        case .checking, .columns:
            return say("proposal-checking-title")
        case .sending: return say("proposal-sending-title")
        case .sent: return say("proposal-sent-title", ["jumlah": say.number(count(.sent))])
        case .open:
            return say(
                "proposal-result",
                [
                    "siap": say.number(count(.ready)), "lihat": say.number(count(.look)),
                    "gagal": say.number(count(.unreadable)),
                ])
        }
    }

    private func origin(_ say: Speech) -> String {
        let rw = item.rw.map { say("proposals-rw", ["rw": NumberText.padded($0, to: 3)]) }
        return [item.place, rw, say.moment(item.at), item.who].compactMap { $0 }
            .joined(separator: " · ")
    }

    private func noticeText(_ say: Speech) -> String? {
        switch notice {
        case nil: nil
        case .saved(let moment): say("proposal-saved", ["jam": moment.clock])
        case .same: say("proposal-same")
        case .corrected(let changed, let unchanged, let unknown):
            say(
                "proposal-corrected",
                [
                    "ubah": say.number(changed), "sama": say.number(unchanged),
                    "asing": say.number(unknown),
                ])
        }
    }

    /// While a node works on the list.
    private func progress(_ say: Speech) -> View? {
        guard item.state == .checking || item.state == .sending else { return nil }
        return [
            "progressText": .text(
                item.state == .sending
                    ? say("proposal-sending", ["jumlah": say.number(count(.ready))])
                    : say(
                        "proposal-progress",
                        ["selesai": say.number(checked), "semua": say.number(item.rows)])),
            "progressHref": .text(Address.proposalProgress(item.id)),
            "done": .text(String(checked)), "whole": .text(String(max(1, item.rows))),
        ]
    }

    private func groups(_ say: Speech) -> [View] {
        let shown: [Group] =
            item.state == .sent
            ? [.sent, .look, .unreadable, .ignored]
            : [.look, .unreadable, .ready, .ignored]
        return shown.map { group in
            [
                "href": .text(Address.proposal(item.id, group.rawValue)),
                "groupName": .text(group.name(say)),
                "groupCount": .text(say.number(count(group))),
                "isCurrent": .flag(group == self.group),
            ]
        }
    }

    private func sending(_ say: Speech) -> View? {
        let ready = count(.ready)
        guard ready > 0 else { return nil }
        let left = count(.look) + count(.unreadable)
        return [
            "sendHref": .text(Address.proposalSend(item.id)),
            "sendText": .text(say.counted(ready, one: "proposal-send-one", many: "proposal-send")),
            "leftText": .text(
                left == 0
                    ? say("proposal-send-all")
                    : say("proposal-send-left", ["jumlah": say.number(left)])),
        ]
    }

    private func repair(_ say: Speech) -> View? {
        let rows = count(.look) + count(.unreadable)
        guard rows > 0 else { return nil }
        return [
            "downloadHref": .text(Address.proposalRows(item.id)),
            "downloadText": .text(
                say.counted(rows, one: "proposal-download-one", many: "proposal-download")),
            "repairHref": .text(Address.proposalRepair(item.id)),
        ]
    }
}
