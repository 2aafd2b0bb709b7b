/// Numbers as Indonesian offices write them: `11.666`, `89,3%`.
package enum NumberText {
    /// `1234567` becomes `1.234.567`.
    package static func grouped(_ value: Int64) -> String {
        let digits = Array(String(value.magnitude).utf8)
        var bytes: [UInt8] = value < 0 ? [UInt8(ascii: "-")] : []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { bytes.append(UInt8(ascii: ".")) }
            bytes.append(digit)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    package static func grouped(_ value: Int) -> String { grouped(Int64(value)) }

    /// `part` of `whole` in percent with one decimal, rounded half up: `47,2%`. A dash when there
    /// is no whole.
    package static func percent(_ part: Int, of whole: Int) -> String {
        guard whole > 0 else { return "–" }
        let tenths = (part * 2000 + whole) / (whole * 2)
        return "\(grouped(tenths / 10)),\(tenths % 10)%"
    }

    /// `value` with leading zeros up to `width` digits.
    package static func padded(_ value: Int, to width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
