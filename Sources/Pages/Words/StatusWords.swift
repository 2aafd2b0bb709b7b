package import Civic

/// The words and looks of the statuses a person can have: the table `words/status.tsv`.
package struct StatusWords: Sendable {
    package struct Entry: Sendable {
        /// What staff read on a badge.
        package let staff: Phrase
        /// What the person reads; may hold placeholders. Nil for a status nobody outside sees.
        package let open: Phrase?
        package let look: Look
        package let icon: Icon
    }

    private let entries: [String: Entry]

    package init(_ table: Table) throws(Problem) {
        var entries: [String: Entry] = [:]
        for row in table.rows {
            let code = try row.text("code")
            guard entries[code] == nil else { throw row.wrong("code", code) }
            let lookName = try row.text("look")
            guard let look = Look(rawValue: lookName) else { throw row.wrong("look", lookName) }
            let iconName = try row.text("icon")
            guard let icon = Icon(rawValue: iconName) else { throw row.wrong("icon", iconName) }
            entries[code] = Entry(
                staff: Phrase(try row.text("staff_id"), en: try row.text("staff_en")),
                open: try StatusWords.open(row), look: look, icon: icon)
        }
        self.entries = entries
    }

    /// Both languages or none.
    private static func open(_ row: Table.Row) throws(Problem) -> Phrase? {
        guard row.optional("public_id") != nil || row.optional("public_en") != nil else {
            return nil
        }
        let phrase = Phrase(try row.text("public_id"), en: try row.text("public_en"))
        guard Words.haveSamePlaceholders(phrase) else {
            throw row.wrong("public_en", phrase.english)
        }
        return phrase
    }

    package var codes: Set<String> { Set(entries.keys) }

    package subscript(code: String) -> Entry? { entries[code] }
}
