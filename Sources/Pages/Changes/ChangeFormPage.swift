package import Civic

/// `/kerja/mutasi/baru`: what happened to a member, and when; first the reason, then the rest.
package struct ChangeFormPage: Page {
    package static let template = "change-form"
    package static let room = Room.work
    package var section: NavigationItem? { .changes }

    package struct Choice: Sendable {
        package let id: String
        package let name: Phrase

        package init(id: String, name: Phrase) {
            self.id = id
            self.name = name
        }
    }

    /// What is asked once the reason is known, with what was typed before.
    package struct Entry: Sendable {
        package let kind: Choice
        package let evidence: [Choice]
        package let sources: [Choice]
        /// `2026-03-02`, as typed.
        package let day: String
        package let chosenEvidence: String?
        package let chosenSource: String?
        package let trouble: Phrase?

        package init(
            kind: Choice, evidence: [Choice], sources: [Choice], day: String = "",
            chosenEvidence: String? = nil, chosenSource: String? = nil, trouble: Phrase? = nil
        ) {
            self.kind = kind
            self.evidence = evidence
            self.sources = sources
            self.day = day
            self.chosenEvidence = chosenEvidence
            self.chosenSource = chosenSource
            self.trouble = trouble
        }
    }

    package let member: MemberHead
    package let kinds: [Choice]
    package let entry: Entry?

    package init(member: MemberHead, kinds: [Choice], entry: Entry?) {
        self.member = member
        self.kinds = kinds
        self.entry = entry
    }

    package func view(_ say: Speech) -> View {
        member.view(say).with([
            "title": .text(
                entry.map { "\(say.text($0.kind.name)): \(member.name)" }
                    ?? say("change-form-title", ["nama": member.name])),
            "isChoosing": .flag(entry == nil),
            "kinds": .list(
                kinds.map { kind in
                    [
                        "kindHref": .text(Address.newChange(member.number, kind.id)),
                        "kindName": .text(say.text(kind.name)),
                    ]
                }),
            "isNothing": .flag(kinds.isEmpty),
            "entry": .part(entry.map { view($0, say) }),
        ])
    }

    private func view(_ entry: Entry, _ say: Speech) -> View {
        [
            "trouble": .part(entry.trouble.map { ["troubleText": .text(say.text($0))] }),
            "action": .text(Address.changeEffect), "kindID": .text(entry.kind.id),
            "typedDay": .text(entry.day),
            "evidence": .list(options(entry.evidence, entry.chosenEvidence, say)),
            "sources": .list(options(entry.sources, entry.chosenSource, say)),
            "otherHref": .text(Address.newChange(member.number)),
        ]
    }

    private func options(
        _ choices: [Choice], _ chosen: String?, _ say: Speech
    ) -> [View] {
        choices.map { choice in
            [
                "optionID": .text(choice.id), "optionName": .text(say.text(choice.name)),
                "isChosen": .flag(choice.id == chosen),
            ]
        }
    }
}

/// Who a page about a change is about.
package struct MemberHead: Sendable {
    package let number: String
    package let name: String
    package let village: String?
    package let state: MemberBadge
    /// The insurer's number.
    package let participant: String?
    /// The last month that is paid.
    package let paidUntil: Month?

    package init(
        number: String, name: String, village: String?, state: MemberBadge, participant: String?,
        paidUntil: Month?
    ) {
        self.number = number
        self.name = name
        self.village = village
        self.state = state
        self.participant = participant
        self.paidUntil = paidUntil
    }

    func view(_ say: Speech) -> View {
        [
            "listHref": .text(Address.changes),
            "personHref": .text(Address.person(number)), "number": .text(number),
            "name": .text(name), "village": .text(village ?? "–"),
            "stateBadge": .part(state.badge(say)), "participant": .text(participant ?? "–"),
            "paidUntil": .text(paidUntil.map { say.month($0) } ?? "–"),
        ]
    }
}
