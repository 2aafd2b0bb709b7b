import Civic
import Intake

/// All records of a text, as the reader of separated text sees them.
enum Records {
    static func of(_ text: String, separator: Character = ",") throws(Problem) -> [[String]] {
        try of(bytes: Array(text.utf8), separator: separator).map(\.fields)
    }

    static func of(
        bytes: [UInt8], separator: Character = ","
    ) throws(Problem) -> [(row: Int, fields: [String])] {
        try last(.max, of: bytes, separator: separator)
    }

    /// The last few records, which is quick for long files.
    static func last(
        _ count: Int, of bytes: [UInt8], separator: Character = ","
    ) throws(Problem) -> [(row: Int, fields: [String])] {
        let file = ListFile(bytes)
        var reader = try CSVReader(path: file.path, separator: separator.asciiValue ?? 0)
        var records: [(row: Int, fields: [String])] = []
        try reader.readRecords { (row, bytes, fields) throws(Problem) in
            var texts: [String] = []
            for index in fields.indices {
                let field = bytes.extracting(fields[index].indices)
                texts.append(
                    field.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
            }
            if records.count == count { records.removeFirst() }
            records.append((row, texts))
        }
        return records
    }
}

/// Separated text as RFC 4180 describes it, read letter by letter.
enum SlowCSV {
    static func records(_ text: String, separator: Character) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field = ""
        var isQuoted = false
        var letters = Array(text.replacing("\r\n", with: "\n").replacing("\r", with: "\n"))
        if letters.last != "\n", !letters.isEmpty { letters.append("\n") }
        var index = 0
        while index < letters.count {
            let letter = letters[index]
            index += 1
            if isQuoted {
                if letter != "\"" {
                    field.append(letter)
                } else if index < letters.count, letters[index] == "\"" {
                    field.append("\"")
                    index += 1
                } else {
                    isQuoted = false
                }
            } else if letter == "\"", field.isEmpty {
                isQuoted = true
            } else if letter == separator {
                record.append(field)
                field = ""
            } else if letter == "\n" {
                records.append(record + [field])
                (record, field) = ([], "")
            } else {
                field.append(letter)
            }
        }
        return records
    }
}
