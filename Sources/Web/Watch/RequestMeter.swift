import Store
import Synchronization

/// Counts requests. Knows routes, never addresses: as many counts as there are routes, whatever is
/// asked for.
final class RequestMeter: Sendable {
    struct Kind: Hashable {
        let method: String
        /// As `/kerja/peserta/{number}`.
        let route: String
        let status: Int
    }

    struct Counts {
        var answered: [Kind: Int] = [:]
        /// By route.
        var times: [String: DurationCounts] = [:]
        var underWay = 0
    }

    private let held = Mutex(Counts())
    private static let methods: Set = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]

    var counts: Counts { held.withLock { $0 } }

    func begin() { held.withLock { $0.underWay += 1 } }

    func end(method: String, route: String, status: Int, after duration: Duration) {
        // Whoever asks may make up methods.
        let known = RequestMeter.methods.contains(method) ? method : "other"
        held.withLock { counts in
            counts.underWay -= 1
            counts.answered[Kind(method: known, route: route, status: status), default: 0] += 1
            counts.times[route, default: DurationCounts()].add(duration)
        }
    }
}
