import Civic

/// Characters that XML cannot hold are written `_xHHHH_` in spreadsheets, one UTF-16 unit each
/// (ECMA-376 part 1, 22.9.2.19).
enum EscapedText {
    private static let underscore = UInt8(ascii: "_")
    private static let escapeBytes = 7

    /// Replaces the escapes from `start` to the end in place; a decoded character is never longer
    /// than its escape.
    static func decode(_ bytes: inout [UInt8], from start: Int) {
        guard let first = nextEscape(in: bytes, from: start) else { return }
        var read = first
        var write = first
        while read < bytes.count {
            if let unit = unit(in: bytes, at: read) {
                read += escapeBytes
                var scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
                if UTF16.isLeadSurrogate(unit), let trail = self.unit(in: bytes, at: read),
                    UTF16.isTrailSurrogate(trail)
                {
                    scalar = UTF16.decode(UTF16.EncodedScalar([unit, trail]))
                    read += escapeBytes
                }
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    bytes[write] = byte
                    write += 1
                }
            } else {
                bytes[write] = bytes[read]
                read += 1
                write += 1
            }
        }
        bytes.removeSubrange(write...)
    }

    private static func nextEscape(in bytes: [UInt8], from start: Int) -> Int? {
        var at = start
        while at + escapeBytes <= bytes.count {
            if bytes[at] == underscore, unit(in: bytes, at: at) != nil { return at }
            at += 1
        }
        return nil
    }

    private static func unit(in bytes: [UInt8], at start: Int) -> UInt16? {
        guard start + escapeBytes <= bytes.count, bytes[start] == underscore,
            bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == underscore
        else { return nil }
        var unit: UInt16 = 0
        for index in start + 2..<start + 6 {
            guard let digit = hexDigit(bytes[index]) else { return nil }
            unit = unit << 4 | digit
        }
        return unit
    }

    private static func hexDigit(_ byte: UInt8) -> UInt16? {
        switch ASCII.upper(byte) {
        case let digit where ASCII.isDigit(digit): UInt16(digit - UInt8(ascii: "0"))
        case let letter where (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(letter):
            UInt16(letter - UInt8(ascii: "A")) + 10
        default: nil
        }
    }
}
