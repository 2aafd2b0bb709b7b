package import Civic

/// `/kerja/antrean/{nomor}`: one case as a page of its own, for whoever has no script or no room
/// for the card beside the list.
package struct QueueCasePage: Page {
    package static let template = "queue-case"
    package static let room = Room.work
    package var section: NavigationItem? { .queue }

    package let card: QueueCard

    package init(card: QueueCard) { self.card = card }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("queue-case-title", ["nama": card.name])),
            "queueHref": .text(card.back),
            "number": .text(card.number),
            "card": .part(card.view(say)),
        ]
    }
}

/// Somebody else decided first: both decisions, and which is to hold.
package struct QueueConflictPage: Page {
    package static let template = "queue-conflict"
    package static let room = Room.work
    package var section: NavigationItem? { .queue }

    package let number: String
    package let name: String
    package let conflict: QueueConflict
    /// The fields to send again, as they were, with the version that the case has now.
    package let fields: [(name: String, value: String)]
    package let back: String

    package init(
        number: String, name: String, conflict: QueueConflict,
        fields: [(name: String, value: String)], back: String
    ) {
        self.number = number
        self.name = name
        self.conflict = conflict
        self.fields = fields
        self.back = back
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("queue-case-title", ["nama": name])),
            "sentence": .text(conflict.sentence(say)),
            "mineText": .text(conflict.mine(say)),
            "decideHref": .text(Address.queueCase(number)),
            "keepText": .text(conflict.keep(say)),
            "keepHref": .text(back),
            "fields": .list(
                fields.map { ["fieldName": .text($0.name), "value": .text($0.value)] }),
        ]
    }
}

/// What two people decided about one case.
package struct QueueConflict: Sendable {
    package let rival: String
    package let at: Moment
    package let theirs: QueueCard.Event.What
    package let ours: QueueCard.Event.What?

    package init(
        rival: String, at: Moment, theirs: QueueCard.Event.What, ours: QueueCard.Event.What?
    ) {
        self.rival = rival
        self.at = at
        self.theirs = theirs
        self.ours = ours
    }

    package func sentence(_ say: Speech) -> String {
        say(
            "queue-conflict",
            ["nama": rival, "jam": at.clock, "hasil": theirs.text(say)])
    }

    package func mine(_ say: Speech) -> String {
        say("queue-conflict-mine", ["hasil": ours.map { $0.text(say) } ?? say("queue-undone")])
    }

    package func keep(_ say: Speech) -> String { say("queue-conflict-keep", ["nama": rival]) }

    package func replace(_ say: Speech) -> String { say("queue-conflict-replace") }
}

/// Asks before many are decided at once.
package struct QueueAskPage: Page {
    package static let template = "queue-ask"
    package static let room = Room.work
    package var section: NavigationItem? { .queue }

    package enum Step: Sendable {
        case approve
        case field
        case refuse(Phrase)
    }

    package let step: Step
    /// Names with the fields that name them.
    package let people: [(name: String, number: String)]
    /// How many were chosen but lack the answer about work.
    package let skipped: Int
    package let fields: [(name: String, value: String)]
    package let back: String

    package init(
        step: Step, people: [(name: String, number: String)], skipped: Int,
        fields: [(name: String, value: String)], back: String
    ) {
        self.step = step
        self.people = people
        self.skipped = skipped
        self.fields = fields
        self.back = back
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(title(say)),
            "bulkHref": .text(Address.queueBulk),
            "skipped": .part(
                skipped > 0
                    ? ["sentence": .text(say("queue-skipped", ["jumlah": say.number(skipped)]))]
                    : nil),
            "hasPeople": .flag(!people.isEmpty),
            "people": .list(
                people.map { ["name": .text($0.name), "number": .text($0.number)] }),
            "fields": .list(
                fields.map { ["fieldName": .text($0.name), "value": .text($0.value)] }),
            "queueHref": .text(back),
        ]
    }

    private func title(_ say: Speech) -> String {
        let count = ["jumlah": say.number(people.count)]
        switch step {
        case .approve: return say("queue-ask-approve", count)
        case .field: return say("queue-ask-field", count)
        case .refuse(let reason):
            return say(
                "queue-ask-refuse", count.merging(["alasan": say.text(reason)]) { $1 })
        }
    }
}

/// The keys of the queue, to be printed and put beside the screen.
package struct QueueKeysPage: Page {
    package static let template = "queue-keys"
    package static let room = Room.work
    package var section: NavigationItem? { .queue }

    package let reasons: [(code: String, name: Phrase)]

    package init(reasons: [(code: String, name: Phrase)]) { self.reasons = reasons }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("queue-keys-title")),
            "queueHref": .text(Address.queue),
            "keys": .list(
                keys(say).map { ["keyName": .text($0), "meaning": .text($1)] }),
            "reasonKeys": .list(
                reasons.enumerated().map { place, reason in
                    [
                        "keyName": .text("T \(place + 1)"),
                        "meaning": .text("\(say.text(reason.name)) (\(reason.code))"),
                    ]
                }),
        ]
    }

    private func keys(_ say: Speech) -> [(String, String)] {
        [
            ("J / ↓", say("queue-key-next")), ("K / ↑", say("queue-key-previous")),
            ("Y", say("queue-key-known")), ("R", say("queue-key-witnessed")),
            ("B", say("queue-key-unknown")), ("S", say("queue-key-approve")),
            ("T", say("queue-key-refuse")), ("L", say("queue-key-field")),
            (say("queue-space"), say("queue-key-choose")),
            ("Shift+S", say("queue-key-bulk")), ("Z", say("queue-key-undo")),
            ("A", say("queue-key-reason")), ("/", say("queue-key-search")),
            ("?", say("queue-key-help")),
        ]
    }
}
