package import Civic

/// One sheet or text file as somebody sent it through the browser: what it says, what its columns
/// seem to mean, and every record as written.
package struct SheetReading: Sendable {
    /// Nil for a text.
    package let sheet: String?
    /// As written, by position; empty texts where there is no heading.
    package let headings: [String]
    /// By position; nil for a column that is not needed or that nobody could guess.
    package let columns: [Column?]
    /// The first records below the heading.
    package let preview: [[String]]
    /// Every record that holds something, people or not.
    package let records: RecordLog
    /// Nil while no column says who the people are.
    package let delivery: Delivery?

    /// `C`, the name that a spreadsheet gives to a column.
    package static func letters(of field: Int) -> String { ColumnPlan.letters(of: field) }
}

extension DeliveryReader {
    /// Reads what somebody sent, records and all; sheets without any record are left out.
    ///
    /// - Parameters:
    ///   - file: the bytes.
    ///   - name: what the sender calls it, for messages only.
    ///   - agency: whose list it is.
    ///   - columns: what the columns mean, by position; nil to guess.
    /// - Returns: the sheets in order.
    /// - Throws: a ``Problem`` with the name when nothing can be read.
    package func readSheets(
        _ file: borrowing MemoryFile, name: String, agency: Agency, columns: [Column?]?
    ) throws(Problem) -> [SheetReading] {
        do throws(Problem) {
            let head = try FileHead.read(file.path)
            guard head.isWorkbook else {
                return try readTextSheet(file.path, head, name, agency, columns)
            }
            return try readWorkbookSheets(file.path, name, agency, columns)
        } catch {
            var problem = error
            // The path of bytes in memory means nothing to anybody.
            if problem.spot?.file != nil { problem.spot?.file = name }
            throw problem
        }
    }

    private func readTextSheet(
        _ path: String, _ head: FileHead, _ name: String, _ agency: Agency, _ columns: [Column?]?
    ) throws(Problem) -> [SheetReading] {
        try head.requireText(name)
        var list = ListInterpreter(
            fileName: name, agency: agency, context: context, columns: columns, keepsRecords: true)
        var reader = try CSVReader(path: path, separator: Dialect.separator(of: head.bytes.span))
        try reader.readRecords { (row, bytes, fields) throws(Problem) in
            list.accept(row, bytes, fields)
        }
        return list.finishSheet(source: name, sheet: nil).map { [$0] } ?? []
    }

    private func readWorkbookSheets(
        _ path: String, _ name: String, _ agency: Agency, _ columns: [Column?]?
    ) throws(Problem) -> [SheetReading] {
        var workbook = try Workbook(path: path)
        var found: [SheetReading] = []
        for (index, sheet) in workbook.sheets.enumerated() where !sheet.isHidden {
            var list = ListInterpreter(
                fileName: name, agency: agency, context: context, columns: columns,
                keepsRecords: true)
            try workbook.readRows(of: index) { (row, bytes, fields) throws(Problem) in
                list.accept(row, bytes, fields)
            }
            if let reading = list.finishSheet(source: name, sheet: sheet.name) {
                found.append(reading)
            }
        }
        return found
    }
}
