import Civic

/// The rows by which lists of agencies and searches by name find a person.
struct PersonIndex {
    let writer: any SQLWriter

    func add(_ id: Int, _ nameKey: String, words: Set<Int64>) throws(Problem) {
        for agency in try RowAgencies.of(id, writer) {
            try writer.execute(
                """
                INSERT INTO person_agency (agency, name_key, person_id) VALUES ($1, $2, $3)
                ON CONFLICT (agency, name_key, person_id) DO NOTHING
                """, [.text(agency), .text(nameKey), SQLValue(id)])
        }
        for word in words {
            try writer.execute(
                """
                INSERT INTO name_word (word, person_id) VALUES ($1, $2)
                ON CONFLICT (word, person_id) DO NOTHING
                """, [.integer(word), SQLValue(id)])
        }
    }

    /// To be done while the person still has its rows.
    func remove(_ id: Int, _ nameKey: String, words: Set<Int64>) throws(Problem) {
        for agency in try RowAgencies.of(id, writer) {
            try writer.execute(
                "DELETE FROM person_agency WHERE agency = $1 AND name_key = $2 AND person_id = $3",
                [.text(agency), .text(nameKey), SQLValue(id)])
        }
        for word in words {
            try writer.execute(
                "DELETE FROM name_word WHERE word = $1 AND person_id = $2",
                [.integer(word), SQLValue(id)])
        }
    }
}

extension PersonIndex {
    /// The words by which a person is found: those of its own name and of all who were merged into
    /// it.
    func words(of id: Int, _ nameKey: String) throws(Problem) -> Set<Int64> {
        let number = try writer.first("SELECT number FROM person WHERE id = $1", [SQLValue(id)]) {
            fields in fields.text()
        }
        var words = NameWord.words(nameKey)
        for alias in try PersonAlias.all(of: number ?? "", writer) {
            let key = try writer.first(
                "SELECT name_key FROM shelved_person WHERE number = $1", [.text(alias)]
            ) { fields in fields.text() }
            if let key { words.formUnion(NameWord.words(key)) }
        }
        return words
    }
}
