import Civic
import Testing

/// Walks from 1900 to 2100 day by day with a calendar of its own and compares at every step.
struct DayTests {
    @Test func `every day from 1900 to 2100 is the day after the one before`() throws {
        var wrong: [String] = []
        for date in SlowCalendar.days {
            let day = Day(number: date.number)
            let parts = day.parts
            let agrees =
                Day(year: date.year, month: date.month, day: date.day) == day
                && parts == (date.year, date.month, date.day) && day.weekday == date.weekday
                && day.iso == date.iso && Day(iso: date.iso) == day
                && day.month == Month(year: date.year, month: date.month)
            if !agrees { wrong.append(date.iso) }
        }
        #expect(SlowCalendar.days.count == 73_414)
        #expect(wrong == [])
    }

    @Test func `day zero is a Thursday, the first of January 1970`() {
        #expect(Day(number: 0).iso == "1970-01-01")
        #expect(Day(number: 0).weekday == 4)
    }

    @Test(arguments: [
        (2025, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2025, 4, 31), (2025, 13, 1),
        (2025, 0, 1), (2025, 1, 0), (2025, 1, 32), (0, 1, 1), (10_000, 1, 1), (2025, -1, 5),
    ])
    func `has no such day`(_ year: Int, _ month: Int, _ day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        "2025-2-01", "2025-02-1", "25-02-01", "2025/02/01", "2025-02-30", " 2025-02-01",
        "2025-02-01 ", "2025-02-0a", "", "2025-02-01T00:00", "٢٠٢٥-٠٢-٠١",
    ])
    func `reads no other form than yyyy-mm-dd`(_ text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func `the first and the last day that can be written are whole`() throws {
        #expect(try #require(Day(iso: "0001-01-01")).iso == "0001-01-01")
        #expect(try #require(Day(iso: "9999-12-31")).iso == "9999-12-31")
    }

    @Test func `sums and differences are inverse`() {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<2_000 {
            let start = Day(number: Int32.random(in: -30_000...50_000, using: &generator))
            let step = Int.random(in: -40_000...40_000, using: &generator)
            #expect((start + step) - start == step)
            #expect(((start + step) < start) == (step < 0))
        }
    }

    @Test func `age counts birthdays one by one`() throws {
        var generator = SeededGenerator(seed: 12)
        var wrong: [String] = []
        for _ in 0..<8_000 {
            let born = try #require(SlowCalendar.days.randomElement(using: &generator))
            let then = try #require(SlowCalendar.days.randomElement(using: &generator))
            guard born.number <= then.number else { continue }
            let age = Day(number: born.number).age(on: Day(number: then.number))
            if age != SlowCalendar.birthdays(of: born, until: then) {
                wrong.append("\(born.iso) \(then.iso): \(age)")
            }
        }
        #expect(wrong == [])
    }

    @Test(arguments: [
        ("1960-11-06", "2025-11-05", 64), ("1960-11-05", "2025-11-05", 65),
        ("2007-11-06", "2025-11-05", 17), ("2007-11-05", "2025-11-05", 18),
        ("2004-02-29", "2022-02-28", 17), ("2004-02-29", "2022-03-01", 18),
        ("2004-02-29", "2024-02-29", 20), ("2025-11-05", "2025-11-05", 0),
        ("2025-11-06", "2025-11-05", -1),
    ])
    func `is so old`(_ born: String, _ on: String, _ age: Int) throws {
        let (birth, day) = (try #require(Day(iso: born)), try #require(Day(iso: on)))
        #expect(birth.age(on: day) == age)
    }

    @Test(arguments: [
        ("2024-02-29", 1, "2025-02-28"), ("2024-02-29", 4, "2028-02-29"),
        ("2026-01-02", 5, "2031-01-02"), ("2000-02-29", -1, "1999-02-28"),
        ("2025-12-31", 0, "2025-12-31"),
    ])
    func `adds years`(_ start: String, _ years: Int, _ end: String) throws {
        #expect(try #require(Day(iso: start)).adding(years: years).iso == end)
    }
}

/// A calendar that knows only how long months are and that tomorrow comes after today.
enum SlowCalendar {
    struct Date: Sendable {
        var number: Int32 = -25_567
        var year = 1900
        var month = 1
        var day = 1
        /// 1 January 1900 was a Monday.
        var weekday = 1

        var iso: String {
            func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            return "\(year)-\(padded(month))-\(padded(day))"
        }
    }

    static let days: [Date] = {
        var days: [Date] = []
        var today = Date()
        while today.year <= 2100 {
            days.append(today)
            today = tomorrow(today)
        }
        return days
    }()

    static func length(of month: Int, _ year: Int) -> Int {
        if month == 2 { return year % 400 == 0 || year % 4 == 0 && year % 100 != 0 ? 29 : 28 }
        return [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    private static func tomorrow(_ today: Date) -> Date {
        var next = today
        next.number += 1
        next.weekday = today.weekday == 7 ? 1 : today.weekday + 1
        next.day += 1
        if next.day > length(of: next.month, next.year) {
            (next.day, next.month) = (1, next.month + 1)
        }
        if next.month > 12 { (next.month, next.year) = (1, next.year + 1) }
        return next
    }

    /// Birthdays that have passed; whoever was born on 29 February has one on 1 March in common
    /// years.
    static func birthdays(of born: Date, until then: Date) -> Int {
        var count = 0
        var year = born.year + 1
        while true {
            var (month, day) = (born.month, born.day)
            if day > length(of: month, year) { (month, day) = (3, 1) }
            let hasPassed =
                year != then.year
                ? year < then.year : month != then.month ? month < then.month : day <= then.day
            guard hasPassed else { return count }
            count += 1
            year += 1
        }
    }
}
