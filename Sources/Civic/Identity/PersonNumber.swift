/// The number by which SIGAP speaks of a person in addresses and on paper: `BKS-7K4M-92`.
///
/// It says nothing about the person: a serial scattered over four characters of base 32 (without I,
/// L, O and U), then two check digits (ISO 7064 MOD 97-10). The body grows to five characters after
/// 1,048,576 people, and so on.
package struct PersonNumber: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// The number of the person with this `serial` (0, 1, 2 …) in the city with this `prefix`.
    package init(prefix: String, serial: Int) {
        precondition(serial >= 0, "serials count from 0")
        var width = 4
        var first = 0
        while serial - first >= 1 << (5 * width) {
            first += 1 << (5 * width)
            width += 1
        }
        let scattered = PersonNumber.scatter(UInt64(serial - first), bits: 5 * width)
        var body: [UInt8] = []
        for position in (0..<width).reversed() {
            body.append(PersonNumber.alphabet[Int(scattered >> UInt64(5 * position)) & 31])
        }
        let check = PersonNumber.check(of: Array(prefix.utf8) + body)
        text =
            "\(prefix)-\(String(decoding: body, as: UTF8.self))-\(NumberText.padded(check, to: 2))"
    }

    /// A number as a person types it: any case, hyphens and blanks optional, O read as 0 and I or L
    /// as 1 in the body. Nil when the check digits do not fit.
    package init?(typed: String, prefix: String) {
        let kept = typed.utf8.filter { ASCII.isDigit($0) || ASCII.isLetter($0) }.map(ASCII.upper)
        let head = Array(prefix.utf8)
        guard kept.count >= head.count + 6, Array(kept.prefix(head.count)) == head else {
            return nil
        }
        let body = kept.dropFirst(head.count).dropLast(2).map(PersonNumber.corrected)
        guard body.allSatisfy(PersonNumber.alphabet.contains),
            let check = Int(String(decoding: kept.suffix(2), as: UTF8.self)),
            check == PersonNumber.check(of: head + body)
        else { return nil }
        text =
            "\(prefix)-\(String(decoding: body, as: UTF8.self))-\(NumberText.padded(check, to: 2))"
    }

    /// A number as it was kept.
    package init(known text: String) { self.text = text }

    /// What stands before the first hyphen: which city.
    package var prefix: String { String(text.prefix { $0 != "-" }) }

    package var description: String { text }

    private static func corrected(_ byte: UInt8) -> UInt8 {
        switch byte {
        case UInt8(ascii: "O"): UInt8(ascii: "0")
        case UInt8(ascii: "I"), UInt8(ascii: "L"): UInt8(ascii: "1")
        default: byte
        }
    }

    /// A bijection on `bits` bits, so that neighbours in time are no neighbours in number. Each step
    /// (odd multiplication, xor with a right shift) can be undone, so no two serials collide.
    private static func scatter(_ value: UInt64, bits: Int) -> UInt64 {
        let mask = (UInt64(1) << UInt64(bits)) - 1
        var mixed = value
        for _ in 0..<3 {
            mixed = (mixed &* 0x9e37_79b9_7f4a_7c15 &+ 0x5_1ab5) & mask
            mixed ^= mixed >> UInt64(bits / 2)
        }
        return mixed
    }

    /// Digits count as 00 to 09 and letters as 10 to 35. Two digits for each, so that a digit typed
    /// for a letter shifts nothing and cannot slip through.
    private static func check(of characters: [UInt8]) -> Int {
        var remainder = 0
        for character in characters {
            let value = ASCII.digit(character) ?? Int(character) - 55
            remainder = (remainder * 100 + value) % 97
        }
        return 98 - remainder * 100 % 97
    }
}
