/// One side of a pair.
package enum PairSide: Sendable {
    case person(PersonSummary)
    /// Somebody beyond the reader's scope.
    case elsewhere

    package var summary: PersonSummary? {
        if case .person(let summary) = self { summary } else { nil }
    }
}

/// Two people who may be one, as the list shows them.
package struct PairItem: Sendable {
    package let id: Int
    package let first: PairSide
    package let second: PairSide
    /// Thousandths.
    package let probability: Int
    /// In thousandths of a bit.
    package let weight: Int
    package let findings: [PairFinding]
    package let state: ReviewState
    /// Waits for a second person.
    package let proposal: LinkDecision?

    /// Whether the reader sees both people, so that they may judge.
    package var isWhole: Bool { first.summary != nil && second.summary != nil }
}

/// One page of pairs, the most doubtful first.
package struct PairList: Sendable {
    package let pairs: [PairItem]
    /// How many of all the reader may judge.
    package let total: Int
    package let previous: PairPosition?
    package let next: PairPosition?
}

/// Where a page of pairs begins: next to the pair with this id.
package enum PairPosition: Sendable, Hashable {
    case first
    case after(Int)
    case before(Int)
}

/// A pair with everything that helps to judge it.
package struct PairRecord: Sendable {
    package let item: PairItem
    /// Nil for somebody beyond the reader's scope.
    package let first: PersonRecord?
    package let second: PersonRecord?
    /// The latest decision about the two that stands.
    package let latest: LinkDecision?
    package let note: String?
    /// The open pair that comes after it in the list.
    package let next: Int?
}
