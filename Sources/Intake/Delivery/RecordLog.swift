import Civic

/// The cells of records as they were written, compactly, for whoever has to show or correct them.
package struct RecordLog: Sendable {
    private struct Record: BitwiseCopyable {
        let number: UInt32
        let firstCell: UInt32
        let cells: UInt16
    }

    private var records: [Record] = []
    private var ends: [UInt32] = []
    private var text: [UInt8] = []

    package var count: Int { records.count }

    /// Position of the record in its file, from 1.
    package func number(_ index: Int) -> Int { Int(records[index].number) }

    /// Trimmed, with single blanks; empty for an empty cell.
    package func cells(_ index: Int) -> [String] {
        let record = records[index]
        return (0..<Int(record.cells)).map { position in
            let cell = Int(record.firstCell) + position
            let start = cell == 0 ? 0 : Int(ends[cell - 1])
            return String(decoding: text[start..<Int(ends[cell])], as: UTF8.self)
        }
    }

    /// Cells beyond this many bytes are cut: no value of a list is as long.
    private static let cellBytesMax = 500

    mutating func append(_ number: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>) {
        let first = ends.count
        let width = min(fields.count, ColumnPlan.columnsMax)
        for index in 0..<width {
            let start = text.count
            _ = CellText.append(CellText.trimmed(bytes, fields[index]), to: &text)
            cut(from: start)
            ends.append(UInt32(text.count))
        }
        records.append(
            Record(number: UInt32(number), firstCell: UInt32(first), cells: UInt16(width)))
    }

    /// Never inside a character.
    private mutating func cut(from start: Int) {
        guard text.count - start > RecordLog.cellBytesMax else { return }
        var end = start + RecordLog.cellBytesMax
        while end > start, text[end] & 0xC0 == 0x80 { end -= 1 }
        text.removeLast(text.count - end)
    }
}
