package import Civic
package import Programme

/// What follows from a change: before it is noted, and on its own page.
package struct EffectView: Sendable {
    package let kind: Phrase
    package let day: Day
    package let effect: ChangeEffect
    /// What the law gives the heirs, by how the member died.
    package let benefits: [Benefit]

    package struct Benefit: Sendable {
        package let isAccident: Bool
        package let total: Rupiah
        /// Only the insurer can say whether it pays.
        package let isUncertain: Bool

        package init(isAccident: Bool, total: Rupiah, isUncertain: Bool) {
            self.isAccident = isAccident
            self.total = total
            self.isUncertain = isUncertain
        }
    }

    package init(kind: Phrase, day: Day, effect: ChangeEffect, benefits: [Benefit]) {
        self.kind = kind
        self.day = day
        self.effect = effect
        self.benefits = benefits
    }

    /// `Iuran berhenti mulai April 2026`.
    func title(_ say: Speech) -> String {
        say("effect-title", ["bulan": say.month(effect.ended)])
    }

    func view(_ say: Speech) -> View {
        [
            "warning": .part(
                effect.claim != nil && effect.isMonthPaid
                    ? ["warningText": .text(warning(say))] : nil),
            "facts": .list(facts(say)),
            "claim": .part(effect.claim == nil ? nil : claim(say)),
        ]
    }

    private func warning(_ say: Speech) -> String {
        say(
            "effect-keep",
            ["tanggal": say.day(day), "bulan": say.month(day.month)])
    }

    private func facts(_ say: Speech) -> [View] {
        var facts: [(String, String)] = [
            (
                say("effect-covered"),
                effect.lastCovered.map { say.day($0.lastDay) } ?? say("effect-never")
            ),
            (say("effect-ended"), say.month(effect.ended)),
            (
                say("effect-released"),
                months(effect.released, effect.releasedMoney, say)
            ),
        ]
        for (label, list) in [
            (say("effect-owed"), effect.owed), (say("effect-bill"), effect.onBill),
            (say("effect-refund"), effect.refundable),
        ] where !list.isEmpty {
            facts.append((label, months(list, list.reduce(.zero) { $0 + $1.money }, say)))
        }
        return facts.map { ["label": .text($0.0), "value": .text($0.1)] }
    }

    private func months(_ list: [PaidCover], _ money: Rupiah, _ say: Speech) -> String {
        guard let first = list.first?.month, let last = list.last?.month else {
            return say("effect-none")
        }
        let names = first == last ? say.month(first) : "\(say.month(first)) – \(say.month(last))"
        return say(
            "effect-months",
            ["jumlah": say.number(list.count), "bulan": names, "uang": say.money(money)])
    }

    private func claim(_ say: Speech) -> View {
        [
            "benefits": .list(
                benefits.map { benefit in
                    [
                        "benefitName": .text(
                            benefit.isAccident ? say("effect-accident") : say("effect-natural")),
                        "benefitText": .text(text(benefit, say)),
                    ]
                })
        ]
    }

    private func text(_ benefit: Benefit, _ say: Speech) -> String {
        guard benefit.total > .zero else { return say("effect-no-benefit") }
        let values = ["uang": say.money(benefit.total)]
        return benefit.isUncertain ? say("effect-unsure", values) : say("effect-if", values)
    }
}

/// `/kerja/mutasi/akibat`: what follows, before it is noted.
package struct ChangeEffectPage: Page {
    package static let template = "change-effect"
    package static let room = Room.work
    package var section: NavigationItem? { .changes }

    /// Whoever takes the place, and how many were passed over.
    package struct Replacing: Sendable {
        package let number: String
        package let isWanted: Bool

        package init(number: String, isWanted: Bool) {
            self.number = number
            self.isWanted = isWanted
        }
    }

    package let member: MemberHead
    package let effect: EffectView
    package let kind: String
    package let evidence: String
    package let source: String
    package let replacing: Replacing?
    package let skipped: [SkippedLine]
    package let due: Day
    package let key: String
    package let trouble: Phrase?

    package init(
        member: MemberHead, effect: EffectView, kind: String, evidence: String, source: String,
        replacing: Replacing?, skipped: [SkippedLine], due: Day, key: String, trouble: Phrase?
    ) {
        self.member = member
        self.effect = effect
        self.kind = kind
        self.evidence = evidence
        self.source = source
        self.replacing = replacing
        self.skipped = skipped
        self.due = due
        self.key = key
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        member.view(say).with(effect.view(say)).with([
            "title": .text(effect.title(say)),
            "lead": .text(
                "\(say.text(effect.kind)), \(say.day(effect.day))"),
            "trouble": .part(trouble.map { ["troubleText": .text(say.text($0))] }),
            "dueText": .text(say("effect-contact", ["tanggal": say.day(due)])),
            "action": .text(Address.changes), "kindID": .text(kind),
            "typedDay": .text(effect.day.iso), "evidenceID": .text(evidence),
            "sourceID": .text(source), "shown": .text(effect.effect.ended.iso),
            "key": .text(key),
            "replacing": .part(
                replacing.map { next in
                    [
                        "replaceText": .text(say("effect-replace", ["nomor": next.number])),
                        "isWanted": .flag(next.isWanted),
                    ]
                }),
            "hasSkipped": .flag(!skipped.isEmpty),
            "skipped": .list(skipped.map { $0.view(say) }),
            "backHref": .text(Address.newChange(member.number, kind)),
        ])
    }
}

/// Somebody of a waiting list who was passed over.
package struct SkippedLine: Sendable {
    package let number: String
    package let reason: SkipReason
    /// The reason of the lists, where they refuse the person.
    package let words: Phrase?

    package init(number: String, reason: SkipReason, words: Phrase?) {
        self.number = number
        self.reason = reason
        self.words = words
    }

    func view(_ say: Speech) -> View {
        ["skippedNumber": .text(number), "skippedReason": .text(text(say))]
    }

    private func text(_ say: Speech) -> String {
        switch reason {
        case .gone: say("skip-gone")
        case .unverified: say("skip-unverified")
        case .fund: say("skip-fund")
        case .refused(let code): words.map(say.text) ?? code
        }
    }
}
