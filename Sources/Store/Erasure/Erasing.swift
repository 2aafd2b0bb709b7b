import Civic

/// Takes out of the store what tells who a person is. What was decided stays, with the place and the
/// figures that it counts in.
struct Erasing {
    let sealer: Sealer
    let writer: any SQLWriter

    /// In the place of a name.
    static let name = "(dihapus)"

    /// Tables that hold something of a person.
    static let tables =
        [
            "person", "source_row", "review_pair", "person_agency", "name_word",
            "verification_case", "proposal_row", "driver_row", "link_note", "correction",
            "reference_row", "reference_match", "member", "decree_identity", "insurer_stranger",
        ] + PersonShelf.tables

    struct Person {
        let id: Int
        let number: String
        let nik: NIK?
        let marks: Set<ErasureMark>
    }

    /// The people that `condition` on `p` describes and `isWanted` keeps.
    static func people(
        where condition: String, _ values: [SQLValue], _ sealer: Sealer, _ reader: any SQLReader,
        isWanted: (Person) -> Bool = { _ in true }
    ) throws(Problem) -> [Person] {
        let summaries = SummaryReading(sealer: sealer)
        let shelved = try ShelvedMarks(sealer: sealer, reader: reader).all()
        var before: [String: [IdentityBefore]] = [:]
        for (number, identity) in try KeptCorrections.identities(sealer, reader) {
            before[number, default: []].append(identity)
        }
        var people: [Person] = []
        try reader.scan(
            """
            SELECT p.id, p.number, p.nik_sealed, p.name_key, p.birth, p.private_sealed
            FROM person p WHERE \(condition) ORDER BY p.id
            """, values
        ) { row throws(Problem) in
            var fields = SQLFields(row)
            let (id, number) = (fields.int(), fields.text())
            let nik = try summaries.nik(fields.optionalBytes(), .nik, id)
            let (nameKey, birth) = (fields.text(), fields.day())
            let details = try PrivateDetails(fields.optionalBytes(), of: id, sealer)
            var marks = ErasureMark.marks(
                nik: nik, nameKey: nameKey, birth: birth, motherName: details.motherName,
                sealer.ring.erasures
            ).union(shelved[number] ?? [])
            // Lists know the person by what was wrong.
            for identity in before[number] ?? [] {
                marks.formUnion(
                    ErasureMark.marks(
                        nik: identity.nik, nameKey: identity.nameKey, birth: identity.birth,
                        motherName: details.motherName, sealer.ring.erasures))
            }
            let person = Person(id: id, number: number, nik: nik, marks: marks)
            if isWanted(person) { people.append(person) }
        }
        return people
    }

    /// Notes that the files must be written anew; see ``Scrubbing``.
    private func noteScrub() throws(Problem) { try Setting.put(.scrubPending, "1", writer) }

    /// Erases everybody whom `marks`, or those that the store knows, describe. Returns their SIGAP
    /// numbers.
    func reapply(_ marks: Set<ErasureMark>, by act: Act) throws(Problem) -> [String] {
        try ErasureTable.add(marks, at: act.at, writer)
        let all = marks.union(try ErasureTable.all(writer))
        guard !all.isEmpty else { return [] }
        try DriverErasing(sealer: sealer, writer: writer).erase(all)
        let people = try Erasing.people(where: "1 = 1", [], sealer, writer) { person in
            !person.marks.isDisjoint(with: all)
        }
        let journal = JournalWriter(sealer: sealer)
        for person in people {
            try erase(person)
            try journal.append("person.erase", person.number, by: act, to: writer)
        }
        return people.map(\.number)
    }

    func erase(_ person: Person) throws(Problem) {
        try noteScrub()
        try ErasureTable.note(person.number, of: person.marks, writer)
        let id = [SQLValue(person.id)]
        try uncountAge(of: person.id)
        try eraseProposals(of: person)
        try ShelfErasing(writer: writer).erase(person)
        try ReferenceTable.erase(id: person.id, number: person.number, writer)
        let evidence = try writer.first("SELECT evidence FROM person WHERE id = $1", id) { fields in
            fields.text()
        }
        let verdicts = try Evidence.verdicts(evidence ?? "[]").map(\.withoutDatum)
        try writer.execute(
            """
            UPDATE person SET name = $2, name_key = '', birth = NULL, sex = NULL,
            nik_sealed = NULL, nik_index = NULL, private_sealed = NULL, rt = NULL, rw = NULL,
            evidence = $3
            WHERE id = $1
            """, id + [.text(Erasing.name), .text(Evidence.text(verdicts))])
        try writer.execute(
            """
            UPDATE source_row SET name = $2, birth = NULL, nik = 'none', nik_sealed = NULL
            WHERE person_id = $1
            """, id + [.text(Erasing.name)])
        try writer.execute("UPDATE person_agency SET name_key = '' WHERE person_id = $1", id)
        try writer.execute(
            "UPDATE verification_case SET name_key = '' WHERE number = $1", [.text(person.number)])
        for number in try PersonAlias.all(of: person.number, writer) {
            try writer.execute(
                """
                UPDATE correction SET asked_sealed = NULL, decided_sealed = NULL,
                before_sealed = NULL WHERE number = $1
                """, [.text(number)])
        }
        try writer.execute("DELETE FROM name_word WHERE person_id = $1", id)
        try writer.execute("DELETE FROM review_pair WHERE person_a = $1 OR person_b = $1", id)
        try DriverErasing(sealer: sealer, writer: writer).erase(
            nik: person.nik, number: person.number)
        try MemberErasing(sealer: sealer, writer: writer).erase(person)
    }

    /// Rows that were sent keep their place in the list; others that bear the number are gone.
    private func eraseProposals(of person: Person) throws(Problem) {
        let index =
            try writer.first(
                "SELECT nik_index FROM person WHERE id = $1", [SQLValue(person.id)]
            ) { fields in fields.optionalBytes() } ?? nil
        let who: [SQLValue] = [.text(person.number), SQLValue(index)]
        try writer.execute(
            """
            UPDATE proposal_row SET codes = '', settled = '', name_key = '', birth = NULL,
            rw = NULL, nik_sealed = NULL, nik_index = NULL, box = NULL
            WHERE state = 'sent' AND (number = $1 OR nik_index = $2)
            """, who)
        try writer.execute(
            "DELETE FROM proposal_row WHERE state <> 'sent' AND nik_index = $1", [who[1]])
    }

    /// Whose birth date is gone is no longer counted among people of an age.
    private func uncountAge(of id: Int) throws(Problem) {
        let asOf = RunSettings(try Setting.all(writer))?.asOf
        let found = try writer.first(
            """
            SELECT birth, sex, district, village FROM person
            WHERE id = $1 AND standing = 'selected' AND birth IS NOT NULL AND sex IS NOT NULL
            """, [SQLValue(id)]
        ) { fields in
            (birth: fields.day(), sex: fields.int(), places: [fields.place(), fields.place()])
        }
        guard let asOf, let birth = found?.birth,
            let sex = found.flatMap({ Sex(rawValue: UInt8(truncatingIfNeeded: $0.sex)) })
        else { return }
        let agencies = try writer.all(
            "SELECT agency FROM person_agency WHERE person_id = $1", [SQLValue(id)]
        ) { fields in TallyScope.agency(fields.text()) }
        let places = (found?.places ?? []).compactMap { $0.map { TallyScope.area($0) } }
        let key = CountKey.selectedAge(birth.age(on: asOf), sex)
        for scope in [.city] + places + agencies {
            let values: [SQLValue] = [.text(scope.text), .text(key.text)]
            try writer.execute(
                "DELETE FROM tally WHERE scope = $1 AND key = $2 AND value = 1", values)
            try writer.execute(
                "UPDATE tally SET value = value - 1 WHERE scope = $1 AND key = $2", values)
        }
    }
}
