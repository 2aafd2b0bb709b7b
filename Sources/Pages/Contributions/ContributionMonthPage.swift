package import Civic

/// `/kerja/iuran/{bulan}`: one month, fund by fund: people, prices, what the insurer asks for, and
/// how far it is paid; who came and went since the month before.
package struct ContributionMonthPage: Page {
    package static let template = "contribution-month"
    package static let room = Room.work
    package var section: NavigationItem? { .contributions }

    /// A bill of the month.
    package struct Line: Sendable {
        package let id: Int
        package let fund: String
        package let turn: Int
        package let people: Int
        /// Prices and for how many.
        package let rates: [(price: Rupiah, people: Int)]
        package let amount: Rupiah
        /// What the insurer asks for; nil before the comparison.
        package let theirs: Rupiah?
        package let unexplained: Int
        package let disbursement: String?
        package let badge: CoverBadge

        package init(
            id: Int, fund: String, turn: Int, people: Int, rates: [(price: Rupiah, people: Int)],
            amount: Rupiah, theirs: Rupiah?, unexplained: Int, disbursement: String?,
            badge: CoverBadge
        ) {
            self.id = id
            self.fund = fund
            self.turn = turn
            self.people = people
            self.rates = rates
            self.amount = amount
            self.theirs = theirs
            self.unexplained = unexplained
            self.disbursement = disbursement
            self.badge = badge
        }
    }

    /// Months that stand on no bill yet.
    package struct Open: Sendable {
        package let fund: String
        /// Whom a run would bill, and what was set aside for them.
        package let due: Int
        package let amount: Rupiah
        /// Whom the insurer has not taken yet.
        package let notYet: Int

        package init(fund: String, due: Int, amount: Rupiah, notYet: Int) {
            self.fund = fund
            self.due = due
            self.amount = amount
            self.notYet = notYet
        }
    }

    package struct Change: Sendable {
        package enum Kind: Sendable { case new, moved, gone }
        package let kind: Kind
        package let number: String
        package let name: String
        package let village: String?
        package let fund: String?
        package let before: String?
        /// Why the person left.
        package let cause: Phrase?

        package init(
            kind: Kind, number: String, name: String, village: String?, fund: String?,
            before: String?, cause: Phrase?
        ) {
            self.kind = kind
            self.number = number
            self.name = name
            self.village = village
            self.fund = fund
            self.before = before
            self.cause = cause
        }
    }

    package struct Changes: Sendable {
        package let new: Int
        package let moved: Int
        package let gone: Int
        /// The first of each kind.
        package let people: [Change]

        package init(new: Int, moved: Int, gone: Int, people: [Change]) {
            self.new = new
            self.moved = moved
            self.gone = gone
            self.people = people
        }
    }

    package struct Shortage: Sendable {
        package let fund: String
        package let people: Int
        package let lacking: Rupiah

        package init(fund: String, people: Int, lacking: Rupiah) {
            self.fund = fund
            self.people = people
            self.lacking = lacking
        }
    }

    package let month: Month
    package let lines: [Line]
    package let open: [Open]
    package let changes: Changes
    package let shortages: [Shortage]
    /// Nil for whoever may not make bills.
    package let key: String?
    package let problem: Problem?

    package init(
        month: Month, lines: [Line], open: [Open], changes: Changes, shortages: [Shortage] = [],
        key: String?, problem: Problem? = nil
    ) {
        self.month = month
        self.lines = lines
        self.open = open
        self.changes = changes
        self.shortages = shortages
        self.key = key
        self.problem = problem
    }

    private var due: Int { open.reduce(0) { $0 + $1.due } }
    private var standing: [Line] { lines.filter { $0.badge != .billVoid } }

    package func view(_ say: Speech) -> View {
        let people = standing.reduce(0) { $0 + $1.people }
        let amount = standing.reduce(Rupiah.zero) { $0 + $1.amount }
        return [
            "title": .text(title(say, people, amount)),
            "monthName": .text(say.month(month)),
            "allHref": .text(Address.contributions),
            "reportHref": .text(Address.monthlyReport(month)),
            "trouble": .part(problem.map { ["problemText": .text($0.sentence(say.language))] }),
            "shortages": .list(shortages.map { view($0, say) }),
            "make": .part(due > 0 ? key.map { makeView($0, say) } : nil),
            "open": .list(open.filter { $0.due + $0.notYet > 0 }.map { view($0, say) }),
            "hasOpen": .flag(open.contains { $0.due + $0.notYet > 0 }),
            "isEmpty": .flag(lines.isEmpty && open.isEmpty),
            "hasLines": .flag(!lines.isEmpty),
            "lines": .list(lines.map { view($0, say) }),
            "sumPeople": .text(say.number(people)),
            "sumAmount": .text(say.money(amount)),
            "changesTitle": .text(
                say(
                    "contrib-changes",
                    [
                        "baru": say.number(changes.new), "pindah": say.number(changes.moved),
                        "keluar": say.number(changes.gone),
                    ])),
            "hasChanges": .flag(!changes.people.isEmpty),
            "changes": .list(changes.people.map { view($0, say) }),
            "cut": .part(
                changes.people.count < changes.new + changes.moved + changes.gone
                    ? [
                        "cutText": .text(
                            say("contrib-cut", ["jumlah": say.number(changes.people.count)]))
                    ] : nil),
        ]
    }

    private func title(_ say: Speech, _ people: Int, _ amount: Rupiah) -> String {
        let values = [
            "bulan": say.month(month), "jumlah": say.number(people), "uang": say.money(amount),
        ]
        if standing.isEmpty { return say("contrib-month-none", ["bulan": say.month(month)]) }
        let isPaid = due == 0 && standing.allSatisfy { $0.badge == .billPaid }
        guard isPaid else { return say("contrib-month-title", values) }
        return say("contrib-month-paid", values)
    }

    private func makeView(_ key: String, _ say: Speech) -> View {
        [
            "action": .text(Address.contributions(in: month)), "key": .text(key),
            "makeText": .text(
                say.counted(due, one: "contrib-make-one", many: "contrib-make-many")),
        ]
    }

    private func view(_ shortage: Shortage, _ say: Speech) -> View {
        [
            "shortageText": .text(
                say(
                    "contrib-shortage",
                    [
                        "dana": shortage.fund, "jumlah": say.number(shortage.people),
                        "kurang": say.money(shortage.lacking),
                    ]))
        ]
    }

    private func view(_ open: Open, _ say: Speech) -> View {
        [
            "fundName": .text(open.fund), "due": .text(say.number(open.due)),
            "amount": .text(say.money(open.amount)), "notYet": .text(say.number(open.notYet)),
        ]
    }

    private func view(_ line: Line, _ say: Speech) -> View {
        let difference = line.theirs.map { $0 - line.amount }
        let turn = line.turn > 1 ? " · " + say("contrib-turn", ["ke": say.number(line.turn)]) : ""
        return [
            "href": .text(Address.bill(line.id)), "fundName": .text(line.fund + turn),
            "people": .text(say.number(line.people)),
            "rates": .text(
                line.rates.map { rate in
                    line.rates.count == 1
                        ? say.money(rate.price)
                        : "\(say.number(rate.people)) × \(say.money(rate.price))"
                }.joined(separator: ", ")),
            "amount": .text(say.money(line.amount)),
            "theirs": .text(line.theirs.map(say.money) ?? "–"),
            "difference": .text(difference.map(say.money) ?? "–"),
            "unexplained": .part(
                line.unexplained > 0
                    ? [
                        "unexplainedText": .text(
                            say("contrib-unexplained", ["jumlah": say.number(line.unexplained)]))
                    ] : nil),
            "disbursement": .text(line.disbursement ?? "–"),
            "badge": .part(line.badge.view(say)),
        ]
    }

    private func view(_ change: Change, _ say: Speech) -> View {
        let what: String =
            switch change.kind {
            case .new: say("contrib-change-new", ["dana": change.fund ?? "–"])
            case .moved:
                say(
                    "contrib-change-moved",
                    ["dari": change.before ?? "–", "ke": change.fund ?? "–"])
            case .gone: change.cause.map(say.text) ?? say("contrib-change-gone")
            }
        return [
            "personHref": .text(Address.months(of: change.number)), "name": .text(change.name),
            "village": .text(change.village ?? "–"), "what": .text(what),
        ]
    }
}
