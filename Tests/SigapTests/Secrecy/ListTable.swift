import Foundation

/// The cells of an invented list, by the name of their column.
struct ListTable {
    private var columns: [String: [String]] = [:]

    init(_ path: String) throws {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        let lines = text.split(whereSeparator: \.isNewline)
        guard let head = lines.first else { return }
        let separator = ";|,".max { left, right in
            head.count { $0 == left } < head.count { $0 == right }
        }
        let names = ListTable.cells(head, separator ?? ",").map {
            $0.trimmingCharacters(in: ["\u{FEFF}"])
        }
        for line in lines.dropFirst() {
            for (name, cell) in zip(names, ListTable.cells(line, separator ?? ",")) {
                columns[name, default: []].append(cell)
            }
        }
    }

    subscript(name: String) -> [String] { columns[name] ?? [] }

    /// Separators between quotation marks are part of a cell.
    private static func cells(_ line: Substring, _ separator: Character) -> [String] {
        var cells = [""]
        var isQuoted = false
        for character in line {
            if character == "\"" {
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                cells.append("")
            } else {
                cells[cells.count - 1].append(character)
            }
        }
        return cells
    }
}
