/// The links of one part to others: `xl/_rels/workbook.xml.rels` (ECMA-376 part 2, 9.3).
struct Relationships: XMLHandler {
    struct Link {
        /// The last word of the type's address, equal in both editions of the standard:
        /// `worksheet`, `styles`.
        let kind: String
        /// Path in the archive.
        let path: String
    }

    private let folder: String
    private(set) var links: [String: Link] = [:]

    /// - Parameter folder: The folder of the part that has these links, against which they count.
    init(folder: String) { self.folder = folder }

    static var callbacks: XMLCallbacks {
        XMLCallbacks(
            start: { XMLContext.start($0, $1, $2, Relationships.self) },
            end: { XMLContext.end($0, $1, Relationships.self) }, text: nil)
    }

    mutating func start(_ name: XMLName, _ attributes: XMLAttributes) {
        guard name == "Relationship", attributes.text("TargetMode") != "External",
            let id = attributes.text("Id"), let target = attributes.text("Target"),
            let type = attributes.text("Type"), let kind = type.split(separator: "/").last
        else { return }
        links[id] = Link(
            kind: String(kind), path: Relationships.resolve(target, against: folder))
    }

    func first(_ kind: String) -> String? {
        links.sorted { $0.key < $1.key }.first { $0.value.kind == kind }?.value.path
    }

    /// `../media/a.png` against `xl/worksheets` is `xl/media/a.png`; a leading `/` starts at the
    /// archive's root.
    static func resolve(_ target: String, against folder: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
            switch step {
            case ".": continue
            case "..": _ = parts.popLast()
            default: parts.append(step)
            }
        }
        return parts.joined(separator: "/")
    }
}
