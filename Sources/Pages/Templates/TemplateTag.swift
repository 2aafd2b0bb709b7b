package import Civic

/// One tag of a template, as far as the program allows tags.
package struct TemplateTag: Hashable, Sendable {
    package enum Kind: Sendable {
        case variable
        case section
        case inverted
        case end
        case partial
        case parent
        case block
        case comment
    }

    package let kind: Kind
    package let name: String
    /// Line of the template, from 1.
    package let line: Int

    /// Every tag of `text` in order. Raw output, dotted names, transforms, pragmas and changed
    /// delimiters are refused: what a template shows is always escaped and always checked.
    package static func all(in text: String, of template: String) throws(Problem) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var line = 1
        var rest = text.utf8[...]
        while let byte = rest.first {
            guard rest.starts(with: "{{".utf8) else {
                if byte == UInt8(ascii: "\n") { line += 1 }
                rest = rest.dropFirst()
                continue
            }
            rest = rest.dropFirst(2)
            guard let end = closing(of: rest) else { throw refused("{{", line, template) }
            let content = String(Substring(rest[..<end]))
            guard let tag = TemplateTag(content, line: line) else {
                throw refused("{{\(content)}}", line, template)
            }
            tags.append(tag)
            line += content.utf8.count { $0 == UInt8(ascii: "\n") }
            rest = rest[end...].dropFirst(2)
        }
        return tags
    }

    private static func closing(of text: Substring.UTF8View) -> String.Index? {
        var index = text.startIndex
        while index < text.endIndex {
            if text[index...].starts(with: "}}".utf8) { return index }
            index = text.index(after: index)
        }
        return nil
    }

    private init?(_ content: String, line: Int) {
        let marks: [Character: Kind] = [
            "#": .section, "^": .inverted, "/": .end, ">": .partial, "<": .parent, "$": .block,
            "!": .comment,
        ]
        let mark = content.first.flatMap { marks[$0] }
        let name = Text.trimmed(mark == nil ? content : String(content.dropFirst()))
        kind = mark ?? .variable
        self.name = name
        self.line = line
        if kind == .comment { return }
        let isPlain = name.utf8.allSatisfy {
            ASCII.isLetter($0) || ASCII.isDigit($0) || $0 == UInt8(ascii: "-")
        }
        guard isPlain, !name.isEmpty else { return nil }
    }

    private static func refused(_ tag: String, _ line: Int, _ template: String) -> Problem {
        Problem(
            .service, "page-template",
            Phrase(
                "Templat memuat \(tag), yang tidak boleh dipakai.",
                en: "The template holds \(tag), which is not allowed."),
            at: Spot(file: "\(template).mustache", row: line),
            do: Phrase(
                "Pakai {{nama}}, bagian, blok, atau templat lain.",
                en: "Use {{name}}, sections, blocks or partials."
            ))
    }
}
