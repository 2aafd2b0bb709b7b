import Civic
import Testing

struct WrittenDateTests {
    private static let today = Day(iso: "2025-11-05") ?? Day(number: 0)

    private func read(_ text: String) -> WrittenDate? {
        WrittenDate.read(text, notAfter: Self.today)
    }

    /// Every way in which agency lists write 17 August 1985.
    @Test(arguments: [
        "17-08-1985", "17/08/1985", "17.08.1985", "17 08 1985", "17-8-1985", "17/8/85", "17-08-85",
        "1985-08-17", "1985/08/17", "1985.8.17", "1985-8-17", "19850817", "17081985",
        "17 Agu 1985", "17 Agustus 1985", "17 AGUSTUS 1985", "17-Agu-1985", "17-Agt-85",
        "17 Ags 1985", "17 Aug 1985", "17 August 1985", "Agustus 17, 1985", "17Agustus1985",
        "1985 Agustus 17", "31276", "1985-08-17 00:00:00", "1985-08-17T00:00:00",
        "1985-08-17T00:00:00.000Z", "17/08/1985 00:00", "17-08-1985 07.30 WIB", "08/17/1985",
        "8/17/85", " 17-08-1985 ", "'17-08-1985", "\u{a0}17-08-1985\u{a0}",
        "Sabtu, 17 Agustus 1985",
        "1985-17-08", "Bekasi, 17-08-1985",
    ])
    func `reads 17 August 1985`(_ text: String) throws {
        let date = try #require(read(text))
        #expect(date.day.iso == "1985-08-17")
        #expect(date.precision == .exact)
    }

    @Test(arguments: [
        ("3 Jan 1990", "1990-01-03"), ("3 Januari 1990", "1990-01-03"),
        ("3 Feb 1990", "1990-02-03"), ("3 Februari 1990", "1990-02-03"),
        ("3 Pebruari 1990", "1990-02-03"), ("3 Peb 1990", "1990-02-03"),
        ("3 Maret 1990", "1990-03-03"), ("3 Mrt 1990", "1990-03-03"),
        ("3 April 1990", "1990-04-03"),
        ("3 Mei 1990", "1990-05-03"), ("3 May 1990", "1990-05-03"), ("3 Juni 1990", "1990-06-03"),
        ("3 June 1990", "1990-06-03"), ("3 Juli 1990", "1990-07-03"), ("3 July 1990", "1990-07-03"),
        ("3 Agst 1990", "1990-08-03"), ("3 Agt 1990", "1990-08-03"), ("3 Sept 1990", "1990-09-03"),
        ("3 September 1990", "1990-09-03"), ("3 Oktober 1990", "1990-10-03"),
        ("3 October 1990", "1990-10-03"), ("3 Nop 1990", "1990-11-03"),
        ("3 Nopember 1990", "1990-11-03"), ("3 November 1990", "1990-11-03"),
        ("3 Desember 1990", "1990-12-03"), ("3 December 1990", "1990-12-03"),
    ])
    func `knows months by old, new, short and English names`(_ text: String, _ iso: String) throws {
        #expect(try #require(read(text)).day.iso == iso)
    }

    @Test(arguments: [
        ("07-08-1985", "1985-08-07"), ("7/8/85", "1985-08-07"), ("12.11.1990", "1990-11-12"),
        ("01/02/1990", "1990-02-01"),
    ])
    func `reads the day first where both orders are possible, and says so`(
        _ text: String, _ iso: String
    ) throws {
        let date = try #require(read(text))
        #expect(date.day.iso == iso)
        #expect(date.precision == .orderGuessed)
    }

    @Test func `the same day and month leave nothing to guess`() throws {
        #expect(try #require(read("08-08-1985")).precision == .exact)
    }

    @Test func `a year alone is the first of January, marked as such`() throws {
        let date = try #require(read("1985"))
        #expect(date.day.iso == "1985-01-01")
        #expect(date.precision == .yearOnly)
    }

    @Test(arguments: [
        "", " ", "-", "31-02-1985", "30/02/2000", "29-02-1900", "29-02-2001", "00-08-1985",
        "17-00-1985", "17-13-1985", "32-01-1985", "1985-02-30", "0000-00-00", "tidak tahu",
        "Agustus", "17 Agustus", "17-08", "85", "198", "123456", "17 08", "17-08-198", "99999",
        "17-08-19855", "30 Pebruari 1990", "17-Foo-1985",
    ])
    func `refuses what is no date`(_ text: String) {
        #expect(read(text) == nil)
    }

    /// A birth date lies in the past: the century is the last one in which it does.
    @Test(arguments: [
        ("17-08-24", "2024-08-17"), ("05-11-25", "2025-11-05"), ("06-11-25", "1925-11-06"),
        ("31-12-25", "1925-12-31"), ("17-08-26", "1926-08-17"), ("29-02-00", "2000-02-29"),
        ("17 Agu 85", "1985-08-17"), ("17 Des 25", "1925-12-17"),
    ])
    func `reads two-digit years so that the date is not in the future`(
        _ text: String, _ iso: String
    ) throws {
        #expect(try #require(read(text)).day.iso == iso)
    }

    /// Eight digits have one reading only: no month is 19 or 20.
    @Test(arguments: [
        ("20102005", "2005-10-20"), ("20112001", "2001-11-20"), ("19121980", "1980-12-19"),
        ("20051020", "2005-10-20"), ("01012000", "2000-01-01"), ("20000101", "2000-01-01"),
    ])
    func `reads eight digits`(_ text: String, _ iso: String) throws {
        #expect(try #require(read(text)).day.iso == iso)
    }

    @Test func `every day between 1900 and 2099 is read in eight digits either way`() {
        var wrong: [String] = []
        for date in SlowCalendar.days where date.year < 2100 {
            let digits = date.iso.filter { $0 != "-" }
            let reversed = digits.suffix(2) + digits.dropFirst(4).prefix(2) + digits.prefix(4)
            if read(digits)?.day.number != date.number { wrong.append(digits) }
            if read(String(reversed))?.day.number != date.number { wrong.append(String(reversed)) }
        }
        #expect(wrong == [])
    }

    @Test func `a month and a year are the first of that month, unless a day stands there`() throws
    {
        #expect(try #require(read("Agustus 1985")).day.iso == "1985-08-01")
        #expect(try #require(read("1985 Agustus")).day.iso == "1985-08-01")
    }

    /// Towns that begin like a month do not become one.
    @Test(arguments: ["Martapura 17-08-1985", "Maros, 17-08-1985", "Pebayuran, 17/08/1985"])
    func `is not misled by the town of birth`(_ text: String) throws {
        #expect(try #require(read(text)).day.iso == "1985-08-17")
    }

    @Test func `spreadsheet serials count from the end of 1899`() {
        var wrong: [Int] = []
        for serial in 10_000...60_000 {
            let day = read("\(serial)")?.day
            if day != (Day(iso: "1899-12-30") ?? Day(number: 0)) + serial { wrong.append(serial) }
        }
        #expect(wrong == [])
    }

    @Test func `what the program writes it reads`() {
        var wrong: [String] = []
        for date in SlowCalendar.days where date.number % 7 == 0 {
            let day = Day(number: date.number)
            for text in [
                day.iso, CalendarWords.text(day, .indonesian), CalendarWords.text(day, .english),
                "\(date.day)-\(date.month)-\(date.year)", "\(date.year)/\(date.month)/\(date.day)",
            ] where read(text)?.day != day {
                wrong.append(text)
            }
        }
        #expect(wrong == [])
    }

    @Test func `random bytes never stop it`() {
        var generator = SeededGenerator(seed: 13)
        let letters = Array("0123456789 -/.,:AgustMeiJn'\u{a0}é".utf8)
        for _ in 0..<20_000 {
            let count = Int.random(in: 0...24, using: &generator)
            let bytes = (0..<count).map { _ in letters.randomElement(using: &generator) ?? 0 }
            _ = WrittenDate.read(bytes.span, notAfter: Self.today)
        }
    }
}
