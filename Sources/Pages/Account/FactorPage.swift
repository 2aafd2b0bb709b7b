/// `/masuk/kode`: what is asked after the password.
package struct FactorPage: Page {
    package enum Trouble: Sendable {
        case wrong(triesLeft: Int)
        case locked(until: Moment)
    }

    package static let template = "factor"
    package static let room = Room.open
    package static let isListed = false

    package let trouble: Trouble?
    /// Where to go afterwards; an address on this site.
    package let next: String?

    package init(trouble: Trouble? = nil, next: String? = nil) {
        self.trouble = trouble
        self.next = next
    }

    package func view(_ say: Speech) -> View {
        [
            "title": .text(say("factor-title")),
            "action": .text(Address.factor),
            "leaveHref": .text(Address.logout),
            "trouble": .part(trouble.map { ["troubleText": .text(sentence($0, say))] }),
            "next": .part(next.map { ["nextHref": .text($0)] }),
        ]
    }

    private func sentence(_ trouble: Trouble, _ say: Speech) -> String {
        switch trouble {
        case .wrong(let left): say("factor-wrong", ["jumlah": say.number(left)])
        case .locked(let end): say("factor-locked", ["jam": end.clock])
        }
    }
}
