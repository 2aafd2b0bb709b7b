import Civic

/// Days as spreadsheets count them, and the text they become.
enum SerialDate {
    /// 9999-12-31 counted from 1900, the last day Excel knows.
    private static let serialMax = 2_958_465
    /// Day 0 of the 1904 system is day 1462 of the other.
    private static let daysTo1904 = 1462
    /// Excel keeps the error of Lotus 1-2-3 that 1900 was a leap year: day 60 is 1900-02-29, which
    /// never was, and the days before it are off by one.
    private static let falseLeapDay = 60
    /// Day 61 (1900-03-01) and the days after it, counted in days from 1970-01-01.
    private static let daysTo1970 = 25_569
    private static let secondsPerDay = 86_400

    /// Appends the day or time that a cell with this number shows: `1987-08-17`, `07:30`. False when
    /// the number is neither, as -1 or a number after the year 9999.
    static func append(
        _ serial: Double, kind: NumberKind, countsFrom1904: Bool, to bytes: inout [UInt8]
    ) -> Bool {
        guard serial >= 0, serial <= Double(serialMax + 1) else { return false }
        if kind == .clock, serial < 1 {
            appendClock(serial, to: &bytes)
            return true
        }
        let day = Int(serial) + (countsFrom1904 ? daysTo1904 : 0)
        // Day 0 of 1900 is a number that somebody formatted as a date.
        guard day >= 1, day <= serialMax else { return false }
        append(day: day, to: &bytes)
        return true
    }

    private static func append(day: Int, to bytes: inout [UInt8]) {
        if day == falseLeapDay {
            bytes.append(contentsOf: "1900-02-29".utf8)
            return
        }
        let shift = day < falseLeapDay ? 1 : 0
        let parts = Day(number: Int32(day - daysTo1970 + shift)).parts
        append(parts.year, width: 4, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        append(parts.month, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: "-"))
        append(parts.day, width: 2, to: &bytes)
    }

    private static func appendClock(_ fraction: Double, to bytes: inout [UInt8]) {
        let rounded = Int((fraction * Double(secondsPerDay)).rounded())
        let seconds = min(rounded, secondsPerDay - 1)
        append(seconds / 3600, width: 2, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        append(seconds / 60 % 60, width: 2, to: &bytes)
        guard seconds % 60 != 0 else { return }
        bytes.append(UInt8(ascii: ":"))
        append(seconds % 60, width: 2, to: &bytes)
    }

    private static func append(_ value: Int, width: Int, to bytes: inout [UInt8]) {
        var scale = 1
        for _ in 1..<width { scale *= 10 }
        while scale > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: value / scale % 10))
            scale /= 10
        }
    }
}
