import Civic
import Office
import Pages
import Store

/// What is left of attempts, or when they begin anew.
enum AttemptsLeft {
    case left(Int)
    case none(until: Moment)

    /// The moment of ``none(until:)``.
    var end: Moment {
        switch self {
        case .left: JournalWords.moment(.now())
        case .none(let end): end
        }
    }
}

extension WebApp {
    /// Counts an attempt in every one of `limits`, until one of them has none left.
    func takeAttempt(_ limits: [(AttemptLimit, String)]) async throws(Problem) -> AttemptsLeft {
        var left = Int.max
        for (limit, place) in limits {
            guard let here = try await limit.take(place) else {
                return .none(until: JournalWords.moment(try await limit.end(place)))
            }
            left = min(left, here)
        }
        return .left(left)
    }
}
