/// A table read from tab-separated text: one header line, one record a line, `#` starts a comment
/// line. The form in which law and reference data are kept, so that a clerk can open them in a
/// spreadsheet and a lawyer can check them.
package struct Table: Sendable {
    package let name: String
    package let columns: [String]
    package let rows: [Row]

    package struct Row: Sendable {
        package let table: String
        /// Line in the file, counted from 1.
        package let line: Int
        private let cells: [String: String]

        init(table: String, line: Int, cells: [String: String]) {
            self.table = table
            self.line = line
            self.cells = cells
        }

        /// The cell, or nil when it is empty or the column is absent.
        package func optional(_ column: String) -> String? {
            guard let cell = cells[column], !cell.isEmpty else { return nil }
            return cell
        }

        package func text(_ column: String) throws(Problem) -> String {
            guard let cell = optional(column) else { throw wrong(column, "") }
            return cell
        }

        package func integer(_ column: String) throws(Problem) -> Int64 {
            let cell = try text(column)
            guard let value = Int64(cell) else { throw wrong(column, cell) }
            return value
        }

        package func day(_ column: String) throws(Problem) -> Day {
            let cell = try text(column)
            guard let value = Day(iso: cell) else { throw wrong(column, cell) }
            return value
        }

        /// The day, or nil for an empty cell; an unreadable cell is an error.
        package func optionalDay(_ column: String) throws(Problem) -> Day? {
            optional(column) == nil ? nil : try day(column)
        }

        /// The cell split at `;`, blanks trimmed, empty for an empty cell.
        package func list(_ column: String) -> [String] {
            (optional(column) ?? "").split(separator: ";").map { Text.trimmed(String($0)) }
                .filter { !$0.isEmpty }
        }

        package func wrong(_ column: String, _ cell: String) -> Problem {
            Problem(
                .service, "data-table",
                Phrase(
                    "Isi data acuan tidak dapat dibaca: \"\(cell)\".",
                    en: "Reference data cannot be read: \"\(cell)\"."),
                at: Spot(file: table, row: line, column: column),
                do: Phrase(
                    "Perbaiki sel itu, atau pasang kembali berkas data bawaan.",
                    en: "Correct the cell, or restore the data file that came with the program."))
        }
    }

    /// Reads `text`; rows shorter than the header have empty cells at the end.
    package init(name: String, text: String) {
        self.name = name
        var columns: [String] = []
        var rows: [Row] = []
        var line = 0
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for raw in lines {
            line += 1
            let content = raw.last == UInt8(ascii: "\r") ? raw.dropLast() : raw
            if content.isEmpty || content.first == UInt8(ascii: "#") { continue }
            let cells = content.split(
                separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false
            ).map { String(Substring($0)) }
            if columns.isEmpty {
                columns = cells
                continue
            }
            var record: [String: String] = [:]
            for (column, cell) in zip(columns, cells) { record[column] = cell }
            rows.append(Row(table: name, line: line, cells: record))
        }
        self.columns = columns
        self.rows = rows
    }
}
