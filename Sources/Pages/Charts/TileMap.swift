/// A map of equal tiles, one for each district at about its place, so that small districts count as
/// much as large ones. Each tile is a link and has its number and name in it.
package struct TileMap: Sendable {
    package struct Tile: Sendable {
        package let name: String
        /// Where the rows behind the number are; nil where nobody may see them.
        package let href: String?
        /// From 0, from the top left.
        package let row: Int
        package let column: Int
        /// The share that is coloured: `part` of `whole`.
        package let part: Int
        package let whole: Int

        package init(
            name: String, href: String?, row: Int, column: Int, part: Int, whole: Int
        ) {
            self.name = name
            self.href = href
            self.row = row
            self.column = column
            self.part = part
            self.whole = whole
        }
    }

    package let tiles: [Tile]

    package init(_ tiles: [Tile]) { self.tiles = tiles }

    /// The drawing with its legend. `caption` says what the numbers are. A tile for which `hides`
    /// is true would tell about single people and shows a dash.
    func view(
        caption: String, _ say: Speech, hides: (Tile) -> Bool = { _ in false }
    ) -> View {
        let shown = tiles.filter { $0.whole > 0 && !hides($0) }
        let breaks = ClassBreaks(shown.map(TileMap.percent))
        return [
            "mapCaption": .text(caption),
            "tiles": .list(inReadingOrder.map { cell($0, breaks, say, hides) }),
            "classes": .list(shown.isEmpty ? [] : classes(breaks)),
            "columnCount": .text("\((tiles.map(\.column).max() ?? 0) + 1)"),
        ]
    }

    /// Row by row; nil where the grid has no tile.
    private var inReadingOrder: [Tile?] {
        let rows = (tiles.map(\.row).max() ?? -1) + 1
        let columns = (tiles.map(\.column).max() ?? -1) + 1
        return (0..<rows).flatMap { row in
            (0..<columns).map { column in
                tiles.first { $0.row == row && $0.column == column }
            }
        }
    }

    private func cell(
        _ tile: Tile?, _ breaks: ClassBreaks, _ say: Speech, _ hides: (Tile) -> Bool
    ) -> View {
        guard let tile else { return ["tile": .part(nil)] }
        let isKnown = tile.whole > 0 && !hides(tile)
        let value = TileMap.percent(tile)
        let inner: View = [
            "tileName": .text(Syllables.softHyphenated(tile.name)),
            "tileValue": .text(isKnown ? say("percent-whole", ["jumlah": say.number(value)]) : "–"),
            "tileClass": .text(isKnown ? "u\(breaks.position(of: value))" : "ux"),
            "link": .part(tile.href.map { ["href": .text($0)] }),
        ]
        return ["tile": .part(inner)]
    }

    private func classes(_ breaks: ClassBreaks) -> [View] {
        (0..<ClassBreaks.count).filter { breaks.limits(of: $0).lowerBound <= 100 }.map { position in
            let limits = breaks.limits(of: position)
            let last = min(limits.upperBound, 100)
            let text =
                limits.lowerBound == last
                ? "\(limits.lowerBound)%" : "\(limits.lowerBound)–\(last)%"
            return ["className": .text("u\(position)"), "limits": .text(text)]
        }
    }

    /// Whole percent, cut.
    private static func percent(_ tile: Tile) -> Int {
        tile.whole > 0 ? tile.part * 100 / tile.whole : 0
    }
}
