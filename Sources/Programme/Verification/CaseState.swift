/// What the kelurahan has decided about a candidate.
package enum CaseState: String, Sendable, CaseIterable {
    case open
    /// Somebody of the neighbourhood has to find out first.
    case field
    case approved
    case refused
}

/// The answer to the one question that every candidate is asked: still working, and not seriously
/// ill? A claim may be refused without it.
package enum WorkAnswer: String, Sendable, CaseIterable {
    /// The operator knows it.
    case known
    /// The RW head or the neighbourhood officer says so.
    case witnessed
    /// Not working, or ill.
    case not

    package var isYes: Bool { self != .not }
}

/// Somebody's word about a candidate, besides the kelurahan's decision.
package struct Confirmation: Sendable, Hashable {
    package enum Answer: String, Sendable, CaseIterable {
        case yes
        case no
        /// A proper answer: whoever was asked does not know.
        case unknown
        /// Taken back; as if never said.
        case withdrawn
    }

    /// Whose word: `rw`, `agency:dishub`, `manager`.
    package let source: String
    package let answer: Answer
    /// Login, or the name of the part of the program, under which it was given.
    package let actor: String

    package init(source: String, answer: Answer, actor: String) {
        self.source = source
        self.answer = answer
        self.actor = actor
    }

    package static let rw = "rw"
    /// Whoever settles a disagreement.
    package static let manager = "manager"

    package static func agency(_ id: String) -> String { "agency:\(id)" }
}

/// Where a candidate stands when everybody's word is taken together.
package enum CaseStanding: String, Sendable, CaseIterable {
    case open
    case field
    case refused
    /// Approved, but not everybody who must has answered.
    case confirming
    /// Approved, but somebody who was asked says no.
    case conflict
    /// Nothing is missing: may stand in a decree.
    case verified
}
