package import Civic

/// A day and the time on the clock, in western Indonesian time (WIB).
package struct Moment: Sendable, Hashable {
    package let day: Day
    /// Minutes since midnight, 0 to 1439.
    package let minute: Int

    package init(day: Day, minute: Int) {
        precondition((0..<1440).contains(minute), "a day has 1440 minutes")
        self.day = day
        self.minute = minute
    }

    /// `10.42`.
    package var clock: String {
        "\(NumberText.padded(minute / 60, to: 2)).\(NumberText.padded(minute % 60, to: 2))"
    }

    /// `2026-03-27T10:42+07:00`.
    var iso: String {
        let hour = NumberText.padded(minute / 60, to: 2)
        return "\(day.iso)T\(hour):\(NumberText.padded(minute % 60, to: 2))+07:00"
    }
}
