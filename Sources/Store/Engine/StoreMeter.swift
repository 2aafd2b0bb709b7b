import Civic
import Synchronization

/// Counts what is asked of an engine and how long it takes. Cheap: a lock around a few numbers.
package final class StoreMeter: Sendable {
    package enum Work: String, Sendable, CaseIterable {
        case read
        case write
    }

    /// Transactions of one kind.
    package struct Count: Sendable {
        package fileprivate(set) var done = 0
        package fileprivate(set) var failed = 0
        /// How often an engine had to begin again.
        package fileprivate(set) var repeated = 0
        package fileprivate(set) var times = DurationCounts()
    }

    private let counts = Mutex<[Work: Count]>([:])

    package init() {}

    package subscript(work: Work) -> Count { counts.withLock { $0[work] ?? Count() } }

    func note(_ work: Work, _ duration: Duration, runs: Int, isDone: Bool) {
        counts.withLock { counts in
            var count = counts[work] ?? Count()
            if isDone { count.done += 1 } else { count.failed += 1 }
            count.repeated += max(0, runs - 1)
            count.times.add(duration)
            counts[work] = count
        }
    }
}

/// How many durations lie below each of a few bounds, their number and their sum.
package struct DurationCounts: Sendable {
    /// In milliseconds.
    package static let bounds: [Int64] = [
        1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000,
    ]

    /// By bound; beyond the last one, durations count in ``count`` only.
    package private(set) var below = [Int](repeating: 0, count: bounds.count)
    package private(set) var count = 0
    package private(set) var microseconds: Int64 = 0

    package init() {}

    package mutating func add(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let taken = seconds * 1_000_000 + attoseconds / 1_000_000_000_000
        count += 1
        microseconds += taken
        for (place, bound) in DurationCounts.bounds.enumerated() where taken <= bound * 1000 {
            below[place] += 1
        }
    }
}
