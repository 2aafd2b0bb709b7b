/// A code of the Ministry of Home Affairs: province `32`, city `32.75`, district `32.75.01` or
/// village `32.75.01.1001`.
package struct PlaceCode: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Always ten digits: missing levels are zero.
    package let number: UInt64

    /// Reads the four written forms, with or without points. Nil for anything else.
    package init?(_ text: some StringProtocol) {
        let kept = text.utf8.filter { $0 != UInt8(ascii: ".") }
        guard [2, 4, 6, 10].contains(kept.count), kept.allSatisfy(ASCII.isDigit),
            let value = UInt64(String(decoding: kept, as: UTF8.self))
        else { return nil }
        number = (kept.count..<10).reduce(value) { padded, _ in padded * 10 }
    }

    /// From the first six digits of an identity number.
    package init(district: Int) { number = UInt64(district) * 10_000 }

    package enum Level: Int, Sendable { case province, regency, district, village }

    package var level: Level {
        if number % 10_000 != 0 { return .village }
        if number % 1_000_000 != 0 { return .district }
        return number % 100_000_000 != 0 ? .regency : .province
    }

    /// The district a village lies in; the code itself for higher levels.
    package var district: PlaceCode { PlaceCode(district: Int(number / 10_000)) }

    package static func < (left: PlaceCode, right: PlaceCode) -> Bool { left.number < right.number }

    package var description: String {
        let text = NumberText.padded(Int(number), to: 10)
        let characters = Array(text)
        func part(_ range: Range<Int>) -> String { String(characters[range]) }
        let parts = [part(0..<2), part(2..<4), part(4..<6), part(6..<10)]
        return parts.prefix(level.rawValue + 1).joined(separator: ".")
    }
}
