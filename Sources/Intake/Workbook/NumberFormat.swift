import Civic

/// Tells dates from other numbers by the format of their cell.
enum NumberFormat {
    /// Formats that every Excel knows by number (ECMA-376 part 1, 18.8.30).
    static func kind(ofBuiltIn id: Int) -> NumberKind {
        switch id {
        case 18...21, 45...47: .clock
        case 14...22, 27...36, 50...58: .day
        default: .number
        }
    }

    /// The kind by a format's code, such as `[$-421]dd mmmm yyyy;@`. Files keep codes in English
    /// letters whatever the language of the Excel that wrote them.
    static func kind(of code: String) -> NumberKind {
        var hasDay = false
        var hasMonth = false
        var hasClock = false
        var bytes = Array(code.utf8)[...]
        while let byte = bytes.popFirst() {
            switch ASCII.upper(byte) {
            // A quoted text, or a colour, a language or a condition in brackets: no placeholders.
            case UInt8(ascii: "\""): skip(past: UInt8(ascii: "\""), in: &bytes)
            case UInt8(ascii: "["): skip(past: UInt8(ascii: "]"), in: &bytes)
            // The next character is literal, a width or a filler.
            case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): _ = bytes.popFirst()
            case UInt8(ascii: "D"), UInt8(ascii: "Y"): hasDay = true
            case UInt8(ascii: "M"): hasMonth = true
            case UInt8(ascii: "H"), UInt8(ascii: "S"): hasClock = true
            // Only the section for positive numbers decides.
            case UInt8(ascii: ";"): bytes = []
            default: continue
            }
        }
        if hasDay { return .day }
        // Beside hours or seconds an M is a minute.
        if hasClock { return .clock }
        return hasMonth ? .day : .number
    }

    private static func skip(past end: UInt8, in bytes: inout ArraySlice<UInt8>) {
        while let byte = bytes.popFirst(), byte != end {}
    }
}
