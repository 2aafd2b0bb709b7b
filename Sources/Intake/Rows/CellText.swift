import Civic

/// The text of a cell: trimmed, blanks collapsed, whatever its encoding.
enum CellText {
    /// The part of `field` inside blanks, no-break blanks, and a leading apostrophe or quotes left
    /// by a spreadsheet.
    @_lifetime(copy bytes)
    @inline(__always) static func trimmed(_ bytes: Span<UInt8>, _ field: FieldRange) -> Span<UInt8>
    {
        var start = Int(field.start)
        var end = Int(field.end)
        while start < end {
            if ASCII.isBlank(bytes[start]) || bytes[start] == UInt8(ascii: "'") {
                start += 1
            } else if bytes[start] == 0xC2, start + 1 < end, bytes[start + 1] == 0xA0 {
                start += 2
            } else if bytes[start] == 0xA0 {
                start += 1
            } else {
                break
            }
        }
        while end > start {
            if ASCII.isBlank(bytes[end - 1]) {
                end -= 1
            } else if bytes[end - 1] == 0xA0 {
                end -= end - 2 >= start && bytes[end - 2] == 0xC2 ? 2 : 1
            } else {
                break
            }
        }
        return bytes.extracting(start..<end)
    }

    /// Whether the cell is empty or holds a sign for "nothing": `-`, `--`, `.`, `NULL`, `N/A`.
    static func isNothing(_ cell: Span<UInt8>) -> Bool {
        switch cell.count {
        case 0: return true
        case 1...6:
            var hasContent = false
            for index in cell.indices where !isFiller(cell[index]) { hasContent = true }
            if !hasContent { return true }
            let first = cell[0] | 32
            guard first == UInt8(ascii: "n") || first == UInt8(ascii: "k") else { return false }
            return cell.count >= 2 && nothingWords.contains(LetterKey(cell))
        default:
            for index in cell.indices where !isFiller(cell[index]) { return false }
            return true
        }
    }

    private static func isFiller(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "?"), 32, 0: true
        default: false
        }
    }

    private static let nothingWords: Set<LetterKey> = [
        LetterKey("NULL"), LetterKey("NA"), LetterKey("NIL"), LetterKey("NONE"), LetterKey("NAN"),
        LetterKey("KOSONG"),
    ]

    /// Appends the cell as UTF-8 with single blanks and returns where it stands.
    static func append(_ cell: Span<UInt8>, to text: inout [UInt8]) -> TextRange {
        let start = text.count
        var isPlain = true
        var previous: UInt8 = 0
        for index in cell.indices {
            let byte = cell[index]
            if byte >= 0x80 || byte < 32 || (byte == 32 && previous == 32) {
                isPlain = false
                break
            }
            previous = byte
        }
        if isPlain {
            cell.withUnsafeBufferPointer { text.append(contentsOf: $0) }
        } else {
            appendCleaned(cell, to: &text)
        }
        return TextRange(start: start, count: text.count - start)
    }

    static func string(_ cell: Span<UInt8>) -> String {
        var text: [UInt8] = []
        let whole = FieldRange(start: 0, end: UInt32(cell.count))
        _ = append(trimmed(cell, whole), to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    private static func appendCleaned(_ cell: Span<UInt8>, to text: inout [UInt8]) {
        let isUTF8 = UTF8Check.isValid(cell)
        var lastWasBlank = true
        var index = 0
        while index < cell.count {
            let byte = cell[index]
            index += 1
            let isNoBreak = byte == 0xC2 && isUTF8 && index < cell.count && cell[index] == 0xA0
            if isNoBreak { index += 1 }
            if isNoBreak || ASCII.isBlank(byte) || (!isUTF8 && byte == 0xA0) {
                if !lastWasBlank { text.append(32) }
                lastWasBlank = true
            } else if byte >= 32 {
                lastWasBlank = false
                if isUTF8 || byte < 0x80 {
                    text.append(byte)
                } else {
                    Windows1252.append(byte, to: &text)
                }
            }
        }
    }
}

/// Whether bytes are well-formed UTF-8.
enum UTF8Check {
    static func isValid(_ cell: Span<UInt8>) -> Bool {
        cell.withUnsafeBufferPointer { String(validating: $0, as: UTF8.self) != nil }
    }
}

/// The encoding of older office programs on Windows.
enum Windows1252 {
    /// U+0080 to U+009F of the code page; 0 where nothing is assigned.
    private static let high: [UInt16] = [
        0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
        0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
        0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
    ]

    static func append(_ byte: UInt8, to text: inout [UInt8]) {
        let code = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
        guard code != 0, let scalar = Unicode.Scalar(code) else { return }
        text.append(contentsOf: Array(String(Character(scalar)).utf8))
    }
}
