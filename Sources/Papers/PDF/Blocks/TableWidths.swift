/// Divides the width of the page among the columns of a table.
struct TableWidths {
    let widths: [Double]

    /// What fitted columns may take of the page, so that names keep some room.
    private static let fittedMax = 0.8

    init(_ table: PaperTable, _ style: TextStyle, in frame: Frame) {
        let shares = table.columns.map(\.width)
        let needs = table.columns.indices.map { index in
            table.columns[index].fits
                ? TableWidths.need(of: index, table, style, in: frame) : nil
        }
        let fitted = needs.reduce(0) { $0 + ($1 ?? 0) }
        let free = table.columns.filter { !$0.fits }.reduce(0) { $0 + $1.width }
        guard free > 0, fitted > 0, fitted <= frame.width * TableWidths.fittedMax else {
            let sum = shares.reduce(0, +)
            widths = shares.map { $0 / sum * frame.width }
            return
        }
        widths = zip(needs, shares).map { need, share in
            need ?? share / free * (frame.width - fitted)
        }
    }

    /// The width of the widest cell of a column, and of the longest word of its title.
    private static func need(
        of column: Int, _ table: PaperTable, _ style: TextStyle, in frame: Frame
    ) -> Double {
        var widest = 0.0
        for word in table.columns[column].title.split(separator: " ") {
            widest = max(widest, frame.canvas.naturalWidth(String(word), style.bold()))
        }
        for group in table.groups {
            for row in group.rows {
                widest = max(widest, frame.canvas.naturalWidth(row[column], style))
            }
        }
        for total in table.totals + table.groups.flatMap(\.totals) {
            let first = table.columns.count - total.cells.count
            guard column >= first else { continue }
            let cell = total.cells[column - first]
            widest = max(widest, frame.canvas.naturalWidth(cell, style.bold()))
        }
        return widest + 2 * TableGrid.sidePadding + 0.5
    }
}
