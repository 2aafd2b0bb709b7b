package import Civic

/// `/kerja/konfirmasi-rw/{id}`: one list: to print, to send, and to key in.
package struct RoundPage: Page {
    package static let template = "round"
    package static let room = Room.work
    package var section: NavigationItem? { .confirmations }

    /// What every page about the list says of it.
    package struct Head: Sendable {
        package let id: Int
        package let village: String
        package let villageSlug: String
        package let rw: Int
        package let witness: String
        package let made: Day
        package let due: Day
        package let state: RoundState

        package init(
            id: Int, village: String, villageSlug: String, rw: Int, witness: String, made: Day,
            due: Day, state: RoundState
        ) {
            self.id = id
            self.village = village
            self.villageSlug = villageSlug
            self.rw = rw
            self.witness = witness
            self.made = made
            self.due = due
            self.state = state
        }
    }

    package let head: Head
    package let people: [RoundPerson]
    /// The day on which the link ends; nil when there is none.
    package let linkDue: Day?
    /// When the latest answer was kept.
    package let savedAt: Moment?
    package let key: String
    package let script: String

    package init(
        head: Head, people: [RoundPerson], linkDue: Day?, savedAt: Moment?, key: String,
        script: String
    ) {
        self.head = head
        self.people = people
        self.linkDue = linkDue
        self.savedAt = savedAt
        self.key = key
        self.script = script
    }

    package func view(_ say: Speech) -> View {
        let isClosed = head.state == .closed
        let titles = RoundTitles(head.rw, people, say)
        return [
            "title": .text(titles.now),
            "villageName": .text(head.village),
            "backHref": .text(Address.rounds(village: head.villageSlug)),
            "badge": .part(head.state.badge(say)),
            "witness": .text(head.witness),
            "made": .text(say.day(head.made)),
            "due": .text(say.day(head.due)),
            "printHref": .text(Address.roundPrint(head.id)),
            "key": .text(key),
            "running": .part(isClosed ? nil : running(titles, say)),
            "isClosed": .flag(isClosed),
            "people": .list(people.map { $0.view(say) }),
            "script": .text(script),
        ]
    }

    private func running(_ titles: RoundTitles, _ say: Speech) -> View {
        [
            "answersHref": .text(Address.roundAnswers(head.id)),
            "linkHref": .text(Address.roundLink(of: head.id)),
            "closeHref": .text(Address.roundClose(head.id)),
            "linkButton": .text(
                linkDue == nil ? say("round-link-make") : say("round-link-renew")),
            "link": .part(
                linkDue.map { due in
                    [
                        "linkText": .text(say("round-link-due", ["tanggal": say.day(due)])),
                        "revokeHref": .text(Address.roundRevoke(head.id)),
                    ]
                }),
            "saved": .text(savedAt.map { say("round-saved", ["jam": $0.clock]) } ?? ""),
            "savedPattern": .text(say("round-saved", ["jam": "#"])),
            "unsentPattern": .text(say("round-unsent", ["jumlah": "#"])),
            "titlePattern": .text(titles.pattern),
            "titleDone": .text(titles.done),
        ]
    }
}

/// The heading of a list, as it is and as a script goes on writing it.
struct RoundTitles {
    let now: String
    /// With `#` for the number of answers.
    let pattern: String
    let done: String

    init(_ rw: Int, _ people: [RoundPerson], _ say: Speech) {
        let (answered, all) = (people.count { $0.answer != nil }, say.number(people.count))
        func title(_ answered: String) -> String {
            say(
                "round-title", ["rw": WardName.text(rw), "dijawab": answered, "jumlah": all])
        }
        pattern = title("#")
        done = say("round-done", ["jumlah": all])
        now = answered == people.count ? done : title(say.number(answered))
    }
}
