import Civic

/// By what those are recognised who were merged into somebody else: who erases the one erases them
/// all.
struct ShelvedMarks {
    let sealer: Sealer
    let reader: any SQLReader

    /// By the number of the living person.
    func all() throws(Problem) -> [String: Set<ErasureMark>] {
        let summaries = SummaryReading(sealer: sealer)
        let found = try reader.all(
            """
            SELECT id, number, nik_sealed, name_key, birth, private_sealed FROM shelved_person
            """
        ) { fields throws(Problem) in
            let (id, number) = (fields.int(), fields.text())
            let nik = try summaries.nik(fields.optionalBytes(), .nik, id)
            let (nameKey, birth) = (fields.text(), fields.day())
            let details = try PrivateDetails(fields.optionalBytes(), of: id, sealer)
            return (
                number: number,
                marks: ErasureMark.marks(
                    nik: nik, nameKey: nameKey, birth: birth, motherName: details.motherName,
                    sealer.ring.erasures)
            )
        }
        var marks: [String: Set<ErasureMark>] = [:]
        for person in found {
            guard let living = try PersonAlias.living(person.number, reader) else { continue }
            marks[living.number, default: []].formUnion(person.marks)
        }
        return marks
    }
}

/// Takes out of the shelf, and out of what was noted with decisions, what tells who a person is.
struct ShelfErasing {
    let writer: any SQLWriter

    /// To be done while the person is still among the living under its own rows.
    func erase(_ person: Erasing.Person) throws(Problem) {
        let numbers = try PersonAlias.all(of: person.number, writer)
        try writer.execute(
            """
            UPDATE shelved_row SET name = $2, birth = NULL, nik = 'none', nik_sealed = NULL
            WHERE EXISTS (SELECT 1 FROM source_row s WHERE s.person_id = $1
            AND s.delivery_id = shelved_row.delivery_id AND s.record = shelved_row.record)
            """, [SQLValue(person.id), .text(Erasing.name)])
        for number in numbers {
            try erasePerson(number)
            try writer.execute(
                """
                DELETE FROM link_note WHERE decision_id IN (SELECT id FROM link_decision
                WHERE first_number = $1 OR second_number = $1)
                """, [.text(number)])
        }
    }

    private func erasePerson(_ number: String) throws(Problem) {
        let found = try writer.first(
            "SELECT id, evidence FROM shelved_person WHERE number = $1", [.text(number)]
        ) { fields in (id: fields.int(), evidence: fields.text()) }
        guard let found else { return }
        let verdicts = try Evidence.verdicts(found.evidence).map(\.withoutDatum)
        let this = [SQLValue(found.id)]
        try writer.execute(
            """
            UPDATE shelved_person SET name = $2, name_key = '', birth = NULL, sex = NULL,
            nik_sealed = NULL, nik_index = NULL, private_sealed = NULL, rt = NULL, rw = NULL,
            evidence = $3 WHERE id = $1
            """, this + [.text(Erasing.name), .text(Evidence.text(verdicts))])
        try writer.execute(
            """
            UPDATE shelved_row SET name = $2, birth = NULL, nik = 'none', nik_sealed = NULL
            WHERE person_id = $1
            """, this + [.text(Erasing.name)])
        try writer.execute("DELETE FROM shelved_pair WHERE person_a = $1 OR person_b = $1", this)
    }
}
