package import Civic

/// One sheet, or one separated text, as it was written.
package struct SheetTable: Sendable {
    /// Nil for a text.
    package let sheet: String?
    /// Every record that holds something.
    package let records: RecordLog
}

/// Reads files whose columns mean something else than those of lists of people: nothing is
/// interpreted, but bombs, macros, formulas and damage are met in the same way.
package enum TableReader {
    /// Reads a workbook or a separated text; its content tells which.
    ///
    /// - Parameters:
    ///   - file: the bytes.
    ///   - name: what the sender calls it, for messages only.
    /// - Returns: the sheets that are in sight, in order.
    /// - Throws: a ``Problem`` with the name when nothing can be read.
    package static func read(
        _ file: borrowing MemoryFile, name: String
    ) throws(Problem) -> [SheetTable] {
        do throws(Problem) {
            let head = try FileHead.read(file.path)
            return head.isWorkbook
                ? try sheets(file.path) : [try text(file.path, head, name: name)]
        } catch {
            var problem = error
            // The path of bytes in memory means nothing to anybody.
            if problem.spot?.file != nil { problem.spot?.file = name }
            throw problem
        }
    }

    private static func text(
        _ path: String, _ head: FileHead, name: String
    ) throws(Problem) -> SheetTable {
        try head.requireText(name)
        var records = RecordLog()
        var reader = try CSVReader(path: path, separator: Dialect.separator(of: head.bytes.span))
        try reader.readRecords { (row, bytes, fields) throws(Problem) in
            add(row, bytes, fields, to: &records)
        }
        return SheetTable(sheet: nil, records: records)
    }

    private static func sheets(_ path: String) throws(Problem) -> [SheetTable] {
        var workbook = try Workbook(path: path)
        var found: [SheetTable] = []
        for (index, sheet) in workbook.sheets.enumerated() where !sheet.isHidden {
            var records = RecordLog()
            try workbook.readRows(of: index) { (row, bytes, fields) throws(Problem) in
                add(row, bytes, fields, to: &records)
            }
            found.append(SheetTable(sheet: sheet.name, records: records))
        }
        return found
    }

    private static func add(
        _ row: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>, to records: inout RecordLog
    ) {
        for index in fields.indices where !CellText.trimmed(bytes, fields[index]).isEmpty {
            records.append(row, bytes, fields)
            return
        }
    }
}
