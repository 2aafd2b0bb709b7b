package import Civic

/// `/kerja/mutasi/{id}`: one change, what it did, and how it is put right.
package struct ChangePage: Page {
    package static let template = "change"
    package static let room = Room.work
    package var section: NavigationItem? { .changes }

    package let line: ChangeLine
    package let member: MemberHead
    package let effect: EffectView
    package let evidence: Phrase
    package let source: Phrase
    package let noted: Moment
    package let actor: String
    package let skipped: [SkippedLine]
    /// By when somebody should have spoken to the family; nil without a claim that waits.
    package let claimDue: Day?
    package let amendment: Int?
    /// Nil for whoever may not change it any more.
    package let key: String?
    package let trouble: Phrase?

    package init(
        line: ChangeLine, member: MemberHead, effect: EffectView, evidence: Phrase,
        source: Phrase, noted: Moment, actor: String, skipped: [SkippedLine], claimDue: Day?,
        amendment: Int?, key: String?, trouble: Phrase?
    ) {
        self.line = line
        self.member = member
        self.effect = effect
        self.evidence = evidence
        self.source = source
        self.noted = noted
        self.actor = actor
        self.skipped = skipped
        self.claimDue = claimDue
        self.amendment = amendment
        self.key = key
        self.trouble = trouble
    }

    package func view(_ say: Speech) -> View {
        member.view(say).with(effect.view(say)).with([
            "title": .text("\(say.text(line.kind)): \(line.name)"),
            "changeName": .text(say("change-number", ["nomor": "\(line.id)"])),
            "stage": .part(line.stage.badge(say)),
            "trouble": .part(trouble.map { ["troubleText": .text(say.text($0))] }),
            "effectTitle": .text(
                line.stage == .takenBack ? say("change-undone") : effect.title(say)),
            "day": .text(say.day(line.day)), "evidence": .text(say.text(evidence)),
            "source": .text(say.text(source)),
            "noted": .text("\(say.moment(noted)), \(actor)"),
            "replaced": .text(line.replacedBy ?? "–"),
            "hasSkipped": .flag(!skipped.isEmpty),
            "skipped": .list(skipped.map { $0.view(say) }),
            "waiting": .part(
                claimDue.map { due in
                    [
                        "dueText": .text(say("effect-contact", ["tanggal": say.day(due)])),
                        "claimsHref": .text(Address.claims),
                    ]
                }),
            "amendment": .part(
                amendment.map { ["addendumHref": .text(Address.addendum($0))] }),
            "change": .part(
                key.map { key in
                    [
                        "key": .text(key), "undoHref": .text(Address.changeUndo(line.id)),
                        "dayHref": .text(Address.changeDay(line.id)),
                        "typedDay": .text(line.day.iso),
                    ]
                }),
        ])
    }
}
