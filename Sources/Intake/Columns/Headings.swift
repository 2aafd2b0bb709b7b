package import Civic

/// Recognises columns by their headings, from the table `columns`.
package struct Headings: Sendable {
    private let whole: [LetterKey: Column]
    /// Parts of longer headings, longest first.
    private let parts: [(letters: String, column: Column)]
    /// The first heading of each column in the table.
    private let titles: [Column: String]

    package init(_ table: Table) throws(Problem) {
        var whole: [LetterKey: Column] = [:]
        var parts: [(String, Column)] = []
        var titles: [Column: String] = [:]
        for row in table.rows {
            guard let column = Column(rawValue: try row.text("column")) else {
                throw row.wrong("column", try row.text("column"))
            }
            for heading in row.list("headings") { whole[LetterKey(heading)] = column }
            titles[column] = row.list("headings").first
            for word in row.list("words") { parts.append((Headings.letters(word), column)) }
        }
        self.whole = whole
        self.titles = titles
        self.parts = parts.sorted { ($0.0.utf8.count, $1.0) > ($1.0.utf8.count, $0.0) }
    }

    /// How we head a column ourselves, so that it is recognised when it comes back: `NIK`,
    /// `Tgl lahir`.
    package func title(of column: Column) -> String {
        let title = titles[column] ?? column.rawValue
        // Short ones are abbreviations.
        return title.utf8.count <= Headings.shortWord
            ? title.uppercased() : title.prefix(1).uppercased() + title.dropFirst()
    }

    /// The column headed so exactly, if any.
    package func column(headed heading: String) -> Column? { whole[LetterKey(heading)] }

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
