package import Civic
package import Programme

/// `/kerja`: what waits for whoever signed in, most pressing first.
package struct TasksPage: Page {
    package static let template = "tasks"
    package static let room = Room.work
    package var section: NavigationItem? { .tasks }

    package struct Task: Sendable {
        package let kind: TaskKind
        package let count: Int
        /// How many days ago the oldest came in.
        package let age: Int?
        package let due: Day?
        /// Working days until ``due``; fewer than 0 after it.
        package let daysLeft: Int?

        package init(kind: TaskKind, count: Int, age: Int?, due: Day?, daysLeft: Int?) {
            self.kind = kind
            self.count = count
            self.age = age
            self.due = due
            self.daysLeft = daysLeft
        }
    }

    package let tasks: [Task]
    /// Pages of the viewer's that have no room at the head.
    package let further: [NavigationItem]

    package init(tasks: [Task], further: [NavigationItem] = []) {
        self.tasks = tasks
        self.further = further
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "isEmpty": .flag(tasks.isEmpty),
            "tasks": .list(tasks.map { $0.view(say) }),
            "further": .part(
                further.isEmpty
                    ? nil
                    : [
                        "pages": .list(
                            further.map { item in
                                [
                                    "pageHref": .text(item.address),
                                    "pageName": .text(item.text(say)),
                                ]
                            })
                    ]),
        ]
    }

    private func title(_ say: Speech) -> String {
        if tasks.isEmpty { return say("tasks-none") }
        return say("tasks-title", ["daftar": tasks.map { $0.short(say) }.joined(separator: ", ")])
    }
}

extension TasksPage.Task {
    fileprivate func view(_ say: Speech) -> View {
        [
            "count": .text(say.number(count)),
            "href": .text(href),
            "what": .text(what(say)),
            "oldest": .part(age.map { ["oldestText": .text(oldest($0, say))] }),
            "due": .part(
                due.map { day in
                    [
                        "dueText": .text(say("tasks-due", ["tanggal": say.day(day)])),
                        "badge": .part(daysLeft.map { OfficeDays.badge($0, say) }),
                    ]
                }),
        ]
    }

    private func oldest(_ age: Int, _ say: Speech) -> String {
        let days = say.counted(age, one: "age-day", many: "age-days")
        return age == 0 ? say("tasks-new") : say("tasks-oldest", ["umur": days])
    }

    private var href: String {
        switch kind {
        case .verify, .late: Address.queue
        case .field: Address.confirmations
        case .answer: Address.answers
        case .conflict: Address.conflicts
        case .pair: Address.pairs
        case .correction: Address.corrections
        case .claim, .claimStep: Address.claims
        case .change: Address.changes
        case .refund: Address.refunds()
        case .lapse: Address.lapses
        case .gap: Address.lapseForecast
        case .insurer: Address.insurerOut
        }
    }

    /// Begins with the verb.
    private func what(_ say: Speech) -> String {
        switch kind {
        case .verify: say("tasks-verify")
        case .field: say("tasks-field")
        case .answer: say("tasks-answer")
        case .conflict: say("tasks-conflict")
        case .late: say("tasks-late")
        case .pair: say("tasks-pair")
        case .correction: say("tasks-correction")
        case .claim: say("tasks-claim")
        case .claimStep: say("tasks-claim-step")
        case .change: say("tasks-change")
        case .refund: say("tasks-refund")
        case .lapse: say("tasks-lapse")
        case .gap: say("tasks-gap")
        case .insurer: say("tasks-insurer")
        }
    }

    fileprivate func short(_ say: Speech) -> String {
        let values = ["jumlah": say.number(count)]
        return switch kind {
        case .verify: say("tasks-verify-short", values)
        case .field: say("tasks-field-short", values)
        case .answer: say("tasks-answer-short", values)
        case .conflict: say("tasks-conflict-short", values)
        case .late: say("tasks-late-short", values)
        case .pair: say("tasks-pair-short", values)
        case .correction: say("tasks-correction-short", values)
        case .claim: say("tasks-claim-short", values)
        case .claimStep: say("tasks-claim-step-short", values)
        case .change: say("tasks-change-short", values)
        case .refund: say("tasks-refund-short", values)
        case .lapse: say("tasks-lapse-short", values)
        case .gap: say("tasks-gap-short", values)
        case .insurer: say("tasks-insurer-short", values)
        }
    }
}
