package import Civic

/// `/kerja/pasangan`: pairs of people who may be one, the most doubtful first, and what was decided.
package struct PairsPage: Page {
    package enum Shelf: String, Sendable, CaseIterable {
        case open = ""
        case unsure = "ragu"
        case decided = "putus"
    }

    package static let template = "pairs"
    package static let room = Room.work
    package var section: NavigationItem? { .pairs }

    package let shelf: Shelf
    /// How many there are in all of which the reader may judge.
    package let total: Int
    package let rows: [Row]
    package let decisions: [PairDecision]
    /// Who judges what the reader may not.
    package let elsewhere: [Phrase]
    package let previousHref: String?
    package let nextHref: String?

    package init(
        shelf: Shelf, total: Int, rows: [Row], decisions: [PairDecision], elsewhere: [Phrase],
        previousHref: String?, nextHref: String?
    ) {
        self.shelf = shelf
        self.total = total
        self.rows = rows
        self.decisions = decisions
        self.elsewhere = elsewhere
        self.previousHref = previousHref
        self.nextHref = nextHref
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "tabs": .list(
                Shelf.allCases.map { tab in
                    [
                        "href": .text(Address.pairs(tab.rawValue)),
                        "text": .text(PairsPage.name(of: tab, say)),
                        "isCurrent": .flag(tab == shelf),
                    ]
                }),
            "hasPairs": .flag(!rows.isEmpty),
            "rows": .list(rows.map { $0.view(elsewhere, say) }),
            "hasDecisions": .flag(!decisions.isEmpty),
            "decisions": .list(decisions.map { $0.view(say) }),
            "isEmpty": .flag(rows.isEmpty && decisions.isEmpty),
            "emptyText": .text(
                shelf == .open ? say("pairs-none") : say("pairs-none-here")),
            "previous": .part(previousHref.map { ["href": .text($0)] }),
            "next": .part(nextHref.map { ["href": .text($0)] }),
            "hasPages": .flag(previousHref != nil || nextHref != nil),
        ]
    }

    private func title(_ say: Speech) -> String {
        switch shelf {
        case .open: say.counted(total, one: "pairs-open-one", many: "pairs-open")
        case .unsure: say.counted(total, one: "pairs-unsure-one", many: "pairs-unsure")
        case .decided: say("pairs-decided")
        }
    }

    private static func name(of shelf: Shelf, _ say: Speech) -> String {
        switch shelf {
        case .open: say("pairs-tab-open")
        case .unsure: say("pairs-tab-unsure")
        case .decided: say("pairs-tab-decided")
        }
    }
}

extension PairsPage {
    /// One of the two of a pair.
    package struct Person: Sendable {
        package let number: String
        package let name: String
        package let village: String?

        package init(number: String, name: String, village: String?) {
            self.number = number
            self.name = name
            self.village = village
        }

        func view(against other: String?) -> View {
            [
                "number": .text(number), "village": .text(village ?? "–"),
                "letters": .list(NameDifference.view(of: name, against: other ?? name)),
            ]
        }
    }

    package struct Row: Sendable {
        package let id: Int
        /// Nil for somebody whom the reader may not see.
        package let first: Person?
        package let second: Person?
        /// How probable it is that they are one, in per cent.
        package let percent: Int
        /// What weighs most.
        package let findings: [Phrase]
        package let isProposed: Bool

        package init(
            id: Int, first: Person?, second: Person?, percent: Int, findings: [Phrase],
            isProposed: Bool
        ) {
            self.id = id
            self.first = first
            self.second = second
            self.percent = percent
            self.findings = findings
            self.isProposed = isProposed
        }

        func view(_ elsewhere: [Phrase], _ say: Speech) -> View {
            let isWhole = first != nil && second != nil
            return [
                "pairHref": .text(Address.pair(id)),
                "first": .part(first.map { $0.view(against: second?.name) }),
                "second": .part(second.map { $0.view(against: first?.name) }),
                "chance": .text(PairChance.text(percent: percent, say)),
                "findings": .text(findings.map(say.text).joined(separator: "; ")),
                "proposal": .part(
                    isProposed ? Badge.view(say("pairs-proposal"), .amber, .hourglass) : nil),
                "others": .part(
                    isWhole
                        ? nil
                        : [
                            "othersText": .text(
                                say("pairs-elsewhere", ["siapa": PairsPage.who(elsewhere, say)]))
                        ]),
            ]
        }
    }

    static func who(_ titles: [Phrase], _ say: Speech) -> String {
        titles.map(say.text).joined(separator: ", ")
    }
}
