package import Civic
package import Programme

/// `/kerja/gelombang/{id}/urutan?kel=…`: the order of one village, with one place explained.
package struct WavePlacesPage: Page {
    package static let template = "wave-places"
    package static let room = Room.work
    package var section: NavigationItem? { .waves }

    package struct Row: Sendable {
        package let place: WavePlace
        /// Nil for whoever may not see people.
        package let name: String?
        package let occupation: Phrase?

        package init(place: WavePlace, name: String?, occupation: Phrase?) {
            self.place = place
            self.name = name
            self.occupation = occupation
        }
    }

    /// A place between its neighbours.
    package struct Explained: Sendable {
        package let place: WavePlace
        package let before: WavePlace?
        package let behind: WavePlace?

        package init(place: WavePlace, before: WavePlace?, behind: WavePlace?) {
            self.place = place
            self.before = before
            self.behind = behind
        }
    }

    package let head: WaveHead
    package let rule: WaveRule
    package let seed: UInt64
    package let village: String?
    package let slug: String
    package let share: WaveShare
    package let rows: [Row]
    /// The last place of this page, where more come.
    package let next: Int?
    /// The place behind which this page begins.
    package let after: Int?
    package let explained: Explained?

    package init(
        head: WaveHead, rule: WaveRule, seed: UInt64, village: String?, slug: String,
        share: WaveShare, rows: [Row], next: Int?, after: Int?, explained: Explained?
    ) {
        self.head = head
        self.rule = rule
        self.seed = seed
        self.village = village
        self.slug = slug
        self.share = share
        self.rows = rows
        self.next = next
        self.after = after
        self.explained = explained
    }

    package func view(_ say: Speech) -> View {
        let name = village ?? say("wave-no-village")
        return head.view(.order, say).with([
            "title": .text(
                say(
                    "wave-places-title",
                    [
                        "kelurahan": name, "tempat": say.number(share.places),
                        "tunggu": say.number(share.eligible - share.places),
                    ])),
            "orderHref": .text(Address.waveOrder(head.id)),
            "villageName": .text(name),
            "explained": .part(explained.map { view($0, say) }),
            "rows": .list(rows.map { view($0, say) }),
            "hasPages": .flag(next != nil || after != nil),
            "start": .part(
                after == nil ? nil : ["href": .text(Address.waveOrder(head.id, village: slug))]),
            "next": .part(
                next.map {
                    ["href": .text(Address.waveOrder(head.id, village: slug, after: $0))]
                }),
        ])
    }

    private func view(_ row: Row, _ say: Speech) -> View {
        let (place, person) = (row.place, row.place.candidate)
        return [
            "place": .text(say.number(place.place)),
            "villagePlace": .text(say.number(place.villagePlace)),
            "number": .text(person.number), "name": .text(row.name ?? "–"),
            "personHref": .text(Address.person(person.number)),
            "isNamed": .flag(row.name != nil),
            "occupation": .text(row.occupation.map(say.text) ?? "–"),
            "decile": .text(WaveWords.group(person.decile, rule, say)),
            "hazard": .text("\(person.hazard)"),
            "proposed": .text(person.proposed.map(say.day) ?? "–"),
            "draw": .text(WaveText.hexadecimal(place.draw)),
            "badge": .part(WavePlacesPage.badge(place, say)),
            "whyHref": .text(
                Address.waveOrder(
                    head.id, village: slug, after: after, explaining: place.place) + "#mengapa"),
            "whyName": .text(say("wave-why-of", ["tempat": say.number(place.place)])),
        ]
    }

    private static func badge(_ place: WavePlace, _ say: Speech) -> View {
        place.isChosen
            ? Badge.view(say("wave-chosen"), .green, .check)
            : Badge.view(say("wave-waiting"), .amber, .hourglass)
    }
}
