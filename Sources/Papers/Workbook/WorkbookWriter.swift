import CXlsxWriter
package import Civic

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Writes an Excel workbook row by row; memory does not grow with the rows.
///
/// The file appears under its name only when ``finish()`` has returned, complete or not at all, and
/// the same input gives the same bytes. Call ``beginSheet(_:columns:)``, then ``append(_:)`` for
/// each row, for one sheet after the other.
package struct WorkbookWriter: ~Copyable {
    private struct Sheet {
        let pointer: UnsafeMutablePointer<lxw_worksheet>
        let columns: [SheetColumn]
        /// Rows written so far, heading included.
        var rows: UInt32
        /// Bytes that the library has set aside for the rows.
        var bytes = 0
    }

    /// Excel's own limit, heading included.
    private static let rowsMax: UInt32 = 1_048_576
    private static let wholeSheet = "A1:XFD1048576"
    /// Excel keeps fifteen digits of a number; a longer one is written as text.
    private static let exactMax: Int64 = 999_999_999_999_999
    /// Rows after which the temporary file is asked whether it still takes them.
    private static let rowsPerCheck: UInt32 = 1024

    private let name: String
    private let target: String
    private let temporary: String
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let formats: SheetFormats
    private var sheets: [Sheet] = []
    private var isClosed = false
    private var isPublished = false

    /// Begins a workbook beside `path`.
    ///
    /// - Parameters:
    ///   - path: The file to make or to replace.
    ///   - created: The day that the file's properties show. Not the clock: the same input has to
    ///     give the same bytes.
    /// - Throws: `workbook-write` when the folder does not take a file.
    package init(path: String, created: Day) throws(Problem) {
        name = String(path.split(separator: "/").last ?? "")
        target = path
        do throws(SheetFault) {
            let temporary = try WorkbookFile.makeTemporary(beside: path)
            guard let book = WorkbookFile.open(temporary, created: created) else {
                unlink(temporary)
                throw .disk
            }
            self.temporary = temporary
            self.book = book
        } catch { throw error.problem(file: name) }
        formats = SheetFormats(book)
    }

    deinit {
        if !isClosed { lxw_workbook_free(book) }
        if !isPublished { unlink(temporary) }
    }

    /// Begins a sheet with a heading that stays in sight and can be filtered.
    ///
    /// - Throws: `workbook-sheet-name` when Excel does not allow the name.
    package mutating func beginSheet(_ title: String, columns: [SheetColumn]) throws(Problem) {
        try endSheet()
        guard !title.isEmpty, workbook_validate_sheet_name(book, title) == LXW_NO_ERROR,
            let sheet = workbook_add_worksheet(book, title)
        else { throw SheetFault.sheetName(title).problem(file: name) }
        for (index, column) in columns.enumerated() {
            let position = UInt16(index)
            worksheet_set_column(
                sheet, position, position, column.width, formats.format(of: column.kind))
            worksheet_write_string(
                sheet, 0, position, SheetText.storable(column.title), formats.heading)
        }
        worksheet_freeze_panes(sheet, 1, 0)
        // Digits kept as text are meant so: no green corner on every NIK.
        worksheet_ignore_errors(
            sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), Self.wholeSheet)
        sheets.append(Sheet(pointer: sheet, columns: columns, rows: 1))
    }

    /// Adds a row to the sheet begun last, one value for each of its columns.
    ///
    /// - Throws: `workbook-rows` beyond Excel's 1,048,576 rows, `workbook-text` for a text beyond
    ///   its 32,767 characters, `workbook-write` when the disk is full.
    package mutating func append(_ values: [CellValue]) throws(Problem) {
        guard let sheet = sheets.last else { preconditionFailure("a row needs a sheet") }
        precondition(values.count == sheet.columns.count, "one value for each column")
        do throws(SheetFault) {
            guard sheet.rows < Self.rowsMax else { throw .rows }
            for (index, value) in values.enumerated() { try write(value, at: index, of: sheet) }
            if sheet.rows % Self.rowsPerCheck == 0 { try WorkbookFile.check(sheet.pointer) }
        } catch { throw error.problem(file: name) }
        sheets[sheets.count - 1].rows += 1
    }

    /// Adds the sheet that tells where the numbers come from: date, filter, who, hash.
    package mutating func writeNotes(
        _ notes: [(key: String, value: String)], title: String = "Keterangan"
    ) throws(Problem) {
        let keys = SheetColumn("Hal", width: 24)
        try beginSheet(title, columns: [keys, SheetColumn("Isi", width: 80)])
        for note in notes { try append([.text(note.key), .text(note.value)]) }
    }

    /// Completes the file and puts it in its place.
    ///
    /// - Throws: `workbook-write` when the disk is full or fails; the file that stood there before
    ///   is then untouched.
    package consuming func finish() throws(Problem) {
        precondition(!sheets.isEmpty, "a workbook needs a sheet")
        try endSheet()
        do throws(SheetFault) {
            // The library frees the book itself, whether or not it succeeds.
            isClosed = true
            try WorkbookFile.close(book, at: temporary, rowBytes: sheets.map(\.bytes))
            try WorkbookFile.publish(temporary, as: target)
            isPublished = true
        } catch { throw error.problem(file: name) }
    }

    private mutating func endSheet() throws(Problem) {
        guard let sheet = sheets.last else { return }
        let last = UInt16(max(1, sheet.columns.count) - 1)
        worksheet_autofilter(sheet.pointer, 0, 0, sheet.rows - 1, last)
        do throws(SheetFault) {
            sheets[sheets.count - 1].bytes = try WorkbookFile.check(sheet.pointer)
        } catch { throw error.problem(file: name) }
    }

    private func write(_ value: CellValue, at index: Int, of sheet: Sheet) throws(SheetFault) {
        let column = UInt16(index)
        let format = formats.format(of: sheet.columns[index].kind)
        var result = LXW_NO_ERROR
        switch value {
        case .empty: return
        case .text(let text):
            result = writeText(text, at: column, of: sheet, format)
        case .number(let number) where number.magnitude <= UInt64(Self.exactMax):
            result = worksheet_write_number(
                sheet.pointer, sheet.rows, column, Double(number), format)
        case .number(let number):
            result = writeText(String(number), at: column, of: sheet, format)
        case .date(let day):
            if let serial = SheetDay.serial(day) {
                result = worksheet_write_number(
                    sheet.pointer, sheet.rows, column, Double(serial), formats.date)
            } else {
                result = writeText(day.iso, at: column, of: sheet, format)
            }
        }
        if result == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED {
            throw .text(column: sheet.columns[index].title, row: Int(sheet.rows) + 1)
        }
        guard result == LXW_NO_ERROR else { throw .disk }
    }

    private func writeText(
        _ text: String, at column: UInt16, of sheet: Sheet,
        _ format: UnsafeMutablePointer<lxw_format>?
    ) -> lxw_error {
        let text = SheetText.storable(SheetText.inert(text))
        guard !text.isEmpty else { return LXW_NO_ERROR }
        return worksheet_write_string(sheet.pointer, sheet.rows, column, text, format)
    }
}
