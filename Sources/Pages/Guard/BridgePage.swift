package import Civic

/// `/kerja/risiko-putus/jembatan`: what a bridge would do, before it is done.
package struct BridgePage: Page {
    package static let template = "bridge"
    package static let room = Room.work
    package var section: NavigationItem? { .lapses }

    package struct Effect: Sendable {
        package let people: [(number: String, name: String, months: Int)]
        package let months: Int
        package let cost: Rupiah
        package let released: [(fund: String, amount: Rupiah)]
        package let refused: [(reason: Refusal, people: Int)]
        package let lacking: Rupiah

        package init(
            people: [(number: String, name: String, months: Int)], months: Int, cost: Rupiah,
            released: [(fund: String, amount: Rupiah)],
            refused: [(reason: Refusal, people: Int)], lacking: Rupiah
        ) {
            self.people = people
            self.months = months
            self.cost = cost
            self.released = released
            self.refused = refused
            self.lacking = lacking
        }
    }

    /// Why somebody cannot be taken over.
    package enum Refusal: Sendable { case nothing, same, terms, months, few, many, seats }

    package let fundID: String
    package let fund: String
    package let span: ClosedRange<Month>
    package let effect: Effect
    package let key: String

    package init(
        fundID: String, fund: String, span: ClosedRange<Month>, effect: Effect, key: String
    ) {
        self.fundID = fundID
        self.fund = fund
        self.span = span
        self.effect = effect
        self.key = key
    }

    package func view(_ say: Speech) -> View {
        let values = [
            "jumlah": say.number(effect.people.count), "bulan": say.number(effect.months),
            "uang": say.money(effect.cost), "dana": fund,
        ]
        let isPossible = effect.lacking == .zero && !effect.people.isEmpty
        return [
            "title": .text(
                effect.people.isEmpty ? say("bridge-nobody") : say("bridge-title", values)),
            "backHref": .text(Address.lapses),
            "lackText": .part(
                effect.lacking > .zero
                    ? [
                        "lack": .text(
                            say(
                                "bridge-lacking",
                                ["dana": fund, "kurang": say.money(effect.lacking)]))
                    ] : nil),
            "released": .list(
                effect.released.map { entry in
                    [
                        "releasedText": .text(
                            say(
                                "bridge-released",
                                ["dana": entry.fund, "uang": say.money(entry.amount)]))
                    ]
                }),
            "refused": .list(
                effect.refused.map { entry in
                    [
                        "refusedText": .text(
                            say(
                                "bridge-refused",
                                [
                                    "jumlah": say.number(entry.people),
                                    "alasan": entry.reason.text(say),
                                ]))
                    ]
                }),
            "hasPeople": .flag(!effect.people.isEmpty),
            "people": .list(
                effect.people.map { person in
                    [
                        "number": .text(person.number), "name": .text(person.name),
                        "months": .text(say.number(person.months)),
                        "personHref": .text(Address.months(of: person.number)),
                    ]
                }),
            "confirm": .part(isPossible ? confirm(say) : nil),
        ]
    }

    private func confirm(_ say: Speech) -> View {
        [
            "action": .text(Address.bridge), "key": .text(key), "fundValue": .text(fundID),
            "firstMonth": .text(span.lowerBound.iso), "lastMonth": .text(span.upperBound.iso),
            "numbers": .list(effect.people.map { ["memberNumber": .text($0.number)] }),
            "confirmText": .text(
                say("bridge-confirm", ["jumlah": say.number(effect.people.count), "dana": fund])),
        ]
    }
}

extension BridgePage.Refusal {
    fileprivate func text(_ say: Speech) -> String {
        switch self {
        case .nothing: say("bridge-why-nothing")
        case .same: say("bridge-why-same")
        case .terms: say("bridge-why-terms")
        case .months: say("bridge-why-months")
        case .few: say("bridge-why-few")
        case .many: say("bridge-why-many")
        case .seats: say("bridge-why-seats")
        }
    }
}
