package import Civic

/// Recognises columns by their headings, from the table `columns`.
package struct Headings: Sendable {
    private let whole: [LetterKey: Column]
    /// Parts of longer headings, longest first.
    private let parts: [(letters: String, column: Column)]

    package init(_ table: Table) throws(Problem) {
        var whole: [LetterKey: Column] = [:]
        var parts: [(String, Column)] = []
        for row in table.rows {
            guard let column = Column(rawValue: try row.text("column")) else {
                throw row.wrong("column", try row.text("column"))
            }
            for heading in row.list("headings") { whole[LetterKey(heading)] = column }
            for word in row.list("words") { parts.append((Headings.letters(word), column)) }
        }
        self.whole = whole
        self.parts = parts.sorted { ($0.0.utf8.count, $1.0) > ($1.0.utf8.count, $0.0) }
    }

    /// The column headed so exactly, if any.
    func exact(_ heading: Span<UInt8>) -> Column? { whole[LetterKey(heading)] }

    /// The column of which this longer heading speaks, if any.
    func partial(_ heading: String) -> Column? {
        let letters = Headings.letters(heading)
        guard (Headings.shortWord...60).contains(letters.utf8.count) else { return nil }
        let words = Set(heading.split { !$0.isLetter }.map { Headings.letters(String($0)) })
        return parts.first { part in
            // Short words must stand alone: "NIK" is no part of "Teknik".
            part.letters.utf8.count <= Headings.shortWord
                ? words.contains(part.letters) : letters.contains(part.letters)
        }?.column
    }

    private static let shortWord = 3

    private static func letters(_ text: String) -> String {
        let kept = text.utf8.filter { ASCII.isLetter($0) || ASCII.isDigit($0) }.map(ASCII.upper)
        return String(decoding: kept, as: UTF8.self)
    }
}
