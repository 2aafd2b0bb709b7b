import Intake

/// The sheets of a workbook as the program itself reads them.
struct ReadSheets {
    let names: [String]
    /// Cells by sheet and row.
    let rows: [[[String]]]

    init(_ path: String) throws {
        var book = try Workbook(path: path)
        names = book.sheets.map(\.name)
        var all: [[[String]]] = []
        for sheet in book.sheets.indices {
            var rows: [[String]] = []
            try book.readRows(of: sheet) { _, bytes, fields in
                rows.append(
                    fields.indices.map { index in
                        bytes.extracting(fields[index].indices).withUnsafeBufferPointer {
                            String(decoding: $0, as: UTF8.self)
                        }
                    })
            }
            all.append(rows)
        }
        rows = all
    }
}
