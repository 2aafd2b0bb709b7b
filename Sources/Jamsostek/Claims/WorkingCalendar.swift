package import Civic

/// A public holiday, or a day of joint leave.
package struct Holiday: Sendable {
    package enum Kind: String, Sendable {
        case national
        case jointLeave = "joint_leave"
    }

    package let day: Day
    package let name: Phrase
    package let kind: Kind
    package let confidence: Confidence
}

/// Which days are working days: Monday to Friday except holidays.
struct WorkingCalendar: Sendable {
    /// Ascending.
    let holidays: [Holiday]
    private let free: Set<Day>
    private let years: Set<Int>

    init(
        _ table: Table, citations: CitationRegister, jointLeaveIsWorkingDay: Bool
    ) throws(Problem) {
        var holidays: [Holiday] = []
        for row in table.rows {
            _ = try citations.source(of: row)
            let day = try row.day("date")
            if let last = holidays.last, last.day >= day { throw row.wrong("date", day.iso) }
            holidays.append(
                Holiday(
                    day: day, name: try row.phrase("name"), kind: try row.choice("kind"),
                    confidence: try row.confidence()))
        }
        self.holidays = holidays
        free = Set(
            holidays.filter { $0.kind == .national || !jointLeaveIsWorkingDay }.map(\.day))
        years = Set(holidays.map(\.day.year))
    }

    /// The day `count` working days after `day`, which itself does not count.
    /// - Throws: a problem of kind input when a year is reached whose holidays are unknown.
    func day(_ count: Int, workingDaysAfter day: Day) throws(Problem) -> Day {
        var current = day
        var left = count
        while left > 0 {
            current = current + 1
            guard years.contains(current.year) else { throw unknown(current.year) }
            if current.weekday <= 5, !free.contains(current) { left -= 1 }
        }
        return current
    }

    /// The same for a term that the city sets itself: in years whose holidays are unknown only
    /// weekends are free.
    func officeDay(_ count: Int, workingDaysAfter day: Day) -> Day {
        var current = day
        var left = count
        while left > 0 {
            current = current + 1
            if current.weekday <= 5, !free.contains(current) { left -= 1 }
        }
        return current
    }

    /// How many working days lie behind `day`, up to `last`.
    func officeDays(after day: Day, through last: Day) -> Int {
        var current = day
        var count = 0
        while current < last {
            current = current + 1
            if current.weekday <= 5, !free.contains(current) { count += 1 }
        }
        return count
    }

    private func unknown(_ year: Int) -> Problem {
        Problem(
            .input, "holidays-unknown",
            Phrase(
                "Hari libur tahun \(year) belum diketahui.",
                en: "The public holidays of \(year) are not known."),
            do: Phrase(
                "Tambahkan hari libur tahun itu ke holidays.tsv dari SKB 3 Menteri.",
                en: "Add that year's holidays to holidays.tsv from the joint decree."))
    }
}
