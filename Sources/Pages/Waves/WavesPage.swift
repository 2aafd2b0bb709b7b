package import Civic

/// `/kerja/gelombang`: all waves, newest first, and a form for the next one.
package struct WavesPage: Page {
    package static let template = "waves"
    package static let room = Room.work
    package var section: NavigationItem? { .waves }

    package struct Row: Sendable {
        package let head: WaveHead
        /// Nil before the order is frozen.
        package let chosen: Int?
        package let waiting: Int?

        package init(head: WaveHead, chosen: Int?, waiting: Int?) {
            self.head = head
            self.chosen = chosen
            self.waiting = waiting
        }

        func view(_ say: Speech) -> View {
            [
                "href": .text(Address.wave(head.id)), "waveTitle": .text(head.title),
                "badge": .part(head.state.badge(say)), "quota": .text(say.number(head.quota)),
                "span": .text(
                    say(
                        "funds-span",
                        [
                            "dari": say.month(head.months.lowerBound),
                            "sampai": say.month(head.months.upperBound),
                        ])),
                "chosen": .text(chosen.map(say.number) ?? "–"),
                "waiting": .text(waiting.map(say.number) ?? "–"),
            ]
        }
    }

    package let rows: [Row]
    /// Nil for whoever may only look.
    package let fields: WaveFields?
    package let key: String
    package let trouble: Problem?

    package init(rows: [Row], fields: WaveFields?, key: String, trouble: Problem?) {
        self.rows = rows
        self.fields = fields
        self.key = key
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        let hasFunds = fields.map { !$0.choices.isEmpty } ?? false
        return [
            "title": .text(
                rows.isEmpty
                    ? say("waves-title-none")
                    : say.counted(rows.count, one: "waves-title-one", many: "waves-title-many")),
            "trouble": .part(trouble.map { TroubleView.view($0, say) }),
            "isEmpty": .flag(rows.isEmpty),
            "rows": .list(rows.map { $0.view(say) }),
            "fundsHref": .text(Address.funds),
            "needsFunds": .flag(fields != nil && !hasFunds),
            "new": .part(
                hasFunds
                    ? fields?.view(say).with([
                        "action": .text(Address.waves), "key": .text(key),
                        "isOpen": .flag(trouble != nil || rows.isEmpty),
                    ]) : nil),
        ]
    }
}
