/// Keeps published tables from telling about single people.
///
/// Counts of 1 to 4 are hidden. Where that hides exactly one cell of a row or column, the next
/// smallest is hidden too, else subtracting the others from the total would bring it back. Pages
/// and downloads must both use this, or one gives away what the other hides.
package enum SmallCells {
    package enum Cell: Sendable, Hashable {
        case shown(Int)
        /// Between 1 and 4.
        case small
        /// Hidden for the sake of another cell.
        case withheld
    }

    /// The smallest count above zero that may be published.
    package static let least = 5

    /// One list of counts that add up to a known total.
    package static func publishable(_ counts: [Int]) -> [Cell] { publishable(table: [counts])[0] }

    /// Counts that overlap, so that no total brings a hidden one back.
    package static func publishable(overlapping counts: [Int]) -> [Cell] {
        counts.map(primary)
    }

    /// Rows of equal length whose totals are known along both directions.
    package static func publishable(table: [[Int]]) -> [[Cell]] {
        var cells = table.map { $0.map(primary) }
        let lines = lines(of: table)
        var isSafe = false
        while !isSafe {
            isSafe = true
            for line in lines where line.count(where: { isHidden(cells[$0.row][$0.column]) }) == 1 {
                let open = line.filter {
                    !isHidden(cells[$0.row][$0.column]) && table[$0.row][$0.column] > 0
                }
                let next = open.min { table[$0.row][$0.column] < table[$1.row][$1.column] }
                guard let next else { continue }
                cells[next.row][next.column] = .withheld
                isSafe = false
            }
        }
        return cells
    }

    /// Counts of which some are the sum of others: each of `sums` names the positions of a sum and
    /// its parts, in any order.
    package static func publishable(_ counts: [Int], sums: [[Int]]) -> [Cell] {
        var cells = counts.map(primary)
        var isSafe = false
        while !isSafe {
            isSafe = true
            for sum in sums where sum.count(where: { isHidden(cells[$0]) }) == 1 {
                let open = sum.filter { !isHidden(cells[$0]) && counts[$0] > 0 }
                guard let next = open.min(by: { counts[$0] < counts[$1] }) else { continue }
                cells[next] = .withheld
                isSafe = false
            }
        }
        return cells
    }

    private static func primary(_ count: Int) -> Cell {
        (1..<least).contains(count) ? .small : .shown(count)
    }

    private struct Position {
        let row: Int
        let column: Int
    }

    /// Every row and every column, as the positions of its cells.
    private static func lines(of table: [[Int]]) -> [[Position]] {
        let rows = table.indices.map { row in
            table[row].indices.map { Position(row: row, column: $0) }
        }
        let columns = (table.first ?? []).indices.map { column in
            table.indices.map { Position(row: $0, column: column) }
        }
        return rows + columns
    }

    private static func isHidden(_ cell: Cell) -> Bool {
        if case .shown = cell { false } else { true }
    }
}

extension SmallCells.Cell {
    func text(_ say: Speech) -> String {
        switch self {
        case .shown(let count): say.number(count)
        case .small: "<\(SmallCells.least)"
        case .withheld: "–*"
        }
    }

    /// What a bar may show; nothing for hidden cells.
    var visible: Int { if case .shown(let count) = self { count } else { 0 } }
}
