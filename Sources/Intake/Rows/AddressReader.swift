import Civic

/// Takes one address field apart: `Jl. Mawar No. 3 RT 003/011 Kel. Bekasi Jaya Kec. Bekasi Timur`.
struct AddressReader {
    var rt: UInt16 = 0
    var rw: UInt16 = 0
    private(set) var village = ""
    private(set) var district = ""
    /// The last two parts between commas that hold letters only.
    private(set) var segments: [String] = []

    init(_ address: String) {
        segments = address.split(separator: ",").suffix(2).map { Text.trimmed(String($0)) }
            .filter { part in !part.isEmpty && !part.utf8.contains(where: ASCII.isDigit) }
        let words = AddressReader.words(address)
        var index = 0
        while index < words.count {
            switch words[index].text {
            case "RT", "RTRW":
                // "RT/RW 003/011" names both before it numbers them.
                if index + 1 < words.count, words[index + 1].text == "RW" { index += 1 }
                rt = AddressReader.number(words, after: &index)
                if index < words.count, words[index].isNumber { rw = words[index].number }
            case "RW": rw = AddressReader.number(words, after: &index)
            case "KEL", "KELURAHAN", "DESA", "DS":
                village = AddressReader.name(words, after: &index)
            case "KEC", "KECAMATAN": district = AddressReader.name(words, after: &index)
            default: index += 1
            }
        }
    }

    /// Both numbers of `003/011` or `RT 3 RW 11`; the first is the RT.
    static func rtAndRw(_ cell: Span<UInt8>) -> (rt: UInt16, rw: UInt16) {
        var numbers: [UInt16] = []
        var value: UInt16?
        for index in cell.indices {
            if let digit = ASCII.digit(cell[index]) {
                value = (value ?? 0) &* 10 &+ UInt16(digit)
            } else if let number = value {
                numbers.append(number)
                value = nil
            }
        }
        if let value { numbers.append(value) }
        return (numbers.first ?? 0, numbers.count > 1 ? numbers[1] : 0)
    }

    private struct Word {
        let text: String
        var isNumber: Bool { text.utf8.first.map(ASCII.isDigit) ?? false }
        var number: UInt16 { UInt16(text.prefix(4)) ?? 0 }
    }

    /// Words in capitals, letters and digits apart, so that `RT003` is two words.
    private static func words(_ address: String) -> [Word] {
        var words: [Word] = []
        var current: [UInt8] = []
        func close() {
            if !current.isEmpty {
                words.append(Word(text: String(decoding: current, as: UTF8.self)))
            }
            current.removeAll()
        }
        for byte in address.utf8 {
            let isWordByte = ASCII.isLetter(byte) || ASCII.isDigit(byte)
            if !isWordByte
                || current.first.map({ ASCII.isDigit($0) != ASCII.isDigit(byte) }) ?? false
            {
                close()
            }
            if isWordByte { current.append(ASCII.upper(byte)) }
            if byte == UInt8(ascii: ",") { words.append(Word(text: ",")) }
        }
        close()
        return words
    }

    private static func number(_ words: [Word], after index: inout Int) -> UInt16 {
        index += 1
        guard index < words.count, words[index].isNumber else { return 0 }
        defer { index += 1 }
        return words[index].number
    }

    private static let markers: Set<String> = [
        ",", "RT", "RW", "KEL", "KELURAHAN", "KEC", "KECAMATAN", "KOTA", "KAB", "DESA", "KODEPOS",
    ]

    /// The words up to the next comma, number or marker.
    private static func name(_ words: [Word], after index: inout Int) -> String {
        index += 1
        var parts: [String] = []
        while index < words.count, !words[index].isNumber {
            // "Kota Baru" is a name; "Durenjaya Kota Bekasi" names the city too.
            let isMarker = markers.contains(words[index].text)
            if isMarker, !(parts.isEmpty && words[index].text == "KOTA") { break }
            parts.append(words[index].text)
            index += 1
        }
        return parts.joined(separator: " ")
    }
}
