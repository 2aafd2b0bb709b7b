package import Civic

/// `/kerja/konfirmasi-rw`: who waits for the word of which RW, and the lists that are out.
package struct RoundsPage: Page {
    package static let template = "rounds"
    package static let room = Room.work
    package var section: NavigationItem? { .confirmations }

    package struct Count: Sendable {
        package let waiting: Int
        package let field: Int
        package let asked: Int

        package init(waiting: Int, field: Int, asked: Int) {
            self.waiting = waiting
            self.field = field
            self.asked = asked
        }

        func view(_ say: Speech) -> View {
            [
                "waiting": .text(say.number(waiting)), "field": .text(say.number(field)),
                "asked": .text(say.number(asked)),
            ]
        }
    }

    /// A kelurahan, where the reader works for several.
    package struct Place: Sendable {
        package let name: String
        package let href: String
        package let count: Count

        package init(name: String, href: String, count: Count) {
            self.name = name
            self.href = href
            self.count = count
        }
    }

    package struct Ward: Sendable {
        /// Nil for candidates whose RW nobody noted.
        package let rw: Int?
        package let count: Count
        /// Where a list is made; nil when there is nobody to put on it.
        package let makeHref: String?

        package init(rw: Int?, count: Count, makeHref: String?) {
            self.rw = rw
            self.count = count
            self.makeHref = makeHref
        }
    }

    /// A list that was made.
    package struct Round: Sendable {
        package let href: String
        package let rw: Int
        /// Nil where the page is about one kelurahan.
        package let village: String?
        package let witness: String
        package let made: Day
        package let due: Day
        package let answered: Int
        package let people: Int
        package let state: RoundState

        package init(
            href: String, rw: Int, village: String?, witness: String, made: Day, due: Day,
            answered: Int, people: Int, state: RoundState
        ) {
            self.href = href
            self.rw = rw
            self.village = village
            self.witness = witness
            self.made = made
            self.due = due
            self.answered = answered
            self.people = people
            self.state = state
        }
    }

    /// The kelurahan that the page is about; nil for a page about several.
    package let village: String?
    /// Back to all; nil where there is only one.
    package let allHref: String?
    package let places: [Place]
    package let wards: [Ward]
    package let rounds: [Round]

    package init(
        village: String?, allHref: String?, places: [Place], wards: [Ward], rounds: [Round]
    ) {
        self.village = village
        self.allHref = allHref
        self.places = places
        self.wards = wards
        self.rounds = rounds
    }

    package func view(_ say: Speech) -> View {
        let counts = places.map(\.count) + wards.map(\.count)
        let waiting = counts.reduce(0) { $0 + $1.waiting }
        return [
            "title": .text(title(waiting, say)),
            "village": .part(village.map { ["villageName": .text($0)] }),
            "all": .part(allHref.map { ["href": .text($0)] }),
            "hasPlaces": .flag(!places.isEmpty),
            "places": .list(
                places.map { place in
                    place.count.view(say).with([
                        "placeName": .text(place.name), "href": .text(place.href),
                    ])
                }),
            "hasWards": .flag(!wards.isEmpty),
            "wards": .list(wards.map { view($0, say) }),
            "isEmpty": .flag(waiting == 0),
            "queueHref": .text(Address.queue),
            "hasRounds": .flag(!rounds.isEmpty),
            "roundsTitle": .text(roundsTitle(say)),
            "rounds": .list(rounds.map { view($0, say) }),
        ]
    }

    private func title(_ waiting: Int, _ say: Speech) -> String {
        waiting == 0
            ? say("round-none-waiting")
            : say.counted(waiting, one: "round-waiting-one", many: "round-waiting-many")
    }

    private func roundsTitle(_ say: Speech) -> String {
        say(
            "round-sent",
            [
                "jumlah": say.number(rounds.count),
                "lewat": say.number(rounds.count { $0.state == .expired }),
            ])
    }

    private func view(_ ward: Ward, _ say: Speech) -> View {
        let name = ward.rw.map { "RW \(WardName.text($0))" } ?? say("round-no-rw")
        return ward.count.view(say).with([
            "wardName": .text(name),
            "make": .part(
                ward.makeHref.map { href in
                    [
                        "href": .text(href),
                        "makeText": .text(say("round-make", ["rw": name])),
                    ]
                }),
            "isNowhere": .flag(ward.rw == nil),
        ])
    }

    private func view(_ round: Round, _ say: Speech) -> View {
        [
            "href": .text(round.href),
            "wardName": .text("RW \(WardName.text(round.rw))"),
            "roundVillage": .part(round.village.map { ["villageName": .text($0)] }),
            "witness": .text(round.witness),
            "made": .text(say.day(round.made)),
            "due": .text(say.day(round.due)),
            "progress": .text(
                say(
                    "round-progress",
                    ["dijawab": say.number(round.answered), "jumlah": say.number(round.people)])),
            "badge": .part(round.state.badge(say)),
        ]
    }
}
