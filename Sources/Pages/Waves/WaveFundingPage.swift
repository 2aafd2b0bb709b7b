package import Civic

/// `/kerja/gelombang/{id}/dana`: which fund pays for how many, and for whom nobody does.
package struct WaveFundingPage: Page {
    package static let template = "wave-funding"
    package static let room = Room.work
    package var section: NavigationItem? { .waves }

    package struct Use: Sendable {
        package let title: String
        package let people: Int
        package let months: Int
        package let amount: Rupiah
        package let left: Rupiah

        package init(title: String, people: Int, months: Int, amount: Rupiah, left: Rupiah) {
            self.title = title
            self.people = people
            self.months = months
            self.amount = amount
            self.left = left
        }
    }

    /// Why nobody pays.
    package enum Reason: Sendable {
        case place
        case occupation
        case period
        case money
    }

    package struct Gap: Sendable {
        package let reason: Reason
        package let months: ClosedRange<Month>
        package let people: Int
        package let firstPlace: Int

        package init(
            reason: Reason, months: ClosedRange<Month>, people: Int, firstPlace: Int
        ) {
            self.reason = reason
            self.months = months
            self.people = people
            self.firstPlace = firstPlace
        }
    }

    package struct Matching: Sendable {
        package let uses: [Use]
        package let gaps: [Gap]
        package let covered: Int
        package let promised: Int
        package let isProven: Bool
        package let isKept: Bool

        package init(
            uses: [Use], gaps: [Gap], covered: Int, promised: Int, isProven: Bool, isKept: Bool
        ) {
            self.uses = uses
            self.gaps = gaps
            self.covered = covered
            self.promised = promised
            self.isProven = isProven
            self.isKept = isKept
        }
    }

    package let head: WaveHead
    /// Nil while the order is not frozen.
    package let matching: Matching?
    /// The version that a form is made for; nil for whoever may only look, or when all is settled.
    package let version: Int?
    package let key: String
    package let trouble: Problem?

    package init(
        head: WaveHead, matching: Matching?, version: Int?, key: String, trouble: Problem?
    ) {
        self.head = head
        self.matching = matching
        self.version = version
        self.key = key
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        head.view(.funding, say).with([
            "title": .text(title(say)),
            "trouble": .part(trouble.map { TroubleView.view($0, say) }),
            "isOpen": .flag(matching == nil),
            "orderHref": .text(Address.waveOrder(head.id)),
            "matching": .part(matching.map { view($0, say) }),
        ])
    }

    private func title(_ say: Speech) -> String {
        guard let matching else { return say("wave-funding-title-open", ["nama": head.title]) }
        let promised = say.number(matching.promised)
        guard matching.covered < matching.promised else {
            return say("wave-funding-title-all", ["nama": head.title, "janji": promised])
        }
        return say(
            "wave-funding-title",
            ["nama": head.title, "ada": say.number(matching.covered), "janji": promised])
    }

    private func view(_ matching: Matching, _ say: Speech) -> View {
        let total = matching.uses.reduce(Rupiah.zero) { $0 + $1.amount }
        return [
            "uses": .list(matching.uses.map { view($0, say) }),
            "monthSum": .text(say.number(matching.covered)),
            "amountSum": .text(say.money(total)),
            "isProven": .flag(matching.isProven),
            "isKept": .flag(matching.isKept),
            "hasGaps": .flag(!matching.gaps.isEmpty),
            "gaps": .list(matching.gaps.map { view($0, say) }),
            "save": .part(
                version.flatMap { version in
                    matching.isKept
                        ? nil
                        : [
                            "action": .text(Address.waveFunding(head.id)),
                            "version": .text("\(version)"), "key": .text(key),
                        ]
                }),
        ]
    }

    private func view(_ use: Use, _ say: Speech) -> View {
        [
            "fundTitle": .text(use.title), "people": .text(say.number(use.people)),
            "months": .text(say.number(use.months)), "amount": .text(say.money(use.amount)),
            "left": .text(say.money(use.left)),
        ]
    }

    private func view(_ gap: Gap, _ say: Speech) -> View {
        [
            "reason": .text(gap.reason.text(say)), "people": .text(say.number(gap.people)),
            "span": .text(
                say(
                    "funds-span",
                    [
                        "dari": say.month(gap.months.lowerBound),
                        "sampai": say.month(gap.months.upperBound),
                    ])),
            "firstPlace": .text(say.number(gap.firstPlace)),
        ]
    }
}

extension WaveFundingPage.Reason {
    fileprivate func text(_ say: Speech) -> String {
        switch self {
        case .place: say("wave-gap-place")
        case .occupation: say("wave-gap-occupation")
        case .period: say("wave-gap-period")
        case .money: say("wave-gap-money")
        }
    }
}
