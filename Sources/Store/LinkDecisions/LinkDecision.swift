package import Civic
package import Programme

/// What may be said about who is one person.
package enum LinkKind: String, Sendable, CaseIterable {
    /// That two registered people are one; waits for a second person.
    case propose
    case same
    case different
    case unsure
    /// That rows of one person belong to another.
    case split
    /// Takes an earlier decision back.
    case undo
    /// Refuses a proposal.
    case refuse
}

/// What somebody judges of a pair.
package enum LinkVerdict: String, Sendable, CaseIterable {
    case same
    case different
    case unsure
}

/// Something that was decided about who is one person. Never changed; what takes it back is another.
package struct LinkDecision: Sendable, Hashable {
    package let id: Int
    package let kind: LinkKind
    /// SIGAP numbers at the time. After a split the second is that of the rows that left.
    package let first: String
    package let second: String
    /// The decision that this one takes back, refuses or confirms.
    package let of: Int?
    package let actor: String
    package let at: Instant

    /// Whether it is about these two, whichever comes first.
    package func isAbout(_ one: String, _ other: String) -> Bool {
        (first, second) == (one, other) || (first, second) == (other, one)
    }
}

/// What the city's own rules and words add to a decision.
package struct LinkTerms: Sendable, Hashable {
    /// Ids of agencies whose word is that of the civil registry.
    package let registries: Set<String>
    /// Code of the reason that is given until rules are applied anew.
    package let recheckReason: String

    /// By which cases are judged anew; nil where nobody is checked.
    package let policy: VerificationPolicy?

    package init(
        registries: Set<String>, recheckReason: String, policy: VerificationPolicy? = nil
    ) {
        self.policy = policy
        self.registries = registries
        self.recheckReason = recheckReason
    }
}

/// What somebody says of a pair, and what they had seen when they said it.
package struct PairRuling: Sendable, Hashable {
    /// SIGAP numbers of the two.
    package let first: PersonNumber
    package let second: PersonNumber
    package let verdict: LinkVerdict
    package let note: String?
    /// The latest decision about the two that was on the page; 0 for none.
    package let seen: Int

    package init(
        first: PersonNumber, second: PersonNumber, verdict: LinkVerdict, note: String?, seen: Int
    ) {
        self.first = first
        self.second = second
        self.verdict = verdict
        self.note = note
        self.seen = seen
    }
}

package enum LinkOutcome: Sendable, Hashable {
    case decided(LinkDecision)
    /// The same request was carried out before; nothing was changed.
    case repeated
    /// Somebody decided since the page was made; nothing was changed.
    case taken(LinkDecision)
}
