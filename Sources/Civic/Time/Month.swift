/// A calendar month, the unit in which cover is bought: `2026-02`.
package struct Month: Hashable, Comparable, Sendable, Codable {
    /// Months counted from January of year 0.
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// `month` may lie outside 1 to 12; it then rolls over into other years.
    package init(year: Int, month: Int) { number = Int32(year * 12 + month - 1) }

    /// A month written `yyyy-mm`, and nothing else.
    package init?(iso text: some StringProtocol) {
        guard text.utf8.count == 7, let day = Day(iso: "\(text)-01") else { return nil }
        self = day.month
    }

    package var year: Int { Int(number) / 12 }
    /// 1 to 12.
    package var monthOfYear: Int { Int(number) % 12 + 1 }

    package var firstDay: Day { day(1) }
    package var lastDay: Day { day(Day.lastDay(ofMonth: monthOfYear, year: year)) }

    private func day(_ day: Int) -> Day {
        guard let day = Day(year: year, month: monthOfYear, day: day) else {
            preconditionFailure("month \(number) is outside the years 1 to 9999")
        }
        return day
    }

    package static func < (left: Month, right: Month) -> Bool { left.number < right.number }
    package static func + (month: Month, months: Int) -> Month {
        Month(number: month.number + Int32(months))
    }
    package static func - (left: Month, right: Month) -> Int {
        Int(left.number) - Int(right.number)
    }

    package var iso: String {
        "\(NumberText.padded(year, to: 4))-\(NumberText.padded(monthOfYear, to: 2))"
    }
}

extension Month: CustomStringConvertible {
    package var description: String { iso }
}
