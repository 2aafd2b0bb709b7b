/// A date as somebody wrote it, in any of the forms that occur in agency lists: `17-08-1985`,
/// `17/8/85`, `1985-08-17`, `17 Agustus 1985`, `19850817`, a spreadsheet serial, or only a year.
package struct WrittenDate: Sendable, Hashable {
    package let day: Day
    /// What was written leaves the exact day open.
    package let precision: Precision

    package enum Precision: UInt8, BitwiseCopyable, Sendable {
        case exact
        /// Day and month are both at most 12 and the order is a guess (day first).
        case orderGuessed
        /// Only the year, or the month and the year, was written; ``day`` is the first of it.
        case yearOnly
    }

    /// - Parameters:
    ///   - bytes: the text; blanks and an apostrophe around it are ignored, as is a time behind it.
    ///   - latest: two-digit years are read so that the date is not after this day.
    /// - Returns: nil when no such date exists or the form is unknown.
    package static func read(_ bytes: Span<UInt8>, notAfter latest: Day) -> WrittenDate? {
        fastRead(bytes) ?? slowRead(bytes, notAfter: latest)
    }

    package static func read(_ text: String, notAfter latest: Day) -> WrittenDate? {
        var text = text
        return text.withUTF8 { read(Span(_unsafeElements: $0), notAfter: latest) }
    }

    /// `dd-mm-yyyy` and `yyyy-mm-dd` with any one-byte separator: nearly every cell.
    private static func fastRead(_ bytes: Span<UInt8>) -> WrittenDate? {
        guard bytes.count == 10 else { return nil }
        func two(_ index: Int) -> Int? {
            guard let tens = ASCII.digit(bytes[index]), let ones = ASCII.digit(bytes[index + 1])
            else { return nil }
            return tens * 10 + ones
        }
        if !ASCII.isDigit(bytes[2]), !ASCII.isDigit(bytes[5]), let day = two(0),
            let month = two(3), let century = two(6), let year = two(8)
        {
            return dayFirst(day, month, century * 100 + year)
        }
        if !ASCII.isDigit(bytes[4]), !ASCII.isDigit(bytes[7]), let century = two(0),
            let year = two(2), let month = two(5), let day = two(8)
        {
            return yearFirst(century * 100 + year, month, day)
        }
        return nil
    }

    private static func dayFirst(_ day: Int, _ month: Int, _ year: Int) -> WrittenDate? {
        if let date = Day(year: year, month: month, day: day) {
            let guessed = day <= 12 && day != month
            return WrittenDate(day: date, precision: guessed ? .orderGuessed : .exact)
        }
        // 08/17/1985: no month 17, so the month came first.
        return Day(year: year, month: day, day: month).map {
            WrittenDate(day: $0, precision: .exact)
        }
    }

    private static func yearFirst(_ year: Int, _ month: Int, _ day: Int) -> WrittenDate? {
        (Day(year: year, month: month, day: day) ?? Day(year: year, month: day, day: month)).map {
            WrittenDate(day: $0, precision: .exact)
        }
    }

    private static func slowRead(_ bytes: Span<UInt8>, notAfter latest: Day) -> WrittenDate? {
        let parts = DateParts(bytes)
        switch (parts.count, parts.monthPosition) {
        case (1, nil): return single(parts.values[0], digits: parts.digits[0])
        case (2, let position?): return monthAndYear(parts, position)
        case (3..., nil): return numeric(parts, latest)
        case (3..., _): return byMonthName(parts, latest)
        default: return nil
        }
    }

    private static func single(_ value: Int, digits: Int) -> WrittenDate? {
        switch digits {
        case 8:
            let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100)
            // No month is 19 or 20, so only one of the two orders names a date of these centuries.
            if (1900...2099).contains(year), let date = Day(year: year, month: month, day: day) {
                return WrittenDate(day: date, precision: .exact)
            }
            return dayFirst(value / 1_000_000, value / 10_000 % 100, value % 10_000)
        case 5 where (3_000...60_000).contains(value):
            // Spreadsheet serials count from 30 December 1899.
            return WrittenDate(day: Day(number: Int32(value) - 25_569), precision: .exact)
        case 4 where (1900...2100).contains(value):
            return Day(year: value, month: 1, day: 1).map {
                WrittenDate(day: $0, precision: .yearOnly)
            }
        default: return nil
        }
    }

    private static func numeric(_ parts: DateParts, _ latest: Day) -> WrittenDate? {
        if parts.digits[0] == 4 {
            return yearFirst(parts.values[0], parts.values[1], parts.values[2])
        }
        return inYear(parts.values[2], digits: parts.digits[2], latest) { year in
            dayFirst(parts.values[0], parts.values[1], year)
        }
    }

    /// "Agustus 1985": the first of that month.
    private static func monthAndYear(_ parts: DateParts, _ position: Int) -> WrittenDate? {
        let other = 1 - position
        guard parts.digits[other] == 4 else { return nil }
        return Day(year: parts.values[other], month: parts.values[position], day: 1).map {
            WrittenDate(day: $0, precision: .yearOnly)
        }
    }

    private static func byMonthName(_ parts: DateParts, _ latest: Day) -> WrittenDate? {
        guard let position = parts.monthPosition else { return nil }
        let others = [0, 1, 2].filter { $0 != position }
        let yearLast = parts.digits[others[0]] != 4
        let (dayAt, yearAt) = yearLast ? (others[0], others[1]) : (others[1], others[0])
        return inYear(parts.values[yearAt], digits: parts.digits[yearAt], latest) { year in
            Day(year: year, month: parts.values[position], day: parts.values[dayAt]).map {
                WrittenDate(day: $0, precision: .exact)
            }
        }
    }

    /// The date in a year of four digits, or of two: then in this century unless that is later than
    /// `latest`.
    private static func inYear(
        _ year: Int, digits: Int, _ latest: Day, _ date: (Int) -> WrittenDate?
    ) -> WrittenDate? {
        if digits == 4 { return date(year) }
        guard digits <= 2 else { return nil }
        if let recent = date(2000 + year), recent.day <= latest { return recent }
        return date(1900 + year)
    }
}

/// The first three numbers or month names of a text.
private struct DateParts {
    var values: [3 of Int] = .init(repeating: 0)
    var digits: [3 of Int] = .init(repeating: 0)
    var count = 0
    /// Which part was a month's name.
    var monthPosition: Int?

    init(_ bytes: Span<UInt8>) {
        var index = 0
        while index < bytes.count, count < 3 {
            if ASCII.isDigit(bytes[index]) {
                let start = index
                var value = 0
                while index < bytes.count, index - start < 9, let digit = ASCII.digit(bytes[index])
                {
                    value = value * 10 + digit
                    index += 1
                }
                values[count] = value
                digits[count] = index - start
                count += 1
            } else if ASCII.isLetter(bytes[index]) {
                let start = index
                while index < bytes.count, ASCII.isLetter(bytes[index]) { index += 1 }
                if let month = MonthNames.month(bytes, start, index) {
                    monthPosition = count
                    values[count] = month
                    count += 1
                }
            } else {
                index += 1
            }
        }
    }
}

private enum MonthNames {
    /// Indonesian and English names by their first four letters, and abbreviations of three. Fewer
    /// letters would make months of towns: Martapura, Pebayuran.
    private static let starts: [PackedWord: Int] = {
        let spellings = [
            "JAN JANU", "FEB PEB FEBR PEBR FEBU PEBU", "MAR MRT MARE MARC", "APR APRI", "MEI MAY",
            "JUN JUNI JUNE", "JUL JULI JULY", "AGU AGT AGS AUG AGUS AGTS AGST AUGU", "SEP SEPT",
            "OKT OCT OKTO OCTO", "NOV NOP NOVE NOPE", "DES DEC DESE DECE",
        ]
        var months: [PackedWord: Int] = [:]
        for (index, names) in spellings.enumerated() {
            for name in names.split(separator: " ") { months[PackedWord(String(name))] = index + 1 }
        }
        return months
    }()

    static func month(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int? {
        guard end - start >= 3 else { return nil }
        var packed: UInt64 = 0
        for index in start..<min(end, start + 4) {
            packed = packed << 5 | UInt64(bytes[index] & 31)
        }
        return starts[PackedWord(value: packed)]
    }
}
