/// A civil date without a clock and without a time zone.
///
/// Counted in days from 1970-01-01 in the proleptic Gregorian calendar, so that ages and deadlines
/// are plain arithmetic.
package struct Day: Hashable, Comparable, Sendable, Codable {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// The date, or nil when the calendar has no such day. Years 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= Day.lastDay(ofMonth: month, year: year)
        else { return nil }
        self.init(number: Day.count(year: year, month: month, day: day))
    }

    /// A date written `yyyy-mm-dd`, and nothing else.
    package init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-")
        else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard let digit = ASCII.digit(byte) else { return nil }
                value = value * 10 + digit
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    package static func - (left: Day, right: Day) -> Int { Int(left.number) - Int(right.number) }

    package static func + (day: Day, days: Int) -> Day { Day(number: day.number + Int32(days)) }

    /// Year, month and day of the month.
    package var parts: (year: Int, month: Int, day: Int) {
        // Days are counted from 1 March of year 0 so that the leap day ends each cycle.
        let shifted = Int(number) + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, day)
    }

    package var year: Int { parts.year }
    package var month: Month {
        let parts = parts
        return Month(year: parts.year, month: parts.month)
    }

    /// 1 for Monday to 7 for Sunday.
    package var weekday: Int { (((Int(number) + 3) % 7) + 7) % 7 + 1 }

    /// Completed years of life on `day`; a person born on 29 February completes a year on 1 March
    /// of common years. Negative before birth.
    package func age(on day: Day) -> Int {
        let born = parts
        let then = day.parts
        let hadBirthday = (then.month, then.day) >= (born.month, born.day)
        return then.year - born.year - (hadBirthday ? 0 : 1)
    }

    /// The same day `years` later; 29 February becomes 28 February in a common year.
    package func adding(years: Int) -> Day {
        let parts = parts
        let year = parts.year + years
        let day = min(parts.day, Day.lastDay(ofMonth: parts.month, year: year))
        return Day(number: Day.count(year: year, month: parts.month, day: day))
    }

    /// `2025-11-05`.
    package var iso: String {
        let parts = parts
        return
            "\(NumberText.padded(parts.year, to: 4))-\(NumberText.padded(parts.month, to: 2))-\(NumberText.padded(parts.day, to: 2))"
    }

    package static func lastDay(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func isLeap(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    private static func count(year: Int, month: Int, day: Int) -> Int32 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int32(era * 146_097 + dayOfEra - 719_468)
    }
}

extension Day: CustomStringConvertible {
    package var description: String { iso }
}
