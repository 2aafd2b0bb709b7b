/// An Indonesian telephone number, kept as its digits after the country code: 0812-3456-7890 is
/// 81234567890.
package struct PhoneNumber: Hashable, Sendable {
    package let digits: UInt64

    /// Reads `0812…`, `62812…`, `+62 812-…`, `812…`; 8 to 12 digits must remain. Nil otherwise.
    package init?(_ bytes: Span<UInt8>) {
        var value: UInt64 = 0
        var count = 0
        for index in bytes.indices {
            guard let digit = ASCII.digit(bytes[index]) else {
                if ASCII.isLetter(bytes[index]) { return nil }
                continue
            }
            if value == 0, digit == 0 { continue }
            value = value &* 10 &+ UInt64(digit)
            count += 1
            if count == 2, value == 62 { (value, count) = (0, 0) }
            if count > 12 { return nil }
        }
        guard count >= 8 else { return nil }
        digits = value
    }

    package init?(_ text: String) {
        var text = text
        guard let number = text.withUTF8({ PhoneNumber(Span(_unsafeElements: $0)) }) else {
            return nil
        }
        self = number
    }

    /// `0812-3456-7890`.
    package func revealed() -> String {
        let text = Array("0\(digits)")
        var groups: [String] = []
        var start = 0
        while start < text.count {
            let end = text.count - start <= 5 ? text.count : start + 4
            groups.append(String(text[start..<end]))
            start = end
        }
        return groups.joined(separator: "-")
    }

    /// `0812••••890`.
    package var masked: String { "0\(String(digits).prefix(3))••••\(String(digits).suffix(3))" }
}

extension PhoneNumber: CustomStringConvertible {
    package var description: String { masked }
}
