package import Civic

/// What one cell of a list holds, on paper and in a workbook.
package enum ListCell: Hashable, Sendable {
    case text(String)
    case count(Int)
    case money(Rupiah)
    case day(Day)
    case empty

    /// As paper shows it.
    var words: String {
        switch self {
        case .text(let text): text
        case .count(let number): NumberText.grouped(number)
        case .money(let amount): amount.description
        case .day(let day): CalendarWords.text(day, .indonesian)
        case .empty: ""
        }
    }

    /// As a workbook keeps it.
    var value: CellValue {
        switch self {
        case .text(let text): .text(text)
        case .count(let number): .number(Int64(number))
        case .money(let amount): .number(amount.amount)
        case .day(let day): .date(day)
        case .empty: .empty
        }
    }
}

/// A column of a list of `Row`, for paper and workbook alike.
struct ListColumn<Row: Sendable>: Sendable {
    let title: String
    /// A share of the page.
    let width: Double
    let alignment: TextAlignment
    /// Whether it is as wide as its widest cell.
    let fits: Bool
    /// In the workbook.
    let kind: SheetColumn.Kind
    let cell: @Sendable (Row) -> ListCell

    init(
        _ title: String, _ width: Double, _ alignment: TextAlignment = .left,
        fits: Bool = false, kind: SheetColumn.Kind = .text,
        _ cell: @escaping @Sendable (Row) -> ListCell
    ) {
        self.title = title
        self.width = width
        self.alignment = alignment
        self.fits = fits
        self.kind = kind
        self.cell = cell
    }
}

/// The columns of a list, from which its table on paper and its sheet are made.
struct PaperList<Row: Sendable>: Sendable {
    let columns: [ListColumn<Row>]

    var paperColumns: [PaperColumn] {
        columns.map { PaperColumn($0.title, $0.width, $0.alignment, fits: $0.fits) }
    }

    func words(_ row: Row) -> [String] { columns.map { $0.cell(row).words } }

    func words(_ rows: [Row]) -> [[String]] { rows.map(words) }

    /// Widths as Excel counts them: about two millimetres a character.
    var sheetColumns: [SheetColumn] {
        columns.map { SheetColumn($0.title, width: max(6, $0.width / 1.8), kind: $0.kind) }
    }

    func values(_ row: Row) -> [CellValue] { columns.map { $0.cell(row).value } }
}
