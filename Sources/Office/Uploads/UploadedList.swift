package import Civic
package import Intake

/// A list that somebody sent through the browser, read but not yet acted on.
package struct UploadedList: Sendable {
    /// What the sender calls the file; for a pasted text, nil. Never a path.
    package let fileName: String?
    /// SHA-256 of what was sent, hexadecimal.
    package let digest: String
    /// Headings as written, by position; empty texts where there is none.
    package let headings: [String]
    /// What the columns mean, by position: as given, else as guessed.
    package let columns: [Column?]
    /// The first records below the heading, for whoever is asked what the columns mean.
    package let preview: [[String]]
    /// Every record that holds something, in order.
    package let rows: [UploadedRow]
    /// What the people of ``rows`` say; texts of a row stand here.
    package let roster: Roster
    /// False while no column says who the people are: ask for the columns.
    package let holdsPeople: Bool
    /// What is wrong with the list as a whole: a column that Excel cut, sheets that were left out.
    package let warnings: [Problem]

    /// The text of a row, by its place in the roster.
    package func string(_ range: TextRange) -> String { roster.string(range) }

    /// The cell of a row under a column; empty where the list has none.
    package func cell(_ column: Column, of row: UploadedRow) -> String {
        guard let field = columns.firstIndex(of: column), field < row.cells.count else { return "" }
        return row.cells[field]
    }
}

/// One record of a list.
package struct UploadedRow: Sendable {
    /// What a spreadsheet shows at the left.
    package let number: Int
    /// As written, by position.
    package let cells: [String]
    /// What it says about its person; nil when it names none.
    package let person: RosterRow?
    /// Its values that could not be used.
    package let faults: [CellFault]
}

/// A value that could not be used.
package struct CellFault: Sendable, Hashable {
    /// Nil for the row as a whole.
    package let column: Column?
    package let code: RejectCode
}
