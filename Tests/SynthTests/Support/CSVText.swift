import Foundation

/// A slow and plain reader of separated text, to look at the lists with other eyes.
enum CSVText {
    /// The text of a file in UTF-8 or, failing that, Windows-1252.
    static func read(_ path: String) throws -> String {
        let data = try Data(contentsOf: URL(filePath: path))
        let text =
            String(data: data, encoding: .utf8) ?? String(data: data, encoding: .windowsCP1252)
        guard let text else { throw CocoaError(.fileReadUnknownStringEncoding) }
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    /// The records of a text; the separator is the commonest candidate of the last line.
    static func records(_ text: String) -> [[String]] {
        let last = text.split(whereSeparator: \.isNewline).last ?? ""
        let separator =
            [",", ";", "|"].map(Character.init).max { left, right in
                last.count { $0 == left } < last.count { $0 == right }
            } ?? ","
        var records: [[String]] = []
        var record: [String] = []
        var cell = ""
        var quoted = false
        for character in text {
            if character == "\"" {
                // A doubled quote inside a quoted cell closes and opens it again.
                if !quoted, !cell.isEmpty { cell.append(character) }
                quoted.toggle()
            } else if quoted {
                cell.append(character)
            } else if character == separator {
                record.append(cell)
                cell = ""
            } else if character.isNewline {
                records.append(record + [cell])
                record = []
                cell = ""
            } else {
                cell.append(character)
            }
        }
        return records
    }
}
