package import Civic
package import Programme

/// `/kerja/gelombang/{id}`: what a wave costs, how far its money goes, and what can be saved.
package struct WavePage: Page {
    package static let template = "wave"
    package static let room = Room.work
    package var section: NavigationItem? { .waves }

    /// Money of one fund.
    package struct Purse: Sendable {
        package let title: String
        package let money: Rupiah

        package init(title: String, money: Rupiah) {
            self.title = title
            self.money = money
        }
    }

    package struct Shift: Sendable {
        package let people: Int
        package let saving: Rupiah
        package let needed: Rupiah
        package let until: Month
        /// Titles of the rules and where they stand.
        package let rules: [(title: String, place: String)]

        package init(
            people: Int, saving: Rupiah, needed: Rupiah, until: Month,
            rules: [(title: String, place: String)]
        ) {
            self.people = people
            self.saving = saving
            self.needed = needed
            self.until = until
            self.rules = rules
        }
    }

    /// Who noted when that the insurer's branch agrees.
    package struct Confirmation: Sendable {
        package let login: String
        package let at: Moment

        package init(login: String, at: Moment) {
            self.login = login
            self.at = at
        }
    }

    /// What may be done with the wave.
    package struct Powers: Sendable {
        package let fields: WaveFields
        package let version: Int
        package let key: String

        package init(fields: WaveFields, version: Int, key: String) {
            self.fields = fields
            self.version = version
            self.key = key
        }
    }

    package let head: WaveHead
    /// Whether other figures are shown than those that are kept.
    package let isTried: Bool
    package let plan: WavePlan
    package let purses: [Purse]
    package let shift: Shift?
    package let confirmed: Confirmation?
    package let eligible: Int
    package let unverified: Int
    /// Nil for whoever may only look.
    package let powers: Powers?
    package let trouble: Problem?

    package init(
        head: WaveHead, isTried: Bool, plan: WavePlan, purses: [Purse], shift: Shift?,
        confirmed: Confirmation?, eligible: Int, unverified: Int, powers: Powers?,
        trouble: Problem?
    ) {
        self.head = head
        self.isTried = isTried
        self.plan = plan
        self.purses = purses
        self.shift = shift
        self.confirmed = confirmed
        self.eligible = eligible
        self.unverified = unverified
        self.powers = powers
        self.trouble = trouble
    }

    private var budget: Rupiah { purses.reduce(.zero) { $0 + $1.money } }

    package func view(_ say: Speech) -> View {
        head.view(.plan, say).with([
            "title": .text(title(say)),
            "trouble": .part(trouble.map { TroubleView.view($0, say) }),
            "isTried": .flag(isTried),
            "warning": .part(warning(say).map { ["warningText": .text($0)] }),
            "gap": .part(gap(say).map { ["gapText": .text($0)] }),
            "unverified": .part(unverifiedView(say)),
            "total": .text(say.money(plan.total)), "budget": .text(say.money(budget)),
            "duration": .text(say("plan-lasts", ["jumlah": say.tenths(plan.tenths)])),
            "isShort": .flag(plan.shortfall > .zero),
            "shortfall": .text(say.money(plan.shortfall)),
            "drivers": .text(say.number(plan.people.transport)),
            "shift": .part(shift.map { view($0, say) }),
            "confirmation": .part(confirmation(say)),
            "purseNames": .list(purses.map { ["purseName": .text($0.title)] }),
            "lines": .list(plan.lines.map { view($0, say) }),
            "powers": .part(powers.map { view($0, say) }),
        ])
    }

    private func title(_ say: Speech) -> String {
        switch head.state {
        case .decreed, .cancelled: return head.title
        case .draft, .frozen: break
        }
        guard let ends = plan.ends else {
            return say(
                "wave-title-enough",
                ["nama": head.title, "bulan": say.month(head.months.upperBound)])
        }
        return say("wave-title-short", ["nama": head.title, "bulan": say.month(ends)])
    }

    private func warning(_ say: Speech) -> String? {
        // What a decree promised is settled.
        guard plan.ends != nil, head.state != .decreed else { return nil }
        return say(
            "plan-warning",
            [
                "anggaran": say.money(budget), "orang": say.number(plan.people.total),
                "lama": say.tenths(plan.tenths), "cukup": say.number(plan.affordable),
                "bulan": say.number(plan.lines.count),
            ])
    }

    /// Fewer candidates than places.
    private func gap(_ say: Speech) -> String? {
        guard eligible < head.quota else { return nil }
        return say(
            "wave-gap",
            [
                "kuota": say.number(head.quota), "layak": say.number(eligible),
                "sisa": say.number(head.quota - eligible),
            ])
    }

    private func unverifiedView(_ say: Speech) -> View? {
        guard unverified > 0 else { return nil }
        return [
            "unverifiedText": .text(say("wave-unverified", ["jumlah": say.number(unverified)])),
            "queueHref": .text(Address.queue),
        ]
    }

    private func view(_ shift: Shift, _ say: Speech) -> View {
        [
            "shiftText": .text(
                say(
                    "wave-shift",
                    [
                        "orang": say.number(shift.people), "hemat": say.money(shift.saving),
                        "bulan": say.month(shift.until),
                    ])),
            "neededText": .text(say("wave-shift-needed", ["jumlah": say.money(shift.needed)])),
            "rules": .list(
                shift.rules.map { ["ruleTitle": .text($0.title), "rulePlace": .text($0.place)] }),
        ]
    }

    private func confirmation(_ say: Speech) -> View? {
        guard shift != nil || confirmed != nil else { return nil }
        return [
            "isConfirmed": .flag(confirmed != nil),
            "confirmedText": .text(
                confirmed.map {
                    say("wave-confirmed", ["nama": $0.login, "waktu": say.moment($0.at)])
                } ?? say("wave-unconfirmed")),
            "confirm": .part(
                powers.flatMap { powers in
                    head.state == .draft || head.state == .frozen
                        ? [
                            "confirmKey": .text(powers.key),
                            "confirmHref": .text(Address.wave(head.id)),
                            "confirmAction": .text(confirmed == nil ? "konfirmasi" : "lepas"),
                            "confirmButton": .text(
                                say(confirmed == nil ? "wave-confirm" : "wave-unconfirm")),
                        ] : nil
                }),
        ]
    }
}
