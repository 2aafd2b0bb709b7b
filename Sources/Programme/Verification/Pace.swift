/// How fast somebody decides, from the moments of their last decisions.
package struct Pace: Sendable, Hashable {
    /// So many decisions must lie behind before anything is foretold.
    package static let decisionsMin = 5
    /// So many of the last ones count.
    package static let decisionsMax = 20
    /// Longer gaps are pauses, in milliseconds, and tell nothing about speed.
    package static let pauseMin: Int64 = 10 * 60_000

    /// Milliseconds for one decision; at least 1.
    package let each: Int64

    /// Nil as long as too little is known.
    ///
    /// - Parameter moments: of the decisions, in milliseconds, in any order.
    package init?(_ moments: [Int64]) {
        let latest = moments.sorted(by: >).prefix(Pace.decisionsMax)
        guard latest.count >= Pace.decisionsMin else { return nil }
        let gaps = zip(latest, latest.dropFirst()).map { $0 - $1 }.filter { $0 < Pace.pauseMin }
        guard !gaps.isEmpty else { return nil }
        each = max(1, gaps.reduce(0, +) / Int64(gaps.count))
    }

    /// When so many more are done, in milliseconds from now.
    package func time(for remaining: Int) -> Int64 {
        let (time, isTooLong) = each.multipliedReportingOverflow(by: Int64(remaining))
        return isTooLong ? .max : time
    }
}
