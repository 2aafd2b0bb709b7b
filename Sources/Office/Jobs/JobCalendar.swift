import Civic
import Store

/// When repeated work is due, by the clock of Jakarta.
enum JobCalendar {
    private static let hourLength: Int64 = 3_600_000
    private static let zoneHours: Int64 = 7

    /// Once a day, `minute` minutes after midnight; nil before that.
    static func daily(_ kind: JobKind, minute: Int, at instant: Instant) -> NewJob? {
        let day = Day.jakarta(at: instant)
        let midnight = (Int64(day.number) * 24 - zoneHours) * hourLength
        let due = Instant(milliseconds: midnight + Int64(minute) * 60_000)
        guard due <= instant else { return nil }
        return NewJob(kind: kind.rawValue, key: "\(kind.rawValue):\(day.iso)", runAfter: due)
    }

    /// Once an hour, on the hour.
    static func hourly(_ kind: JobKind, at instant: Instant) -> NewJob {
        let due = Instant(milliseconds: instant.milliseconds / hourLength * hourLength)
        let hour = due.milliseconds / hourLength + zoneHours
        let text = NumberText.padded(Int(hour % 24), to: 2)
        return NewJob(
            kind: kind.rawValue, key: "\(kind.rawValue):\(Day.jakarta(at: due).iso)T\(text)",
            runAfter: due)
    }
}
