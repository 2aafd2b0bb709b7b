import Civic
import Testing

struct MonthTests {
    @Test func `months from 1900 to 2100 follow one another`() throws {
        var wrong: [String] = []
        var expected = Month(year: 1900, month: 1)
        for year in 1900...2100 {
            for month in 1...12 {
                let last = SlowCalendar.length(of: month, year)
                let isRight =
                    expected == Month(year: year, month: month)
                    && (expected.year, expected.monthOfYear) == (year, month)
                    && expected.firstDay == Day(year: year, month: month, day: 1)
                    && expected.lastDay == Day(year: year, month: month, day: last)
                    && Month(iso: expected.iso) == expected
                    && (expected + 1).firstDay == expected.lastDay + 1
                if !isRight { wrong.append(expected.iso) }
                expected = expected + 1
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        (2025, 13, "2026-01"), (2025, 0, "2024-12"), (2025, 25, "2027-01"), (2026, -11, "2025-01"),
    ])
    func `rolls over into other years`(_ year: Int, _ month: Int, _ iso: String) {
        #expect(Month(year: year, month: month).iso == iso)
    }

    @Test(arguments: ["2025-13", "2025-00", "2025-1", "202-01", "2025-01-01", "", "2025/01"])
    func `reads no other form than yyyy-mm`(_ text: String) {
        #expect(Month(iso: text) == nil)
    }

    @Test func `differences count months`() throws {
        let (first, second) = (
            try #require(Month(iso: "2025-11")), try #require(Month(iso: "2027-02"))
        )
        #expect(second - first == 15)
        #expect(first + 15 == second)
        #expect(first < second)
    }

    @Test func `dates in words`() throws {
        let day = try #require(Day(iso: "2025-11-05"))
        #expect(CalendarWords.text(day, .indonesian) == "5 November 2025")
        #expect(CalendarWords.textWithWeekday(day, .indonesian) == "Rabu, 5 November 2025")
        #expect(CalendarWords.textWithWeekday(day, .english) == "Wednesday, 5 November 2025")
        #expect(CalendarWords.text(Month(year: 2026, month: 8), .indonesian) == "Agustus 2026")
    }
}
