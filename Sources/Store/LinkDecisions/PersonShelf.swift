import Civic

/// Where people and pairs lie as the run left them, from the first decision about them until the
/// last one is taken back.
struct PersonShelf {
    let sealer: Sealer
    let writer: any SQLWriter

    private static let pairColumns = "id, person_a, person_b, weight, probability, evidence, state"
    private static var people: String { PersonBatch.personColumns.joined(separator: ", ") }
    private static var rows: String { PersonBatch.rowColumns.joined(separator: ", ") }

    static let tables = ["shelved_person", "shelved_row", "shelved_pair"]

    func holds(_ id: Int) throws(Problem) -> Bool {
        try writer.integer("SELECT COUNT(*) FROM shelved_person WHERE id = $1", [SQLValue(id)]) > 0
    }

    /// Puts a copy of a living person there, with its rows and pairs. The pairs are no longer among
    /// the living; ``LivingPairs`` makes them anew.
    func take(_ id: Int) throws(Problem) {
        let this = [SQLValue(id)]
        try writer.execute(
            """
            INSERT INTO shelved_person (\(PersonShelf.people))
            SELECT \(PersonShelf.people) FROM person WHERE id = $1
            """, this)
        try writer.execute(
            """
            INSERT INTO shelved_row (\(PersonShelf.rows))
            SELECT \(PersonShelf.rows) FROM source_row WHERE person_id = $1
            """, this)
        try takePairs(of: id)
        try writer.execute("DELETE FROM review_pair WHERE person_a = $1 OR person_b = $1", this)
    }

    /// Puts copies of the pairs of a person there that are not there yet.
    func takePairs(of id: Int) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO shelved_pair (\(PersonShelf.pairColumns))
            SELECT \(PersonShelf.pairColumns) FROM review_pair
            WHERE (person_a = $1 OR person_b = $1)
            AND id NOT IN (SELECT id FROM shelved_pair)
            """, [SQLValue(id)])
    }

    /// Ids and names, in canonical spelling, of those with these numbers.
    func people(_ numbers: Set<String>) throws(Problem) -> [(id: Int, number: String, key: String)]
    {
        try list(numbers, "shelved_person")
    }

    /// The living with these numbers.
    func living(_ numbers: Set<String>) throws(Problem) -> [(id: Int, number: String, key: String)]
    {
        try list(numbers, "person")
    }

    private func list(
        _ numbers: Set<String>, _ table: String
    ) throws(Problem) -> [(id: Int, number: String, key: String)] {
        guard !numbers.isEmpty else { return [] }
        var sql = SQLText()
        let list = sql.bind(numbers.sorted().map { .text($0) })
        return try writer.all(
            "SELECT id, number, name_key FROM \(table) WHERE number IN (\(list)) ORDER BY id",
            sql.values
        ) { fields in (fields.int(), fields.text(), fields.text()) }
    }

    /// Brings everybody with these numbers back as the run left them, and takes them off the shelf.
    /// `made` are the numbers of those whom only decisions made. The pairs stay on the shelf.
    func restore(_ numbers: Set<String>, made: Set<String>) throws(Problem) {
        let shelved = try people(numbers)
        let numbersBack = Set(shelved.map(\.number))
        let gone = try living(numbers).filter {
            numbersBack.contains($0.number) || made.contains($0.number)
        }
        var words = (shelved + gone).reduce(into: Set<Int64>()) {
            $0.formUnion(NameWord.words($1.key))
        }
        for person in gone { words.formUnion(try rowWords(person.id)) }
        for person in gone { try remove(person.id, person.key, words) }
        for person in shelved { try bring(person.id, person.key) }
        try PersonAlias.remove(numbersBack.union(made), writer)
    }

    /// Whoever only decisions made was named as one of its rows.
    private func rowWords(_ id: Int) throws(Problem) -> Set<Int64> {
        let names = try writer.all(
            "SELECT name FROM source_row WHERE person_id = $1", [SQLValue(id)]
        ) { fields in fields.text() }
        return names.reduce(into: []) {
            $0.formUnion(NameWord.words(NameSpelling.canonical($1)))
        }
    }

    /// Takes a living person away with everything that hangs on it.
    func remove(_ id: Int, _ nameKey: String, _ words: Set<Int64>) throws(Problem) {
        let this = [SQLValue(id)]
        try PersonIndex(writer: writer).remove(id, nameKey, words: words)
        try writer.execute("DELETE FROM review_pair WHERE person_a = $1 OR person_b = $1", this)
        try writer.execute("DELETE FROM source_row WHERE person_id = $1", this)
        try writer.execute("DELETE FROM person WHERE id = $1", this)
    }

    private func bring(_ id: Int, _ nameKey: String) throws(Problem) {
        let this = [SQLValue(id)]
        try reseal(id)
        try writer.execute(
            """
            INSERT INTO person (\(PersonShelf.people))
            SELECT \(PersonShelf.people) FROM shelved_person WHERE id = $1
            """, this)
        try writer.execute(
            """
            INSERT INTO source_row (\(PersonShelf.rows))
            SELECT \(PersonShelf.rows) FROM shelved_row WHERE person_id = $1
            """, this)
        try writer.execute("DELETE FROM shelved_person WHERE id = $1", this)
        try writer.execute("DELETE FROM shelved_row WHERE person_id = $1", this)
        try PersonIndex(writer: writer).add(id, nameKey, words: NameWord.words(nameKey))
    }

    /// Seals what is on the shelf of a person with the current key, where it is not.
    func reseal(_ id: Int) throws(Problem) {
        let boxes = ShelvedBoxes(reader: writer)
        for person in try boxes.people(id) where !boxes.isCurrent(person, sealer) {
            var (nik, index): ([UInt8]?, [UInt8]?) = (nil, nil)
            if let box = person.nik {
                let digits = try sealer.open(box, .nik, row: id)
                nik = try sealer.seal(digits, .nik, row: id)
                index = sealer.current.nikIndex(digits)
            }
            let details = try resealed(person.details, .personal, id)
            try writer.execute(
                """
                UPDATE shelved_person SET nik_sealed = $2, nik_index = $3, private_sealed = $4
                WHERE id = $1
                """, [SQLValue(id), SQLValue(nik), SQLValue(index), SQLValue(details)])
        }
        for row in try boxes.rows(id) where !sealer.isCurrent(row.nik, .rowNIK, row: id) {
            try writer.execute(
                "UPDATE shelved_row SET nik_sealed = $3 WHERE delivery_id = $1 AND record = $2",
                [
                    SQLValue(row.delivery), SQLValue(row.record),
                    SQLValue(try resealed(row.nik, .rowNIK, id)),
                ])
        }
    }

    private func resealed(
        _ box: [UInt8]?, _ column: Sealer.Column, _ id: Int
    ) throws(Problem) -> [UInt8]? {
        guard let box else { return nil }
        return try sealer.seal(try sealer.open(box, column, row: id), column, row: id)
    }
}
