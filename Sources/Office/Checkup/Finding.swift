package import Civic

/// What one check of a store found.
package struct Finding: Sendable, Hashable {
    package enum State: String, Sendable, Comparable {
        case good
        case warning
        case bad

        package static func < (left: State, right: State) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .good: 0
            case .warning: 1
            case .bad: 2
            }
        }
    }

    /// Stable, as `journal`.
    package let check: String
    package let state: State
    package let what: Phrase
    /// What to do; nil where nothing needs to be done.
    package let remedy: Phrase?

    package static func good(_ check: String, _ what: Phrase) -> Finding {
        Finding(check: check, state: .good, what: what, remedy: nil)
    }

    static func warning(_ check: String, _ what: Phrase, do remedy: Phrase) -> Finding {
        Finding(check: check, state: .warning, what: what, remedy: remedy)
    }

    static func bad(_ check: String, _ what: Phrase, do remedy: Phrase) -> Finding {
        Finding(check: check, state: .bad, what: what, remedy: remedy)
    }

    /// A check that could not be made because of `problem`.
    package static func failed(_ check: String, _ problem: Problem) -> Finding {
        func words(_ language: Language) -> String {
            let place = problem.spot?.text(language).map { "\($0): " } ?? ""
            return "\(place)\(problem.what.text(language))"
        }
        return bad(
            check, Phrase(words(.indonesian), en: words(.english)), do: problem.remedy)
    }
}
