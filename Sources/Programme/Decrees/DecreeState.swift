/// Where a decree stands. Raw values are those of the store.
package enum DecreeState: String, CaseIterable, Sendable {
    /// Its people can still be left out.
    case draft
    /// Its annex is frozen, and goes from one who signs it off to the next.
    case signing
    /// Signed, with number and date as they stand on paper.
    case numbered
    /// Whoever it names is determined.
    case inForce = "in-force"
    /// Sent back or given up. What is drafted anew is another decree.
    case withdrawn

    /// The states that may follow.
    package var next: Set<DecreeState> {
        switch self {
        case .draft: [.signing, .withdrawn]
        case .signing: [.numbered, .withdrawn]
        case .numbered: [.inForce, .withdrawn]
        case .inForce, .withdrawn: []
        }
    }
}

/// What a decree is for.
package enum DecreeKind: String, CaseIterable, Sendable {
    /// Determines the people of a wave.
    case determination
    /// Changes who is determined by another decree.
    case amendment
}

/// What a line of an annex does. A determination only adds.
package enum LineChange: String, CaseIterable, Sendable {
    case add
    case remove
    /// Somebody else pays from a month on.
    case alter
}
