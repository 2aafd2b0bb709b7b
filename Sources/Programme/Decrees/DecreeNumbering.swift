package import Civic

/// How a city numbers its decrees: data of the region pack.
///
/// A pattern such as `500.15.1/Kep.{nomor}-Disnaker/{bulan}/{tahun}`: `{nomor}` is any number,
/// `{bulan}` the month of the date in Roman numerals, `{tahun}` its year.
package struct DecreeNumbering: Hashable, Sendable {
    package let pattern: String

    private static let roman = [
        "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII",
    ]
    private static let serialLengthMax = 6
    private static let serial = "{nomor}"

    /// Nil for a pattern that has not exactly one number.
    package init?(_ pattern: String) {
        guard DecreeNumbering.halves(pattern) != nil else { return nil }
        self.pattern = pattern
    }

    /// The number with this serial on `day`.
    package func text(_ serial: Int, on day: Day) -> String {
        dated(day).replacing(DecreeNumbering.serial, with: String(serial))
    }

    /// Whether `number` is one that a decree of `day` may have.
    package func fits(_ number: String, on day: Day) -> Bool {
        guard let (head, tail) = DecreeNumbering.halves(dated(day)), number.hasPrefix(head),
            number.hasSuffix(tail), number.utf8.count > head.utf8.count + tail.utf8.count
        else { return false }
        let serial = number.utf8.dropFirst(head.utf8.count).dropLast(tail.utf8.count)
        return serial.count <= DecreeNumbering.serialLengthMax && serial.allSatisfy(ASCII.isDigit)
            && serial.contains { $0 != UInt8(ascii: "0") }
    }

    private func dated(_ day: Day) -> String {
        let month = DecreeNumbering.roman[day.month.monthOfYear - 1]
        return pattern.replacing("{bulan}", with: month)
            .replacing("{tahun}", with: String(day.month.year))
    }

    private static func halves(_ pattern: String) -> (head: String, tail: String)? {
        let halves = pattern.split(separator: serial, omittingEmptySubsequences: false)
        return halves.count == 2 ? (String(halves[0]), String(halves[1])) : nil
    }
}
