package import Civic
package import Programme

/// `/kerja/antrean`: the cases that wait for a decision, with the card of one of them.
package struct QueuePage: Page {
    package static let template = "queue"
    package static let room = Room.work
    package var section: NavigationItem? { .queue }

    /// What was done just before, told once.
    package enum Notice: Sendable {
        case decided(CaseState, people: Int, skipped: Int)
        case undone
        case noneChosen
        case tooLate
        case answered
    }

    package let place: String
    package let filter: QueueFilter
    package let choices: QueueChoices
    /// What was typed into the search field; nil for a list that was not searched.
    package let searched: String?
    package let total: Int
    package let rows: [Row]
    package let progress: Progress
    /// The earliest day by which one of these should be decided.
    package let due: Day?
    package let card: QueueCard?
    package let notice: Notice?
    /// Of the village that the list is about; nil where it is about several.
    package let recordHref: String?
    /// Codes and words, in the order of the keys 1 to 9.
    package let reasons: [(code: String, name: Phrase)]
    /// Tells this account's unsent decisions from another's in the same browser.
    package let account: Int
    package let key: String
    package let script: String
    package let previousHref: String?
    package let nextHref: String?

    package init(
        place: String, filter: QueueFilter, choices: QueueChoices, searched: String?, total: Int,
        rows: [Row], progress: Progress, due: Day?, card: QueueCard?, notice: Notice?,
        recordHref: String?,
        reasons: [(code: String, name: Phrase)], account: Int, key: String, script: String,
        previousHref: String?, nextHref: String?
    ) {
        self.place = place
        self.filter = filter
        self.choices = choices
        self.searched = searched
        self.total = total
        self.rows = rows
        self.progress = progress
        self.due = due
        self.card = card
        self.notice = notice
        self.recordHref = recordHref
        self.reasons = reasons
        self.account = account
        self.key = key
        self.script = script
        self.previousHref = previousHref
        self.nextHref = nextHref
    }

    package func view(_ say: Speech) -> View {
        progress.view(say).with([
            "title": .text(say("queue-title", ["tempat": place])),
            "queueHref": .text(Address.queue),
            "searchHref": .text(Address.queueSearch),
            "keysHref": .text(Address.queueKeys),
            "bulkHref": .text(Address.queueBulk),
            "undoLastHref": .text(Address.queueUndo),
            "deadline": .part(
                due.map { ["dueText": .text(say("queue-deadline", ["tanggal": say.day($0)]))] }),
            "chosenText": .text(say("queue-chosen", ["jumlah": "{n}"])),
            "searched": .text(searched ?? ""),
            "isFiltered": .flag(!filter.isEmpty || searched != nil),
            "filters": .list(QueueFilter.Field.allCases.compactMap { filterView($0, say) }),
            "rwValue": .text(filter.values[.rw] ?? ""),
            "noticeText": .part(notice.map { ["sentence": .text(text($0, say))] }),
            "caption": .text(
                say(
                    "queue-caption",
                    ["tampil": say.number(rows.count), "jumlah": say.number(total)])),
            "rows": .list(rows.map { $0.view(say) }),
            "isEmpty": .flag(rows.isEmpty),
            "isFinished": .flag(rows.isEmpty && filter.isEmpty && searched == nil),
            "isCut": .flag(searched != nil && rows.count < total),
            "record": .part(recordHref.map { ["recordHref": .text($0)] }),
            "card": .part(card?.view(say)),
            "reasonOptions": .list(reasonOptions(say)),
            "formKey": .text(key),
            "formBack": .text(filter.address),
            "script": .part(scriptView(say)),
            "previous": .part(previousHref.map { ["href": .text($0)] }),
            "next": .part(nextHref.map { ["href": .text($0)] }),
            "hasPages": .flag(previousHref != nil || nextHref != nil),
        ])
    }

    private func reasonOptions(_ say: Speech) -> [View] {
        reasons.enumerated().map { place, reason in
            [
                "value": .text(reason.code),
                "optionName": .text("\(place + 1). \(say.text(reason.name)) (\(reason.code))"),
            ]
        }
    }

    private func text(_ notice: Notice, _ say: Speech) -> String {
        switch notice {
        case .decided(let state, let people, let skipped):
            [
                say(
                    "queue-done-notice",
                    ["jumlah": say.number(people), "hasil": QueueWords.state(state, say)]),
                skipped > 0
                    ? say("queue-skipped-notice", ["jumlah": say.number(skipped)]) : nil,
            ].compactMap { $0 }.joined(separator: " ")
        case .undone: say("queue-undone")
        case .noneChosen: say("queue-none-chosen")
        case .tooLate: say("queue-too-late")
        case .answered: say("queue-answer-kept")
        }
    }

    /// Nil for a filter that offers nothing; what is typed stands in the template.
    private func filterView(_ field: QueueFilter.Field, _ say: Speech) -> View? {
        let options = choices.choices(of: field, say)
        guard !options.isEmpty else { return nil }
        let selected = filter.values[field]
        return [
            "fieldName": .text(field.rawValue),
            "label": .text(QueueChoices.label(of: field, say)),
            "anyName": .text(field == .state ? say("queue-open") : say("people-any")),
            "options": .list(
                options.map { choice in
                    [
                        "value": .text(choice.value), "optionName": .text(choice.name),
                        "isSelected": .flag(choice.value == selected),
                    ]
                }),
        ]
    }

    /// What the script needs: its sentences, with `{n}` for a number.
    private func scriptView(_ say: Speech) -> View {
        [
            "scriptHref": .text(script), "account": .text("\(account)"),
            "savingText": .text(say("queue-saving")),
            "unsentText": .text(say("queue-unsent", ["jumlah": "{n}"])),
            "offlineText": .text(say("queue-offline", ["jumlah": "{n}"])),
            "onlineText": .text(say("queue-online", ["jumlah": "{n}"])),
            "signedOutText": .text(say("queue-signed-out", ["jumlah": "{n}"])),
        ]
    }
}
