package import Civic

/// People of a draft who cannot be determined, for one reason.
package struct DecreeFindingGroup: Sendable {
    package struct Person: Sendable {
        package let number: String
        package let name: String
        package let village: String?

        package init(number: String, name: String, village: String?) {
            self.number = number
            self.name = name
            self.village = village
        }
    }

    /// What was found; raw values are those of forms.
    package enum Kind: String, Sendable, CaseIterable {
        case dead
        case member
        case doubled = "same-nik"
        case unidentified = "no-nik"
        case ineligible
        case unverified
        case unfunded
    }

    package let kind: Kind
    /// The day of the list that says who died.
    package let listed: Day?
    package let mayBeKept: Bool
    package let people: [Person]

    private static let shown = 20

    package init(kind: Kind, listed: Day?, mayBeKept: Bool, people: [Person]) {
        self.kind = kind
        self.listed = listed
        self.mayBeKept = mayBeKept
        self.people = people
    }

    private func sentence(_ say: Speech) -> String {
        let count = ["jumlah": say.number(people.count)]
        switch kind {
        case .dead:
            guard let listed else { return say("decree-finding-dead-undated", count) }
            return say(
                "decree-finding-dead",
                count.merging(["tanggal": say.day(listed)]) { first, _ in first })
        case .member: return say("decree-finding-member", count)
        case .doubled: return say("decree-finding-same-nik", count)
        case .unidentified: return say("decree-finding-no-nik", count)
        case .ineligible: return say("decree-finding-ineligible", count)
        case .unverified: return say("decree-finding-unverified", count)
        case .unfunded: return say("decree-finding-unfunded", count)
        }
    }

    func view(_ say: Speech) -> View {
        let rest = people.count - DecreeFindingGroup.shown
        return [
            "findingID": .text(kind.rawValue), "findingText": .text(sentence(say)),
            "mayBeKept": .flag(mayBeKept),
            "more": .part(
                rest > 0
                    ? ["moreText": .text(say("decree-more", ["jumlah": say.number(rest)]))] : nil),
            "persons": .list(
                people.prefix(DecreeFindingGroup.shown).map { person in
                    [
                        "personNumber": .text(person.number),
                        "personHref": .text(Address.person(person.number)),
                        "personName": .text(person.name.isEmpty ? person.number : person.name),
                        "personVillage": .text(person.village ?? "–"),
                    ]
                }),
        ]
    }
}

/// Somebody who was left out of a draft, or kept on it in spite of what was found.
package struct DecreeMark: Sendable {
    package let number: String
    package let name: String
    package let isKept: Bool
    package let reason: String

    package init(number: String, name: String, isKept: Bool, reason: String) {
        self.number = number
        self.name = name
        self.isKept = isKept
        self.reason = reason
    }

    func view(_ say: Speech, isDraft: Bool) -> View {
        [
            "markNumber": .text(number), "markHref": .text(Address.person(number)),
            "markName": .text(name.isEmpty ? number : name),
            "markWord": .text(say(isKept ? "decree-kept" : "decree-omitted")),
            "markReason": .text(reason), "mayUndo": .flag(isDraft),
        ]
    }
}

/// A step of signing off, or something else that was done.
package struct DecreeStepLine: Sendable {
    package let what: Phrase
    /// Nil while it is to be done.
    package let who: String?
    package let at: Moment?
    package let note: String?

    package init(what: Phrase, who: String?, at: Moment?, note: String?) {
        self.what = what
        self.who = who
        self.at = at
        self.note = note
    }

    func view(_ say: Speech) -> View {
        [
            "stepText": .text(say.text(what)), "stepWho": .text(who ?? "–"),
            "stepAt": .text(at.map(say.moment) ?? say("decree-step-open")),
            "stepNote": .part(note.map { ["noteText": .text($0)] }),
        ]
    }
}

/// A signed paper that was uploaded.
package struct SignedPaperLine: Sendable {
    package let name: String
    package let pages: Int
    package let digest: String
    /// Pages that are not what was signed off.
    package let differing: [Int]
    package let who: String
    package let at: Moment

    private static let shown = 10

    package init(
        name: String, pages: Int, digest: String, differing: [Int], who: String, at: Moment
    ) {
        self.name = name
        self.pages = pages
        self.digest = digest
        self.differing = differing
        self.who = who
        self.at = at
    }

    func view(_ say: Speech) -> View {
        let listed = differing.prefix(SignedPaperLine.shown).map { say.number($0) }
        let rest = differing.count > SignedPaperLine.shown ? ", …" : ""
        let badge =
            differing.isEmpty
            ? Badge.view(say("decree-paper-same"), .green, .check)
            : Badge.view(say("decree-paper-differs"), .brick, .cross)
        return [
            "paperName": .text(name), "paperPages": .text(say.number(pages)),
            "paperDigest": .text(digest), "paperWho": .text(who),
            "paperAt": .text(say.moment(at)), "paperBadge": .part(badge),
            "differing": .part(
                differing.isEmpty
                    ? nil
                    : [
                        "differingText": .text(
                            say(
                                "decree-paper-pages",
                                ["halaman": listed.joined(separator: ", ") + rest]))
                    ]),
        ]
    }
}

/// By what the frozen annex is known; nothing before it is frozen.
package struct PaperMarks: Sendable {
    package let code: String?
    package let digest: String?
    package let publicDigest: String?

    package init(code: String?, digest: String?, publicDigest: String?) {
        self.code = code
        self.digest = digest
        self.publicDigest = publicDigest
    }

    func view(_ say: Speech) -> View? {
        guard let code, let digest, let publicDigest else { return nil }
        return [
            "code": .text(code), "codeHref": .text(Address.paper(code)),
            "fullDigest": .text(digest), "publicDigest": .text(publicDigest),
        ]
    }
}

/// The text of a decree.
package struct DecreeBody: Sendable {
    package let considering: [String]
    package let recalling: [String]
    package let deciding: [String]

    package init(considering: [String], recalling: [String], deciding: [String]) {
        self.considering = considering
        self.recalling = recalling
        self.deciding = deciding
    }

    func view(_ say: Speech) -> View {
        func list(_ texts: [String]) -> View.Value {
            .list(texts.map { ["paragraph": .text($0)] })
        }
        return [
            "considering": list(considering), "recalling": list(recalling),
            "deciding": list(deciding),
        ]
    }
}
