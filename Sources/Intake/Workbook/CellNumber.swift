import Civic

/// Rewrites the number at the end of a buffer as people write it, without exponents.
enum CellNumber {
    /// Integral values from here on keep only the digits that tell them from their neighbours.
    private static let integralMax = 1e17
    private static let digitsMax = 17
    /// Every decimal of so many digits survives the way through a Double unchanged.
    private static let exactDigitsMax = 15

    /// Rewrites the bytes from `start` to the end. What is no number stays as it is.
    static func rewrite(_ bytes: inout [UInt8], from start: Int) {
        if isPlain(bytes, from: start) { return }
        guard let value = value(bytes, from: start) else { return }
        bytes.removeSubrange(start...)
        append(value, to: &bytes)
    }

    /// The value of the bytes from `start` to the end; nil when they are no decimal number.
    static func value(_ bytes: [UInt8], from start: Int) -> Double? {
        let text = bytes[start...]
        // Double also reads words and hexadecimal, which are text in a spreadsheet.
        guard text.allSatisfy(isNumeric), let value = Double(String(decoding: text, as: UTF8.self)),
            value.isFinite
        else { return nil }
        return value
    }

    static func append(_ value: Double, to bytes: inout [UInt8]) {
        if value.rounded(.towardZero) == value, value.magnitude < integralMax {
            append(Int(value), to: &bytes)
        } else {
            appendPlain(value.description, to: &bytes)
        }
    }

    static func append(_ value: Int, to bytes: inout [UInt8]) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        let start = bytes.count
        var rest = value.magnitude
        repeat {
            bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// Whether the text already is what ``rewrite(_:from:)`` would make of it: the common case, told
    /// without computing.
    @inline(__always)
    private static func isPlain(_ bytes: [UInt8], from start: Int) -> Bool {
        var at = start
        if at < bytes.count, bytes[at] == UInt8(ascii: "-") { at += 1 }
        let whole = at
        while at < bytes.count, ASCII.isDigit(bytes[at]) { at += 1 }
        let wholeDigits = at - whole
        guard wholeDigits > 0 else { return false }
        let startsWithZero = bytes[whole] == UInt8(ascii: "0")
        if at == bytes.count {
            return wholeDigits <= digitsMax && (!startsWithZero || bytes.count - start == 1)
        }
        guard bytes[at] == UInt8(ascii: "."), !startsWithZero || wholeDigits == 1 else {
            return false
        }
        at += 1
        let fraction = at
        while at < bytes.count, ASCII.isDigit(bytes[at]) { at += 1 }
        return at == bytes.count && at > fraction && bytes[at - 1] != UInt8(ascii: "0")
            && wholeDigits + at - fraction <= exactDigitsMax
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
            UInt8(ascii: "E"):
            true
        default: ASCII.isDigit(byte)
        }
    }

    /// `1.25e-05` becomes `0.0000125`, `1e+17` becomes `100000000000000000`.
    private static func appendPlain(_ description: String, to bytes: inout [UInt8]) {
        if description.hasPrefix("-") { bytes.append(UInt8(ascii: "-")) }
        let halves = description.split(separator: "e")
        let exponent = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
        let mantissa = halves[0].utf8.drop { $0 == UInt8(ascii: "-") }
        var digits = mantissa.filter(ASCII.isDigit)
        var point = exponent + mantissa.prefix { $0 != UInt8(ascii: ".") }.count
        while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
        if point < 1 {
            digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: 1 - point), at: 0)
            point = 1
        }
        if point >= digits.count {
            bytes.append(contentsOf: digits)
            bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: point - digits.count))
        } else {
            bytes.append(contentsOf: digits[..<point])
            bytes.append(UInt8(ascii: "."))
            bytes.append(contentsOf: digits[point...])
        }
    }
}
