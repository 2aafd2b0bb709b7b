import Civic

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How long and how often something is tried again: soon at first, then ever more slowly, each time
/// by a little chance, so that those who met in one conflict do not meet in the next.
struct PostgresPatience {
    private let limit: Duration
    /// Counted from the first failure: what took long before may be tried again as well.
    private var end: ContinuousClock.Instant?
    private var pause = PostgresPatience.pauseMin

    private static let pauseMin: UInt32 = 5_000
    private static let pauseMax: UInt32 = 800_000

    /// - Parameter limit: long enough for another server to take over.
    init(_ limit: Duration = .seconds(20)) { self.limit = limit }

    /// Waits; throws `problem` when it has lasted long enough.
    mutating func wait(after problem: Problem) throws(Problem) {
        let end = self.end ?? ContinuousClock.now + limit
        self.end = end
        guard ContinuousClock.now < end else { throw problem }
        usleep(UInt32.random(in: pause / 2...pause))
        pause = min(pause * 2, PostgresPatience.pauseMax)
    }
}
