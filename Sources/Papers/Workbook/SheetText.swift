import Civic

/// Text as it may stand in a spreadsheet.
package enum SheetText {
    /// Most characters that Excel keeps in one cell, in UTF-16 units.
    static let unitsMax = 32_767

    /// Text that cannot act: a first character with which a formula begins gets an apostrophe before
    /// it. The cell is text here in any case; the apostrophe protects whoever saves the sheet as CSV
    /// and opens that.
    package static func inert(_ text: String) -> String {
        guard let first = text.utf8.first else { return text }
        switch first {
        case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "@"), UInt8(ascii: "\t"),
            UInt8(ascii: "\r"):
            return "'\(text)"
        case UInt8(ascii: "-"): return isNegativeNumber(text) ? text : "'\(text)"
        default: return text
        }
    }

    /// Text as the file format can hold it. What looks like an escape is escaped itself, and what
    /// XML forbids is replaced; other control characters are escaped by the library.
    static func storable(_ text: String) -> String {
        guard needsRewriting(text) else { return text }
        var bytes: [UInt8] = []
        let source = Array(text.utf8)
        for (index, byte) in source.enumerated() {
            if byte == 0 {
                bytes.append(contentsOf: "\u{FFFD}".utf8)
            } else if isEscape(source, at: index) {
                bytes.append(contentsOf: "_x005F_".utf8)
            } else {
                bytes.append(byte)
            }
        }
        let kept = String(decoding: bytes, as: UTF8.self).unicodeScalars.map {
            $0 == "\u{FFFE}" || $0 == "\u{FFFF}" ? "\u{FFFD}" : $0
        }
        return String(String.UnicodeScalarView(kept))
    }

    private static func isNegativeNumber(_ text: String) -> Bool {
        let parts = text.utf8.dropFirst().split(
            maxSplits: 1, omittingEmptySubsequences: false,
            whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
        return parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(ASCII.isDigit) }
    }

    private static func needsRewriting(_ text: String) -> Bool {
        text.utf8.contains { $0 == 0 || $0 == UInt8(ascii: "_") || $0 == 0xEF }
    }

    /// Whether `_xHHHH_` begins here.
    private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
        guard index + 6 < bytes.count, bytes[index] == UInt8(ascii: "_"),
            bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_")
        else { return false }
        return bytes[index + 2..<index + 6].allSatisfy {
            ASCII.isDigit($0) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(ASCII.upper($0))
        }
    }
}
