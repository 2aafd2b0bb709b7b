import Civic

/// The boxes of the shelf.
struct ShelvedBoxes {
    let reader: any SQLReader

    func ids() throws(Problem) -> [Int] {
        try reader.all("SELECT id FROM shelved_person ORDER BY id") { fields in fields.int() }
    }

    func people(_ id: Int) throws(Problem) -> [SealedBoxes.Person] {
        try reader.all(
            "SELECT id, nik_sealed, private_sealed FROM shelved_person WHERE id = $1",
            [SQLValue(id)]
        ) { fields in
            SealedBoxes.Person(
                id: fields.int(), nik: fields.optionalBytes(), details: fields.optionalBytes())
        }
    }

    func rows(_ id: Int) throws(Problem) -> [SealedBoxes.Row] {
        try reader.all(
            """
            SELECT person_id, delivery_id, record, nik_sealed FROM shelved_row
            WHERE person_id = $1 AND nik_sealed IS NOT NULL
            """, [SQLValue(id)]
        ) { fields in
            SealedBoxes.Row(
                person: fields.int(), delivery: fields.int(), record: fields.int(),
                nik: fields.bytes())
        }
    }

    func isCurrent(_ person: SealedBoxes.Person, _ sealer: Sealer) -> Bool {
        (person.nik.map { sealer.isCurrent($0, .nik, row: person.id) } ?? true)
            && (person.details.map { sealer.isCurrent($0, .personal, row: person.id) } ?? true)
    }
}
