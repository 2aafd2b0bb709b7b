/// How quickly jobs are looked for, taken over and tried again.
package struct JobPace: Sendable {
    /// From one look to the next.
    package var tick = Duration.seconds(5)
    /// So long a beat must have stood still before a job is taken from its node.
    package var lease = Duration.seconds(30)
    /// So long a job may go on when its node is told to stop, and again after it was cancelled.
    package var settle = Duration.seconds(5)
    /// After so many attempts a job is given up.
    package var attemptsMax = 12

    package init() {}

    private static let pauseMin: Int64 = 30_000
    private static let pauseMax: Int64 = 3_600_000

    /// Milliseconds until attempt `attempts + 1`: twice as long each time, up to an hour. `chance`,
    /// 0 to 1, takes away up to half of it, so that what failed together does not return together.
    package func pause(after attempts: Int, chance: Double) -> Int64 {
        let doublings = min(max(0, attempts - 1), 16)
        let pause = min(JobPace.pauseMin << Int64(doublings), JobPace.pauseMax)
        return pause - Int64(Double(pause) / 2 * min(max(chance, 0), 1))
    }
}
