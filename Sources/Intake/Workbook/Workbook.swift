package import Civic

/// An Excel workbook (`.xlsx`) that is read row by row.
///
/// Nothing but the shared texts is kept in memory, whatever the size of the file, and no size that
/// the file claims is believed before it has been checked against the limits.
package struct Workbook: ~Copyable {
    /// A sheet by its tab.
    package struct Sheet: Hashable, Sendable {
        package let name: String
        package let isHidden: Bool
    }

    /// The sheets that hold cells, hidden ones included, in the order of their tabs.
    package let sheets: [Sheet]

    private let file: String
    private let archive: Archive
    private let limits: WorkbookLimits
    private let parts: WorkbookParts
    private let styles: CellStyles
    /// Read when the first sheet is: a sheet without shared texts pays nothing for them.
    private var shared: SharedTexts?

    /// Opens the workbook and reads the list of its sheets.
    ///
    /// - Throws: A problem of kind `input` and a code that begins with `workbook-`, with the file's
    ///   name: no file, empty, cut short, no workbook at all, old or other format, password, macros,
    ///   bomb, document type, damage.
    package init(path: String, limits: WorkbookLimits = .standard) throws(Problem) {
        let file = String(path.split(separator: "/").last ?? "")
        do throws(WorkbookFault) {
            try self.init(path: path, file: file, limits: limits)
        } catch { throw error.problem(file: file) }
    }

    private init(path: String, file: String, limits: WorkbookLimits) throws(WorkbookFault) {
        try FileSignature.requireArchive(at: path)
        let archive = try Archive(path: path, limits: limits)
        let parts = try WorkbookParts(archive)
        var styles = CellStyles()
        if let path = parts.stylesPath, archive.contains(path) {
            try XMLStream(try archive.description(path), styles).finished { styles = $0 }
        }
        sheets = parts.sheets.map { Sheet(name: $0.name, isHidden: $0.isHidden) }
        self.file = file
        self.archive = archive
        self.limits = limits
        self.parts = parts
        self.styles = styles
    }

    /// Calls `body` for each row that has at least one cell, from top to bottom.
    ///
    /// `row` is the number a spreadsheet shows at the left. `fields` are by column, from the first;
    /// a missing cell is an empty range and empty cells at the end are left out, so a row whose
    /// cells are all empty has no fields. The ranges count in `bytes`, UTF-8 text as a person sees
    /// it in the cell: numbers without exponent or grouping, dates as `yyyy-mm-dd`, booleans as
    /// `TRUE` and `FALSE`, nothing for errors. Both buffers are only valid during the call.
    ///
    /// - Parameters:
    ///   - sheet: A position in ``sheets``.
    ///   - body: Takes one row; what it throws ends the reading.
    /// - Throws: What `body` throws, or a problem of kind `input` that names the sheet and the last
    ///   row reached. Rows before the damage have then been handed over.
    package mutating func readRows(
        of sheet: Int,
        _ body: (_ row: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>) throws(Problem) ->
            Void
    ) throws(Problem) {
        let name = sheets[sheet].name
        var stream: XMLStream<SheetRows>
        do throws(WorkbookFault) {
            let shared = try sharedTexts()
            let context = CellContext(
                shared: shared, styles: styles, countsFrom1904: parts.countsFrom1904,
                limits: limits)
            stream = try XMLStream(try archive.part(parts.sheets[sheet].path), SheetRows(context))
        } catch { throw error.problem(file: file, sheet: name) }
        var hasMore = true
        while hasMore {
            var fault: WorkbookFault?
            do throws(WorkbookFault) { hasMore = try stream.advance() } catch { fault = error }
            let reached = stream.handler.rowNumber
            try stream.handler.deliver(body)
            if let fault {
                throw fault.problem(file: file, sheet: name, row: reached > 0 ? reached : nil)
            }
        }
    }

    private mutating func sharedTexts() throws(WorkbookFault) -> SharedTexts {
        if let shared { return shared }
        var texts = SharedTexts()
        if let path = parts.sharedTextPath, archive.contains(path) {
            let reader = SharedTextReader(limits: limits)
            try XMLStream(try archive.part(path), reader).finished { texts = $0.texts }
        }
        shared = texts
        return texts
    }
}
