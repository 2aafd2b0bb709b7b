/// What the number in a cell stands for.
enum NumberKind: UInt8 {
    case number
    /// A day, perhaps with a time of day behind the point.
    case day
    /// A time of day.
    case clock
}

/// Listens to `xl/styles.xml`: which cell styles show a number as a date (ECMA-376 part 1, 18.8).
struct CellStyles: XMLHandler {
    private var custom: [Int: NumberKind] = [:]
    private var kinds: [NumberKind] = []
    private var isInCellFormats = false

    static var callbacks: XMLCallbacks {
        XMLCallbacks(
            start: { XMLContext.start($0, $1, $2, CellStyles.self) },
            end: { XMLContext.end($0, $1, CellStyles.self) }, text: nil)
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
        if name == "xf" {
            guard isInCellFormats else { return }
            let id = attributes.integer("numFmtId") ?? 0
            kinds.append(custom[id] ?? NumberFormat.kind(ofBuiltIn: id))
        } else if name == "numFmt" {
            guard let id = attributes.integer("numFmtId"), let code = attributes.text("formatCode")
            else { return }
            custom[id] = NumberFormat.kind(of: code)
        } else if name == "cellXfs" {
            isInCellFormats = true
        }
    }

    mutating func end(_ name: XMLName) {
        if name == "cellXfs" { isInCellFormats = false }
    }

    /// What a number in a cell of this style is; a style that is not listed shows plain numbers.
    func kind(ofStyle style: Int) -> NumberKind {
        kinds.indices.contains(style) ? kinds[style] : .number
    }
}
