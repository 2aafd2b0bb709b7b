/// `/kerja/konfirmasi-rw/{id}?cetak=1`: the list on paper, with three boxes for each and a line to
/// sign.
package struct RoundPrintPage: Page {
    package static let template = "round-print"
    package static let room = Room.work
    package var section: NavigationItem? { .confirmations }

    package let head: RoundPage.Head
    package let people: [RoundPerson]

    package init(head: RoundPage.Head, people: [RoundPerson]) {
        self.head = head
        self.people = people
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("round-print-title", ["rw": WardName.text(head.rw)])),
            "villageName": .text(head.village),
            "backHref": .text(Address.round(head.id)),
            "witness": .text(head.witness),
            "made": .text(say.day(head.made)),
            "listNumber": .text(say("round-print-number", ["nomor": "\(head.id)"])),
            "countText": .text(
                say.counted(people.count, one: "round-people-one", many: "round-people-many")),
            "people": .list(people.map { $0.view(say) }),
        ]
    }
}
