/// The national identity number, 16 digits `PPKKCC DDMMYY SSSS`: place of first registration, birth
/// date (day + 40 for women), serial.
///
/// A value of this type has passed every hard check of Permendagri numbering: 16 digits, a possible
/// day and month, a date that exists in some century, a serial that is not 0000. It prints masked;
/// the full digits need ``revealed()``.
package struct NIK: Hashable, Sendable {
    package let digits: UInt64

    /// Nil when a hard rule is broken; ``NIKFault/of(digits:)`` names it.
    package init?(digits: UInt64) {
        guard NIKFault.of(digits: digits) == nil else { return nil }
        self.digits = digits
    }

    /// Sixteen ASCII digits and nothing else.
    package init?(_ text: some StringProtocol) {
        guard text.utf8.count == 16 else { return nil }
        var value: UInt64 = 0
        for byte in text.utf8 {
            guard let digit = ASCII.digit(byte) else { return nil }
            value = value * 10 + UInt64(digit)
        }
        self.init(digits: value)
    }

    package var parts: NIKParts { NIKParts(digits: digits) }

    package var sex: Sex { parts.sex }

    /// Every digit. Whoever calls this on behalf of a person must record it.
    package func revealed() -> String { NumberText.padded(Int(digits), to: 16) }

    /// `3275••••••••0417`.
    package var masked: String {
        let text = revealed()
        return "\(text.prefix(4))••••••••\(text.suffix(4))"
    }
}

extension NIK: CustomStringConvertible {
    package var description: String { masked }
}

extension NIK: CustomDebugStringConvertible {
    package var debugDescription: String { masked }
}

/// Sex as identity papers record it.
package enum Sex: UInt8, Sendable, Hashable {
    case male = 1
    case female = 2
}

/// The fields of sixteen digits, whether or not they make a valid number.
@frozen package struct NIKParts: Sendable {
    /// `PPKKCC` as one number, 327501.
    package let district: Int
    /// Day of birth without the 40 that marks a woman.
    package let day: Int
    package let month: Int
    /// Two digits.
    package let year: Int
    package let serial: Int
    package let sex: Sex

    package init(digits: UInt64) {
        serial = Int(digits % 10_000)
        year = Int(digits / 10_000 % 100)
        month = Int(digits / 1_000_000 % 100)
        let written = Int(digits / 100_000_000 % 100)
        sex = written > 40 ? .female : .male
        day = written > 40 ? written - 40 : written
        district = Int(digits / 10_000_000_000)
    }

    package var province: Int { district / 10_000 }
    package var regency: Int { district / 100 }

    /// The birth dates these digits allow on `day`: those that give an age of 0 to 120.
    package func birthDates(on today: Day) -> [Day] {
        [1900, 2000].compactMap { century -> Day? in
            guard let date = Day(year: century + year, month: month, day: self.day) else {
                return nil
            }
            return (0...120).contains(date.age(on: today)) ? date : nil
        }
    }

    /// Whether `date` is the one written in these digits, whatever its century.
    package func names(_ date: Day) -> Bool {
        let parts = date.parts
        return parts.day == day && parts.month == month && parts.year % 100 == year
    }
}

/// The hard faults of an identity number, in the order in which they are reported.
package enum NIKFault: String, Sendable, Hashable {
    case notSixteenDigits = "nik-length"
    case notDigits = "nik-characters"
    case impossibleDay = "nik-day"
    case impossibleMonth = "nik-month"
    case impossibleDate = "nik-date"
    case zeroSerial = "nik-serial"

    /// The first fault of sixteen digits, or nil. Numbers below 10^15 begin with a zero, which no
    /// province has, and count as too short.
    package static func of(digits: UInt64) -> NIKFault? {
        guard digits >= 1_000_000_000_000_000, digits < 10_000_000_000_000_000 else {
            return .notSixteenDigits
        }
        let parts = NIKParts(digits: digits)
        guard (1...31).contains(parts.day) else { return .impossibleDay }
        guard (1...12).contains(parts.month) else { return .impossibleMonth }
        let exists =
            parts.day <= Day.lastDay(ofMonth: parts.month, year: 1900 + parts.year)
            || parts.day <= Day.lastDay(ofMonth: parts.month, year: 2000 + parts.year)
        guard exists else { return .impossibleDate }
        return parts.serial == 0 ? .zeroSerial : nil
    }
}
