package import Civic
import Programme

extension CityStore {
    /// Puts a list in the place of the agency's one before, and finds candidates on it. Rows of the
    /// old list are gone; that there was one stays.
    ///
    /// - Returns: how many rows were kept. Repeating the request changes nothing.
    package func replaceReferences(
        _ list: NewReferenceList, _ ask: AgencyAsk, by act: Act
    ) async throws(Problem) -> Int {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "reference.replace", writer) else {
                return try ReferenceTable.lists(of: list.agency, limit: 1, writer).first?.kept ?? 0
            }
            let sealer = try sealer.named(by: writer)
            let rows = try ReferenceTable.unerased(list.rows, sealer, writer)
            guard !rows.isEmpty else { throw noRows() }
            try writer.execute(
                "DELETE FROM reference_row WHERE agency = $1", [.text(list.agency)])
            let id = try ReferenceTable.insert(list, rows, by: act, writer)
            try ReferenceTable.insert(rows, of: id, list.agency, sealer, writer)
            try ReferenceMatchTable(ask: ask).rebuild(id, writer)
            try journal.append(
                "reference.replace", "\(list.agency)/\(id)",
                ["rows": String(rows.count), "day": list.dataDay.iso, "digest": list.digest],
                by: act, to: writer)
            return rows.count
        }
    }

    /// The lists of an agency, latest first; the first one is in use.
    package func referenceLists(
        of agency: String, limit: Int
    ) async throws(Problem) -> [ReferenceListRecord] {
        try await engine.read { reader throws(Problem) in
            try ReferenceTable.lists(of: agency, limit: limit, reader)
        }
    }

    /// What somebody said the columns under these headings mean; nil when nobody did.
    package func referenceColumns(
        of agency: String, under headings: String
    ) async throws(Problem) -> String? {
        try await engine.read { reader throws(Problem) in
            try reader.first(
                "SELECT columns FROM reference_columns WHERE agency = $1 AND headings = $2",
                [.text(agency), .text(headings)]
            ) { fields in fields.text() }
        }
    }

    package func rememberReferenceColumns(
        _ columns: String, of agency: String, under headings: String, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            try writer.execute(
                """
                INSERT INTO reference_columns (agency, headings, columns) VALUES ($1, $2, $3)
                ON CONFLICT (agency, headings) DO UPDATE SET columns = excluded.columns
                """, [.text(agency), .text(headings), .text(columns)])
            try journal.append(
                "reference.columns", agency, ["columns": columns], by: act, to: writer)
        }
    }

    private func noRows() -> Problem {
        Problem(
            .input, "reference-empty",
            Phrase(
                "Tidak ada baris dengan nama orang.", en: "No row holds the name of a person."),
            do: Phrase(
                "Periksa kolom nama, lalu unggah lagi.",
                en: "Check the column of names, then upload again."))
    }
}
