import Civic

/// The figures of the sample city: `Data/synth/settings.tsv`.
struct Settings: Sendable {
    private let rows: [String: Table.Row]
    private let table: Table

    init(_ table: Table) throws(Problem) {
        var rows: [String: Table.Row] = [:]
        for row in table.rows { rows[try row.text("name")] = row }
        self.rows = rows
        self.table = table
    }

    func row(_ name: String) throws(Problem) -> Table.Row {
        guard let row = rows[name] else {
            throw Problem(
                .service, "data-table",
                Phrase(
                    "Data acuan \(table.name) tidak memuat \"\(name)\".",
                    en: "Reference data \(table.name) has no \"\(name)\"."),
                do: Phrase(
                    "Pasang kembali berkas data bawaan.",
                    en: "Restore the data file that came with the program."))
        }
        return row
    }

    func share(_ name: String) throws(Problem) -> Share {
        Share(try row(name).fraction("value"))
    }

    func day(_ name: String) throws(Problem) -> Day { try row(name).day("value") }

    func number(_ name: String) throws(Problem) -> Int { try row(name).number("value") }

    func words(_ name: String) throws(Problem) -> [[UInt8]] {
        try row(name).list("value").map { Array($0.utf8) }
    }
}
