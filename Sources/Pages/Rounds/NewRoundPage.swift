/// `/kerja/konfirmasi-rw/baru`: who would be on the next list of an RW, and who answers it.
package struct NewRoundPage: Page {
    package static let template = "round-new"
    package static let room = Room.work
    package var section: NavigationItem? { .confirmations }

    package let village: String
    package let villageSlug: String
    package let rw: Int
    /// In the order of the list.
    package let people: [RoundPerson]
    /// How many of them the kelurahan has sent to be checked.
    package let field: Int
    /// Name of the RW head as it was given before, or typed.
    package let witness: String
    /// The form was sent without the name.
    package let isWitnessMissing: Bool
    /// Makes the form safe to send twice.
    package let key: String

    package init(
        village: String, villageSlug: String, rw: Int, people: [RoundPerson], field: Int,
        witness: String, isWitnessMissing: Bool, key: String
    ) {
        self.village = village
        self.villageSlug = villageSlug
        self.rw = rw
        self.people = people
        self.field = field
        self.witness = witness
        self.isWitnessMissing = isWitnessMissing
        self.key = key
    }

    package func view(_ say: Speech) -> View {
        let all = say.number(people.count)
        let hasChoice = field > 0 && field < people.count
        return [
            "title": .text(say("round-new-title", ["rw": WardName.text(rw), "jumlah": all])),
            "villageName": .text(village),
            "villageSlug": .text(villageSlug),
            "rw": .text("\(rw)"),
            "action": .text(Address.confirmations),
            "backHref": .text(Address.rounds(village: villageSlug)),
            "witness": .text(witness),
            "witnessFault": .flag(isWitnessMissing),
            "key": .text(key),
            "choice": .part(
                hasChoice
                    ? [
                        "allText": .text(say("round-who-all", ["jumlah": all])),
                        "fieldText": .text(
                            say("round-who-field", ["jumlah": say.number(field)])),
                    ] : nil),
            "people": .list(people.map { $0.view(say) }),
        ]
    }
}
