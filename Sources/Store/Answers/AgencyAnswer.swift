package import Civic
package import Programme

/// What an agency says about one candidate.
package struct AgencyAnswer: Sendable, Hashable {
    package enum Word: String, Sendable, CaseIterable {
        case yes
        case no
        case unknown

        var answer: Confirmation.Answer {
            switch self {
            case .yes: .yes
            case .no: .no
            case .unknown: .unknown
            }
        }
    }

    package let number: PersonNumber
    package let word: Word
    /// ``FoundReference/row`` of whom the agency took the candidate for; needed for a yes where
    /// several are similar.
    package let row: Int?

    package init(number: PersonNumber, word: Word, row: Int? = nil) {
        self.number = number
        self.word = word
        self.row = row
    }
}

/// What became of an answer.
package enum AnswerOutcome: Sendable, Hashable {
    case kept
    /// Somebody of the agency answered before. Nothing was kept.
    case answered(Confirmation.Answer)
    /// A yes without telling to which of several rows. Nothing was kept.
    case mustChoose
    /// The agency is not asked about anybody of this number.
    case unknown
}

/// How many the agency answered, and how.
package struct AnswerCounts: Sendable, Hashable {
    package var yes = 0
    package var no = 0
    package var unknown = 0

    package init(yes: Int = 0, no: Int = 0, unknown: Int = 0) {
        self.yes = yes
        self.no = no
        self.unknown = unknown
    }

    package var total: Int { yes + no + unknown }
}

/// Where in the list of an agency's answers a page begins: behind this one.
package struct AnswerCursor: Sendable, Hashable {
    package let at: Instant
    package let number: String

    package init(at: Instant, number: String) {
        self.at = at
        self.number = number
    }
}

/// One of an agency's answers, as it was given.
package struct GivenAnswer: Sendable {
    package let number: String
    package let name: String
    package let answer: Confirmation.Answer
    package let actor: String
    package let at: Instant
    /// See ``NewConfirmation/basis``.
    package let basis: String?
}

/// What somebody answered last in one go, as long as it can be taken back.
package struct LastAnswer: Sendable, Hashable {
    package let at: Instant
    package let count: Int
    /// The number and the answer, where it was one.
    package let number: String?
    package let answer: Confirmation.Answer?
}
