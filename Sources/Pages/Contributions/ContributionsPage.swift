package import Civic

/// `/kerja/iuran`: what became of every month, and everybody whom the city keeps insured.
package struct ContributionsPage: Page {
    package static let template = "contributions"
    package static let room = Room.work
    package var section: NavigationItem? { .contributions }

    package struct Line: Sendable {
        package let month: Month
        package let people: Int
        /// Of those: on a bill, and paid.
        package let billed: Int
        package let paid: Int
        package let amount: Rupiah
        package let paidAmount: Rupiah

        package init(
            month: Month, people: Int, billed: Int, paid: Int, amount: Rupiah, paidAmount: Rupiah
        ) {
            self.month = month
            self.people = people
            self.billed = billed
            self.paid = paid
            self.amount = amount
            self.paidAmount = paidAmount
        }

        fileprivate var badge: CoverBadge {
            if people > 0, paid == people { return .paid }
            return billed + paid > 0 ? .billed : .promised
        }
    }

    /// How many of one group are insured.
    package struct Group: Sendable {
        package let name: Phrase
        package let people: Int
        /// How many the city says there are; nil where nobody said.
        package let expected: Int?

        package init(name: Phrase, people: Int, expected: Int?) {
            self.name = name
            self.people = people
            self.expected = expected
        }
    }

    /// What the form for an older cohort's list needs.
    package struct CohortForm: Sendable {
        package let cohorts: [Choice]
        package let funds: [Choice]
        package let months: ClosedRange<Month>
        package let key: String

        package init(
            cohorts: [Choice], funds: [Choice], months: ClosedRange<Month>, key: String
        ) {
            self.cohorts = cohorts
            self.funds = funds
            self.months = months
            self.key = key
        }
    }

    /// What came of a list.
    package struct Taken: Sendable {
        package let added: Int
        package let committed: Rupiah
        /// Rows that name somebody who is a member already, or twice.
        package let conflicts: [(row: Int, name: String, number: String)]
        package let withoutNIK: [Int]

        package init(
            added: Int, committed: Rupiah, conflicts: [(row: Int, name: String, number: String)],
            withoutNIK: [Int]
        ) {
            self.added = added
            self.committed = committed
            self.conflicts = conflicts
            self.withoutNIK = withoutNIK
        }
    }

    private static let shown = 200

    package let current: Month
    package let lines: [Line]
    package let groups: [Group]
    /// Nil for whoever may not bring lists in.
    package let form: CohortForm?
    package let taken: Taken?
    package let problem: Problem?
    package let seesLapses: Bool

    package init(
        current: Month, lines: [Line], groups: [Group], form: CohortForm?, taken: Taken? = nil,
        problem: Problem? = nil, seesLapses: Bool
    ) {
        self.current = current
        self.lines = lines
        self.groups = groups
        self.form = form
        self.taken = taken
        self.problem = problem
        self.seesLapses = seesLapses
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "monthHref": .text(Address.contributions(in: current)),
            "monthText": .text(say("contrib-open-month", ["bulan": say.month(current)])),
            "refundsHref": .text(Address.refunds()),
            "lapses": .part(seesLapses ? ["lapsesHref": .text(Address.lapses)] : nil),
            "trouble": .part(problem.map { ["problemText": .text($0.sentence(say.language))] }),
            "taken": .part(taken.map { view($0, say) }),
            "isEmpty": .flag(lines.isEmpty),
            "hasLines": .flag(!lines.isEmpty),
            "lines": .list(lines.map { view($0, say) }),
            "hasGroups": .flag(!groups.isEmpty),
            "coveredText": .text(
                say("contrib-covered", ["jumlah": say.number(groups.reduce(0) { $0 + $1.people })])
            ),
            "groups": .list(groups.map { view($0, say) }),
            "form": .part(form.map { view($0, say) }),
        ]
    }

    private func title(_ say: Speech) -> String {
        guard let line = lines.first(where: { $0.month == current }) else {
            return say("contrib-title-none", ["bulan": say.month(current)])
        }
        let values = ["bulan": say.month(current), "jumlah": say.number(line.people)]
        if line.paid == line.people { return say("contrib-title-paid", values) }
        let paid = ["lunas": say.number(line.paid)]
        return say("contrib-title", values.merging(paid) { first, _ in first })
    }

    private func view(_ line: Line, _ say: Speech) -> View {
        [
            "href": .text(Address.contributions(in: line.month)),
            "month": .text(say.month(line.month)), "people": .text(say.number(line.people)),
            "paidPeople": .text(say.number(line.paid)),
            "amount": .text(line.amount == .zero ? "–" : say.money(line.amount)),
            "paidAmount": .text(line.paidAmount == .zero ? "–" : say.money(line.paidAmount)),
            "badge": .part(line.badge.view(say)),
        ]
    }

    private func view(_ group: Group, _ say: Speech) -> View {
        [
            "groupName": .text(say.text(group.name)), "people": .text(say.number(group.people)),
            "expected": .text(group.expected.map(say.number) ?? "–"),
        ]
    }

    private func view(_ form: CohortForm, _ say: Speech) -> View {
        [
            "action": .text(Address.cohorts), "key": .text(form.key),
            "cohorts": .list(form.cohorts.map { $0.view(say) }),
            "funds": .list(form.funds.map { $0.view(say) }),
            "firstMonth": .text(form.months.lowerBound.iso),
            "lastMonth": .text(form.months.upperBound.iso),
        ]
    }

    private func view(_ taken: Taken, _ say: Speech) -> View {
        [
            "takenText": .text(
                say(
                    "contrib-taken",
                    ["jumlah": say.number(taken.added), "uang": say.money(taken.committed)])),
            "hasConflicts": .flag(!taken.conflicts.isEmpty),
            "conflictText": .text(
                say("contrib-conflicts", ["jumlah": say.number(taken.conflicts.count)])),
            "conflicts": .list(
                taken.conflicts.prefix(ContributionsPage.shown).map { conflict in
                    [
                        "conflictRow": .text(say.number(conflict.row)),
                        "conflictName": .text(conflict.name),
                        "conflictNumber": .text(
                            conflict.number.isEmpty ? say("contrib-twice") : conflict.number),
                    ]
                }),
            "without": .part(
                taken.withoutNIK.isEmpty
                    ? nil
                    : [
                        "withoutText": .text(
                            say(
                                "contrib-without-nik",
                                [
                                    "jumlah": say.number(taken.withoutNIK.count),
                                    "baris": taken.withoutNIK.prefix(20).map(say.number)
                                        .joined(separator: ", "),
                                ]))
                    ]),
        ]
    }
}

/// One thing to choose in a form.
package struct Choice: Sendable {
    package let value: String
    package let name: Phrase
    package let isSelected: Bool

    package init(value: String, name: Phrase, isSelected: Bool = false) {
        self.value = value
        self.name = name
        self.isSelected = isSelected
    }

    func view(_ say: Speech) -> View {
        [
            "value": .text(value), "optionName": .text(say.text(name)),
            "isSelected": .flag(isSelected),
        ]
    }
}
