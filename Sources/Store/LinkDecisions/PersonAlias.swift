package import Civic

/// Numbers of people who were found to be somebody else, and whose they are now.
enum PersonAlias {
    /// No chain of people who were joined one after the other is as long.
    private static let hopsMax = 64

    /// The person who bears `number`, or into whom that one was merged; nil when nobody is known by
    /// it.
    static func living(
        _ number: String, _ reader: any SQLReader
    ) throws(Problem) -> (id: Int, number: String)? {
        var number = number
        for _ in 0..<hopsMax {
            let id = try reader.first(
                "SELECT id FROM person WHERE number = $1", [.text(number)]
            ) { fields in fields.int() }
            if let id { return (id, number) }
            let next = try reader.first(
                "SELECT survivor FROM person_alias WHERE number = $1", [.text(number)]
            ) { fields in fields.text() }
            guard let next else { return nil }
            number = next
        }
        return nil
    }

    /// `number` and every number that leads to it.
    static func all(of number: String, _ reader: any SQLReader) throws(Problem) -> [String] {
        var found = [number]
        var next = 0
        while next < found.count {
            let more = try reader.all(
                "SELECT number FROM person_alias WHERE survivor = $1 ORDER BY number",
                [.text(found[next])]
            ) { fields in fields.text() }
            found += more.filter { !found.contains($0) }
            next += 1
        }
        return found
    }

    /// Each number that leads to another, with the one it leads to.
    static func survivors(_ reader: any SQLReader) throws(Problem) -> [String: String] {
        var found: [String: String] = [:]
        try reader.scan("SELECT number, survivor FROM person_alias", []) { row throws(Problem) in
            found[row.text(0)] = row.text(1)
        }
        return found
    }

    static func put(
        _ number: String, _ survivor: String, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO person_alias (number, survivor) VALUES ($1, $2)
            ON CONFLICT (number) DO UPDATE SET survivor = excluded.survivor
            """, [.text(number), .text(survivor)])
    }

    static func remove(_ numbers: Set<String>, _ writer: any SQLWriter) throws(Problem) {
        for number in numbers {
            try writer.execute("DELETE FROM person_alias WHERE number = $1", [.text(number)])
        }
    }

    /// After an import: where the number that was led to is gone and the other came back, the lead
    /// is turned round, so that whichever number somebody holds leads to the person.
    static func turn(_ writer: any SQLWriter) throws(Problem) {
        let turned = try writer.all(
            """
            SELECT a.survivor, MIN(a.number) FROM person_alias a
            JOIN person n ON n.number = a.number
            WHERE NOT EXISTS (SELECT 1 FROM person s WHERE s.number = a.survivor)
            AND NOT EXISTS (SELECT 1 FROM person_alias b WHERE b.number = a.survivor)
            GROUP BY a.survivor
            """
        ) { fields in (old: fields.text(), new: fields.text()) }
        for (old, new) in turned {
            try remove([new], writer)
            try put(old, new, writer)
        }
    }
}

extension CityStore {
    /// The number under which the person is known now who was once known by `number`, as far as
    /// `scope` reaches; nil when nobody is.
    package func currentNumber(
        of number: PersonNumber, in scope: Scope
    ) async throws(Problem) -> PersonNumber? {
        try await engine.read { reader throws(Problem) in
            guard let living = try PersonAlias.living(number.text, reader) else { return nil }
            var sql = SQLText()
            let isThis = "p.id = \(sql.bind(SQLValue(living.id)))"
            let isVisible = scope.condition(on: "p", &sql) ?? "1 = 1"
            return try reader.first(
                "SELECT p.number FROM person p WHERE \(isThis) AND \(isVisible)", sql.values
            ) { fields in PersonNumber(known: fields.text()) }
        }
    }
}
