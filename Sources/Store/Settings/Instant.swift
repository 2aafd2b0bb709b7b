package import Civic

/// A moment in time, in milliseconds since 1970-01-01 00:00 UTC. The clock is read at the edge of
/// the program; the store never asks what time it is.
package struct Instant: Hashable, Comparable, Sendable {
    package let milliseconds: Int64

    package init(milliseconds: Int64) { self.milliseconds = milliseconds }

    package static func < (left: Instant, right: Instant) -> Bool {
        left.milliseconds < right.milliseconds
    }

    package static func + (instant: Instant, milliseconds: Int64) -> Instant {
        Instant(milliseconds: instant.milliseconds + milliseconds)
    }
}

extension Day {
    /// The civil date in Asia/Jakarta, seven hours ahead of UTC all year.
    package static func jakarta(at instant: Instant) -> Day {
        let local = instant.milliseconds.addingReportingOverflow(7 * 3_600_000).partialValue
        let length: Int64 = 86_400_000
        return Day(number: Int32(clamping: local / length - (local % length < 0 ? 1 : 0)))
    }
}
