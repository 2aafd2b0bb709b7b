package import Civic
package import Programme

/// What every page of one wave says at its head.
package struct WaveHead: Sendable {
    package enum Part: CaseIterable, Sendable {
        case plan
        case order
        case funding
    }

    package let id: Int
    package let title: String
    package let state: WaveState
    package let quota: Int
    package let months: ClosedRange<Month>

    package init(
        id: Int, title: String, state: WaveState, quota: Int, months: ClosedRange<Month>
    ) {
        self.id = id
        self.title = title
        self.state = state
        self.quota = quota
        self.months = months
    }

    package var count: Int { months.upperBound - months.lowerBound + 1 }

    /// Names `backHref`, `waveTitle`, `facts`, `badge` and the links to the other pages.
    func view(_ part: Part, _ say: Speech) -> View {
        [
            "backHref": .text(Address.waves),
            "waveTitle": .text(title),
            "waveHref": .text(Address.wave(id)),
            "facts": .text(facts(say)),
            "badge": .part(state.badge(say)),
            "parts": .list(
                Part.allCases.map { other in
                    [
                        "partHref": .text(address(of: other)), "partName": .text(other.text(say)),
                        "isCurrent": .flag(other == part), "isOther": .flag(other != part),
                    ]
                }),
        ]
    }

    func facts(_ say: Speech) -> String {
        say(
            "wave-facts",
            [
                "kuota": say.number(quota), "bulan": say.number(count),
                "mulai": say.month(months.lowerBound), "akhir": say.month(months.upperBound),
            ])
    }

    private func address(of part: Part) -> String {
        switch part {
        case .plan: Address.wave(id)
        case .order: Address.waveOrder(id)
        case .funding: Address.waveFunding(id)
        }
    }
}

extension WaveHead.Part {
    fileprivate func text(_ say: Speech) -> String {
        switch self {
        case .plan: say("wave-part-plan")
        case .order: say("wave-part-order")
        case .funding: say("wave-part-funding")
        }
    }
}

extension WaveState {
    func badge(_ say: Speech) -> View {
        switch self {
        case .draft: Badge.view(say("wave-draft"), .blue, .arrow)
        case .frozen: Badge.view(say("wave-frozen"), .amber, .hourglass)
        case .decreed: Badge.view(say("wave-decreed"), .green, .check)
        case .cancelled: Badge.view(say("wave-cancelled"), .grey, .square)
        }
    }
}

/// The form in which a wave is planned.
package struct WaveFields: Sendable {
    package var title: String
    package var quota: String
    /// `2026-01`.
    package var first: String
    package var months: String
    /// Ids in order of use.
    package var funds: [String]
    /// All funds that can be chosen.
    package let choices: [(id: String, title: String)]

    package init(
        title: String, quota: String, first: String, months: String, funds: [String],
        choices: [(id: String, title: String)]
    ) {
        self.title = title
        self.quota = quota
        self.first = first
        self.months = months
        self.funds = funds
        self.choices = choices
    }

    /// So many funds can be named in order.
    package static let fundsMax = 6

    func view(_ say: Speech) -> View {
        let places = min(WaveFields.fundsMax, max(1, choices.count))
        return [
            "typedTitle": .text(title), "typedQuota": .text(quota), "typedFirst": .text(first),
            "typedMonths": .text(months),
            "fundPlaces": .list(
                (0..<places).map { place in
                    let chosen = place < funds.count ? funds[place] : nil
                    return [
                        "place": .text("\(place + 1)"),
                        "placeName": .text(say("wave-fund-place", ["nomor": "\(place + 1)"])),
                        "fundOptions": .list(
                            choices.map { choice in
                                [
                                    "value": .text(choice.id),
                                    "choice": .text(choice.title),
                                    "isChosen": .flag(choice.id == chosen),
                                ]
                            }),
                    ]
                }),
        ]
    }
}
