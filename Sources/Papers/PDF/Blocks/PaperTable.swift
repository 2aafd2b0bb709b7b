/// A column of a table on paper.
package struct PaperColumn: Hashable, Sendable {
    package var title: String
    /// A share: all columns together fill the page.
    package var width: Double
    package var alignment: TextAlignment
    /// Whether it is as wide as its widest cell, as numbers need that must not be broken; the
    /// others share what is left.
    package var fits: Bool

    package init(
        _ title: String, _ width: Double, _ alignment: TextAlignment = .left, fits: Bool = false
    ) {
        self.title = title
        self.width = width
        self.alignment = alignment
        self.fits = fits
    }
}

/// A row of sums or a remark: a label over the first columns, then the cells of those that are
/// left.
package struct PaperTotal: Hashable, Sendable {
    package var label: String
    package var cells: [String]
    package var alignment: TextAlignment

    package init(_ label: String, _ cells: [String] = [], alignment: TextAlignment = .left) {
        self.label = label
        self.cells = cells
        self.alignment = alignment
    }
}

/// Rows under a heading of their own.
package struct PaperGroup: Hashable, Sendable {
    /// Repeated, with the word that it goes on, at the head of each page; none when empty.
    package var heading: String
    package var rows: [[String]]
    package var totals: [PaperTotal]

    package init(_ heading: String = "", rows: [[String]], totals: [PaperTotal] = []) {
        self.heading = heading
        self.rows = rows
        self.totals = totals
    }
}

/// A table whose heading stands on each page and whose rows are never divided.
package struct PaperTable: Hashable, Sendable {
    package var columns: [PaperColumn]
    package var groups: [PaperGroup]
    /// Of the whole table, at its end.
    package var totals: [PaperTotal]
    /// In points.
    package var size = 8.5
    /// Room to sign in.
    package var rowHeight = 0.0
    /// Whether each group begins a page.
    package var dividesPages = false
    /// How many rows a page holds at most, if not as many as fit.
    package var rowsPerPage: Int?
    /// Blank above.
    package var before = 6.0
    /// What stands in a table without rows.
    package var emptyText = "Tidak ada"

    package init(
        columns: [PaperColumn], groups: [PaperGroup], totals: [PaperTotal] = []
    ) {
        self.columns = columns
        self.groups = groups
        self.totals = totals
    }

    package init(columns: [PaperColumn], rows: [[String]], totals: [PaperTotal] = []) {
        self.init(columns: columns, groups: [PaperGroup(rows: rows)], totals: totals)
    }

    package func with(_ change: (inout PaperTable) -> Void) -> PaperTable {
        var table = self
        change(&table)
        return table
    }
}
