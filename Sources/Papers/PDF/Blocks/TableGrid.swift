internal import Civic

/// A table with the widths of its columns on the page.
struct TableGrid {
    enum Row {
        case heading
        case group(String)
        case cells([String])
        case total(PaperTotal)
    }

    static let sidePadding = 1.4.mm
    private static let padding = 0.95.mm
    private static let line = 0.4

    private let table: PaperTable
    private let frame: Frame
    /// The left edges of the columns, and the right edge of the last.
    private let edges: [Double]
    private let styles: [TextStyle]
    private let base: TextStyle
    /// A row of one line.
    private let lineHeight: Double

    init(_ table: PaperTable, in frame: Frame) {
        self.table = table
        self.frame = frame
        let base = TextStyle(frame.text.typeface, table.size)
        var edges = [frame.x]
        for width in TableWidths(table, base, in: frame).widths {
            edges.append((edges.last ?? 0) + width)
        }
        self.edges = edges
        self.base = base
        styles = table.columns.map { base.aligned($0.alignment) }
        lineHeight = frame.canvas.measure("X", base, width: nil).height
    }

    func height(of row: Row) -> Double {
        var height = lineHeight
        eachCell(of: row) { text, style, columns in
            guard !text.isEmpty else { return }
            height = max(height, self.height(of: text, style, columns))
        }
        let least = if case .cells = row { table.rowHeight } else { 0.0 }
        return max(height + 2 * TableGrid.padding, least)
    }

    /// Draws `row` with its upper edge at `y`.
    func draw(_ row: Row, y: Double) {
        let height = height(of: row)
        if let ink = fill(of: row) {
            frame.canvas.fill(x: frame.x, y: y, width: frame.width, height: height, ink)
        }
        var sides: [Double] = [frame.x]
        eachCell(of: row) { text, style, columns in
            sides.append(edges[columns.upperBound])
            guard !text.isEmpty else { return }
            let width = width(columns)
            let top =
                isCentred(row)
                ? (height - self.height(of: text, style, columns)) / 2 : TableGrid.padding
            frame.canvas.draw(
                text, style, x: edges[columns.lowerBound] + TableGrid.sidePadding,
                y: y + top + base.size * base.typeface.drop, width: width)
        }
        drawLines(y, height, sides)
    }

    /// Draws `rows` so that the last ends at `y`.
    func draw(_ rows: [Row], above y: Double) {
        var top = y - rows.reduce(0) { $0 + height(of: $1) }
        for row in rows {
            draw(row, y: top)
            top += height(of: row)
        }
    }

    private func drawLines(_ y: Double, _ height: Double, _ sides: [Double]) {
        var lines = [y, y + height].map {
            (x: frame.x, y: $0, toX: frame.x + frame.width, toY: $0)
        }
        for side in sides { lines.append((x: side, y: y, toX: side, toY: y + height)) }
        frame.canvas.stroke(lines, thickness: TableGrid.line)
    }

    private func eachCell(
        of row: Row, _ visit: (String, TextStyle, Range<Int>) -> Void
    ) {
        let count = table.columns.count
        switch row {
        case .heading:
            for (index, column) in table.columns.enumerated() {
                visit(column.title, base.bold().aligned(.centre), index..<index + 1)
            }
        case .group(let text): visit(text, base.bold(), 0..<count)
        case .cells(let cells):
            for index in 0..<count { visit(cells[index], styles[index], index..<index + 1) }
        case .total(let total):
            let first = count - total.cells.count
            visit(total.label, base.bold().aligned(total.alignment), 0..<first)
            for (index, cell) in total.cells.enumerated() {
                let column = first + index
                visit(cell, styles[column].bold(), column..<column + 1)
            }
        }
    }

    private func fill(of row: Row) -> Ink? {
        switch row {
        case .heading, .group: .pale
        case .cells, .total: nil
        }
    }

    private func isCentred(_ row: Row) -> Bool {
        switch row {
        case .heading: true
        case .cells: table.rowHeight > 0
        case .group, .total: false
        }
    }

    private func height(of text: String, _ style: TextStyle, _ columns: Range<Int>) -> Double {
        frame.canvas.height(text, style, width: width(columns), line: lineHeight)
    }

    private func width(_ columns: Range<Int>) -> Double {
        edges[columns.upperBound] - edges[columns.lowerBound] - 2 * TableGrid.sidePadding
    }
}
