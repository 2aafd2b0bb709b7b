/// Decimal digits as bytes.
enum Digits {
    /// Appends `value`, which is not negative, with leading zeros up to `width`.
    static func append(_ value: Int, width: Int, to bytes: inout [UInt8]) {
        append(UInt64(value), width: width, to: &bytes)
    }

    /// How many digits `value` has.
    static func count(_ value: UInt64) -> Int {
        var count = 1
        var rest = value / 10
        while rest > 0 {
            count += 1
            rest /= 10
        }
        return count
    }

    static func append(_ value: UInt64, width: Int, to bytes: inout [UInt8]) {
        let start = bytes.count
        var rest = value
        repeat {
            bytes.append(48 + UInt8(rest % 10))
            rest /= 10
        } while rest > 0
        while bytes.count - start < width { bytes.append(48) }
        bytes[start...].reverse()
    }
}
