package import Civic

/// What the words in cells of a closed vocabulary mean, from the table `cell-words`.
package struct CellWords: Sendable {
    private let meanings: [Column: [(LetterKey, Meaning)]]

    enum Meaning: String, Sendable, CaseIterable {
        case male, female
        case dead, alive, moved
        case active, inactive
        case notWorking = "not_working"
        case refused
    }

    package init(_ table: Table) throws(Problem) {
        var meanings: [Column: [(LetterKey, Meaning)]] = [:]
        for row in table.rows {
            guard let column = Column(rawValue: try row.text("column")) else {
                throw row.wrong("column", try row.text("column"))
            }
            guard let meaning = Meaning(rawValue: try row.text("meaning")) else {
                throw row.wrong("meaning", try row.text("meaning"))
            }
            for word in row.list("words") {
                meanings[column, default: []].append((LetterKey(word), meaning))
            }
        }
        self.meanings = meanings
    }

    func vocabulary(of column: Column) -> Vocabulary { Vocabulary(meanings[column] ?? []) }

    /// The words of one column.
    struct Vocabulary {
        private let table: LetterTable

        init(_ words: [(LetterKey, Meaning)]) {
            table = LetterTable(
                words.map { ($0, Int16(Meaning.allCases.firstIndex(of: $1) ?? 0)) })
        }

        /// What the cell says; nil for a word outside the vocabulary.
        subscript(cell: Span<UInt8>) -> Meaning? {
            let found = table[LetterKey(cell)]
            return found == LetterTable.absent ? nil : Meaning.allCases[Int(found)]
        }
    }
}
