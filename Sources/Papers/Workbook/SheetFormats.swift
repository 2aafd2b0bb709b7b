import CXlsxWriter

/// The looks of cells, made once for a workbook.
struct SheetFormats {
    let heading: UnsafeMutablePointer<lxw_format>?
    let date: UnsafeMutablePointer<lxw_format>?
    private let text: UnsafeMutablePointer<lxw_format>?
    private let number: UnsafeMutablePointer<lxw_format>?
    private let rupiah: UnsafeMutablePointer<lxw_format>?

    init(_ book: UnsafeMutablePointer<lxw_workbook>) {
        heading = workbook_add_format(book)
        format_set_bold(heading)
        text = workbook_add_format(book)
        // The built-in format of text, by its number (ECMA-376 part 1, 18.8.30).
        format_set_num_format_index(text, 49)
        number = SheetFormats.make("0", in: book)
        // Excel shows the comma as the point of an Indonesian computer.
        rupiah = SheetFormats.make("\"Rp\"#,##0", in: book)
        date = SheetFormats.make("yyyy-mm-dd", in: book)
    }

    func format(of kind: SheetColumn.Kind) -> UnsafeMutablePointer<lxw_format>? {
        switch kind {
        case .text: text
        case .number: number
        case .rupiah: rupiah
        case .date: date
        }
    }

    private static func make(
        _ code: String, in book: UnsafeMutablePointer<lxw_workbook>
    ) -> UnsafeMutablePointer<lxw_format>? {
        let format = workbook_add_format(book)
        format_set_num_format(format, code)
        return format
    }
}
