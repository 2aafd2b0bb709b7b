import Civic

/// Listens to one sheet and gathers its rows (ECMA-376 part 1, 18.3.1). All buffers are reused, so
/// nothing is allocated per cell or row.
struct SheetRows: XMLHandler, ~Copyable {
    private struct Row {
        let number: Int
        let bytes: Range<Int>
        let fields: Range<Int>
    }

    private static let pauseBytes = 1 << 20
    private static let pauseFields = 1 << 16

    private let context: CellContext

    // Rows gathered since the last delivery, then the beginning of the next one.
    private var bytes: [UInt8] = []
    private var fields: [FieldRange] = []
    private var rows: [Row] = []
    private(set) var wantsPause = false

    // The row and the cell in which the parser stands.
    private(set) var rowNumber = 0
    private var rowBytes = 0
    private var rowFields = 0
    private var hasCell = false
    private var isInData = false
    private var isInRow = false
    private var isInCell = false
    private var isValue = false
    private var run = TextRun()
    private var column = -1
    private var cellStart = 0
    private var cellType = CellType.number
    private var cellStyle = 0

    init(_ context: CellContext) { self.context = context }

    static var callbacks: XMLCallbacks {
        XMLCallbacks(
            start: { XMLContext.start($0, $1, $2, SheetRows.self) },
            end: { XMLContext.end($0, $1, SheetRows.self) },
            text: { XMLContext.text($0, $1, $2, SheetRows.self) })
    }

    /// Hands on every finished row and forgets it.
    mutating func deliver(
        _ body: (_ row: Int, _ bytes: Span<UInt8>, _ fields: Span<FieldRange>) throws(Problem) ->
            Void
    ) throws(Problem) {
        for row in rows {
            try body(
                row.number, bytes.span.extracting(row.bytes), fields.span.extracting(row.fields))
        }
        rows.removeAll(keepingCapacity: true)
        bytes.removeSubrange(..<rowBytes)
        fields.removeSubrange(..<rowFields)
        cellStart -= rowBytes
        rowBytes = 0
        rowFields = 0
        wantsPause = false
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws(WorkbookFault) {
        switch name.letter {
        case UInt8(ascii: "c"): try startCell(attributes)
        case UInt8(ascii: "v"): isValue = isInCell
        case 0 where name == "row": try startRow(attributes)
        case 0 where name == "sheetData": isInData = true
        default: run.start(name)
        }
    }

    mutating func text(_ piece: UnsafeBufferPointer<UInt8>) throws(WorkbookFault) {
        guard isInCell, isValue || run.isText else { return }
        guard bytes.count - rowBytes + piece.count <= context.limits.rowBytesMax
        else { throw .tooLarge }
        bytes.append(contentsOf: piece)
    }

    mutating func end(_ name: XMLName) throws(WorkbookFault) {
        switch name.letter {
        case UInt8(ascii: "c"): try endCell()
        case UInt8(ascii: "v"): isValue = false
        case 0 where name == "row": endRow()
        case 0 where name == "sheetData": isInData = false
        default: run.end(name)
        }
    }

    private mutating func startRow(_ attributes: XMLAttributes) throws(WorkbookFault) {
        guard isInData, !isInRow else { return }
        var number = rowNumber + 1
        attributes.forEachLetter { letter, value in
            if letter == UInt8(ascii: "r") { number = CellReference.number(value) ?? number }
        }
        // Two rows of one number could not be told apart in a list of what is wrong.
        guard number > rowNumber else { throw .damaged }
        rowNumber = number
        guard number <= context.limits.rowsMax else { throw .tooLarge }
        isInRow = true
        hasCell = false
        column = -1
    }

    private mutating func startCell(_ attributes: XMLAttributes) throws(WorkbookFault) {
        guard isInRow else { return }
        var next = column + 1
        var type = CellType.number
        var style = 0
        attributes.forEachLetter { letter, value in
            switch letter {
            case UInt8(ascii: "r"): next = CellReference.column(value) ?? next
            case UInt8(ascii: "s"): style = CellReference.number(value) ?? 0
            case UInt8(ascii: "t"): type = CellType(value)
            default: break
            }
        }
        guard next < context.limits.columnsMax else { throw .tooLarge }
        column = next
        cellType = type
        cellStyle = style
        cellStart = bytes.count
        isInCell = true
        hasCell = true
    }

    private mutating func endCell() throws(WorkbookFault) {
        guard isInCell else { return }
        isInCell = false
        try context.finish(&bytes, from: cellStart, type: cellType, style: cellStyle)
        guard bytes.count > cellStart else { return }
        let index = rowFields + column
        while fields.count <= index { fields.append(.empty) }
        fields[index] = FieldRange(
            start: UInt32(cellStart - rowBytes), end: UInt32(bytes.count - rowBytes))
    }

    private mutating func endRow() {
        guard isInRow else { return }
        isInRow = false
        guard hasCell else { return }
        rows.append(
            Row(
                number: rowNumber, bytes: rowBytes..<bytes.count,
                fields: rowFields..<fields.count))
        rowBytes = bytes.count
        rowFields = fields.count
        wantsPause = bytes.count >= Self.pauseBytes || fields.count >= Self.pauseFields
    }
}
