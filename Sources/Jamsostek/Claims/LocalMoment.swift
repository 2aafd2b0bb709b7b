package import Civic

/// A minute of a civil day in Asia/Jakarta, which knows no summer time: deadlines in hours are plain
/// arithmetic.
package struct LocalMoment: Hashable, Comparable, Sendable, CustomStringConvertible {
    package let day: Day
    /// Minutes since midnight, 0 to 1439.
    package let minute: Int

    /// Nil unless 0 ≤ hour ≤ 23 and 0 ≤ minute ≤ 59.
    package init?(_ day: Day, hour: Int, minute: Int = 0) {
        guard (0..<24).contains(hour), (0..<60).contains(minute) else { return nil }
        self.init(day: day, minute: hour * 60 + minute)
    }

    private init(day: Day, minute: Int) {
        self.day = day
        self.minute = minute
    }

    package func adding(hours: Int) -> LocalMoment {
        let minutes = minute + hours * 60
        let days = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
        return LocalMoment(day: day + days, minute: minutes - days * 1440)
    }

    package static func < (left: LocalMoment, right: LocalMoment) -> Bool {
        (left.day, left.minute) < (right.day, right.minute)
    }

    /// `2026-01-04 08:00`.
    package var description: String {
        let hour = NumberText.padded(minute / 60, to: 2)
        return "\(day.iso) \(hour):\(NumberText.padded(minute % 60, to: 2))"
    }
}
