import Civic

/// A list as text: cells between separators, quoted where they must be, in the encoding of the
/// agency.
final class CSVList: RowSink {
    private let file: FileOutput
    private let separator: UInt8
    private let encoding: ListLayout.Encoding
    private let endsWithReturn: Bool

    var padsRows: Bool { true }

    init(_ path: String, _ layout: ListLayout) throws(Problem) {
        file = try FileOutput(path)
        separator = layout.separator
        encoding = layout.encoding
        endsWithReturn = layout.endsWithReturn
        if encoding == .utf8Marked {
            try file.append { $0.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
        }
    }

    func write(_ row: borrowing RowBuffer) throws(Problem) {
        try file.append { bytes in
            for index in 0..<row.count {
                if index > 0 { bytes.append(separator) }
                if row.kind(index) == .date {
                    CSVList.appendDate(row.cell(index), to: &bytes)
                } else {
                    append(row.cell(index), to: &bytes)
                }
            }
            if endsWithReturn { bytes.append(13) }
            bytes.append(10)
        }
    }

    /// A date of a spreadsheet as it looks in text.
    private static func appendDate(_ cell: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        let serial = cell.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 48) }
        DateForm.slashes.append(SheetSerial.day(serial).parts, to: &bytes)
    }

    func finish() throws(Problem) { try file.finish() }

    private func append(_ cell: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
        let quote = UInt8(ascii: "\"")
        let quoted = cell.contains { $0 == separator || $0 == quote || $0 == 10 || $0 == 13 }
        if quoted { bytes.append(quote) }
        for byte in cell {
            // The Latin letters up to U+00BF lose their lead byte in Windows-1252, nothing else.
            if byte == 0xC2, encoding == .windows1252 { continue }
            if byte == quote { bytes.append(quote) }
            bytes.append(byte)
        }
        if quoted { bytes.append(quote) }
    }
}
