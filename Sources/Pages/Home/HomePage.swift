package import Civic

/// `/`: what the programme is, and the way to one's own status.
package struct HomePage: Page {
    package struct Figures: Sendable {
        package let asOf: Day
        package let eligible: Int
        package let selected: Int
        package let waiting: Int

        package init(asOf: Day, eligible: Int, selected: Int, waiting: Int) {
            self.asOf = asOf
            self.eligible = eligible
            self.selected = selected
            self.waiting = waiting
        }
    }

    package static let template = "home"
    package static let room = Room.open

    package let figures: Figures?

    /// - Parameter figures: nil as long as nobody has been checked.
    package init(figures: Figures?) { self.figures = figures }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("home-title")),
            "checkHref": .text(Address.check),
            "accidentHref": .text(Address.accident),
            "heirsHref": .text(Address.heirs),
            "conditionsHref": .text(Address.conditions),
            "quotaHref": .text(Address.quota),
            "dataHref": .text(Address.data),
            "figures": .part(figures.map { figuresView($0, say) }),
        ]
    }

    private func figuresView(_ figures: Figures, _ say: Speech) -> View {
        [
            "eligible": .text(say.number(figures.eligible)),
            "selected": .text(say.number(figures.selected)),
            "waiting": .text(say.number(figures.waiting)),
            "asOf": .text(say("as-of", ["tanggal": say.day(figures.asOf)])),
        ]
    }
}
