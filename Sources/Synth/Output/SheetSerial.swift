import Civic

/// Days as spreadsheets count them: 1 for 1900-01-01, with a 29 February 1900 that never was.
enum SheetSerial {
    private static var daysTo1970: Int { 25_569 }

    /// Nil before March 1900, where the count is wrong.
    static func of(_ day: Day) -> UInt64? {
        let serial = Int(day.number) + daysTo1970
        return serial > 60 ? UInt64(serial) : nil
    }

    static func day(_ serial: UInt64) -> Day { Day(number: Int32(Int(serial) - daysTo1970)) }
}
