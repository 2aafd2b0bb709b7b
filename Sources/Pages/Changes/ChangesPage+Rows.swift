package import Civic

extension ChangesPage {
    /// Somebody about whom something may be noted.
    package struct Found: Sendable {
        package let number: String
        package let name: String
        package let village: String?
        package let state: MemberBadge
        package let mayChange: Bool

        package init(
            number: String, name: String, village: String?, state: MemberBadge, mayChange: Bool
        ) {
            self.number = number
            self.name = name
            self.village = village
            self.state = state
            self.mayChange = mayChange
        }

        func view(_ say: Speech) -> View {
            [
                "personHref": .text(Address.person(number)), "number": .text(number),
                "name": .text(name), "village": .text(village ?? "–"),
                "badge": .part(state.badge(say)),
                "change": .part(mayChange ? ["href": .text(Address.newChange(number))] : nil),
            ]
        }
    }

    /// Somebody whom the latest lists call dead or gone.
    package struct Likely: Sendable {
        package let number: String
        package let name: String
        package let village: String?
        package let kind: Phrase
        package let kindID: String
        /// Whose word it is, and of which day.
        package let source: Phrase?
        package let day: Day?
        /// By what the word of the lists is known again; nil for whoever may not set it aside.
        package let evidence: String?

        package init(
            number: String, name: String, village: String?, kind: Phrase, kindID: String,
            source: Phrase?, day: Day?, evidence: String?
        ) {
            self.number = number
            self.name = name
            self.village = village
            self.kind = kind
            self.kindID = kindID
            self.source = source
            self.day = day
            self.evidence = evidence
        }

        func view(_ say: Speech) -> View {
            let origin = [source.map(say.text), day.map { say.day($0) }].compactMap(\.self)
            return [
                "href": .text(Address.newChange(number, kindID)), "number": .text(number),
                "name": .text(name), "village": .text(village ?? "–"),
                "kindName": .text(say.text(kind)),
                "origin": .text(origin.isEmpty ? "–" : origin.joined(separator: ", ")),
                "dismiss": .part(
                    evidence.map { ["evidence": .text($0), "kindID": .text(kindID)] }),
            ]
        }
    }

    /// A word of the lists that somebody found to be wrong.
    package struct Dismissed: Sendable {
        package let number: String
        package let name: String
        package let village: String?
        package let kind: Phrase
        package let reason: String
        package let who: String
        package let at: Moment

        package init(
            number: String, name: String, village: String?, kind: Phrase, reason: String,
            who: String, at: Moment
        ) {
            self.number = number
            self.name = name
            self.village = village
            self.kind = kind
            self.reason = reason
            self.who = who
            self.at = at
        }

        func view(_ say: Speech) -> View {
            [
                "personHref": .text(Address.person(number)), "number": .text(number),
                "name": .text(name), "village": .text(village ?? "–"),
                "kindName": .text(say.text(kind)), "reason": .text(reason), "who": .text(who),
                "at": .text(say.moment(at)),
            ]
        }
    }

    /// A decree with changes that no amendment names.
    package struct Pending: Sendable {
        package let decree: Int
        package let number: String?
        package let changes: Int

        package init(decree: Int, number: String?, changes: Int) {
            self.decree = decree
            self.number = number
            self.changes = changes
        }

        func view(_ say: Speech) -> View {
            [
                "decreeID": .text("\(decree)"),
                "pendingText": .text(
                    say(
                        "changes-pending",
                        ["jumlah": say.number(changes), "nomor": number ?? "–"])),
            ]
        }
    }
}
