/// A square of dark and light modules that a telephone's camera reads as text (ISO/IEC 18004, byte
/// mode, error correction level M, versions 1 to 10).
package struct QRCode: Sendable {
    /// Modules along a side.
    package let size: Int
    private let dark: [Bool]

    package func isDark(row: Int, column: Int) -> Bool { dark[row * size + column] }

    /// Nil for a text of more than 213 bytes.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = QRVersion.smallest(for: bytes.count) else { return nil }
        let words = QRWords.all(of: bytes, version)
        var best: (penalty: Int, grid: QRGrid)?
        for mask in 0..<8 {
            var grid = QRGrid(version)
            grid.place(words, mask: mask)
            let penalty = grid.penalty
            if penalty < best?.penalty ?? Int.max { best = (penalty, grid) }
        }
        guard let grid = best?.grid else { return nil }
        size = grid.size
        dark = grid.modules.map { $0 ?? false }
    }

    /// The dark modules as the outline of an SVG path, a unit each, with the margin of four modules
    /// that readers need.
    package var path: String {
        var path = ""
        for row in 0..<size {
            var column = 0
            while column < size {
                var end = column
                while end < size, isDark(row: row, column: end) { end += 1 }
                if end > column {
                    path += "M\(column + 4) \(row + 4)h\(end - column)v1h-\(end - column)z"
                }
                column = max(end, column + 1)
            }
        }
        return path
    }

    /// Units along a side of ``path`` with its margin.
    package var side: Int { size + 8 }
}
