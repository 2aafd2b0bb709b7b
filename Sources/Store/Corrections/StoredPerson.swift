import Civic
import Programme

/// A person as kept, in the form in which lists bring people, so that one rule corrects both.
struct StoredPerson {
    let id: Int
    var person: ImportedPerson
    let agencies: Set<String>

    /// The person known by this number, or into whom that one was merged; nil when there is none.
    static func read(
        _ number: String, _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> StoredPerson? {
        guard let living = try PersonAlias.living(number, reader) else { return nil }
        let summaries = SummaryReading(sealer: sealer)
        let found = try reader.first(
            """
            SELECT \(SummaryReading.columns), p.private_sealed, p.rt, p.rw, p.evidence, c.lane
            FROM person p LEFT JOIN verification_case c ON c.number = p.number
            WHERE p.id = $1
            """, [SQLValue(living.id)]
        ) { fields throws(Problem) in
            let (id, summary) = try summaries.summary(&fields)
            var person = ImportedPerson(
                number: PersonNumber(known: summary.number), name: summary.name,
                standing: summary.standing)
            person.take(summary)
            person.take(try PrivateDetails(fields.optionalBytes(), of: id, sealer))
            (person.rt, person.rw) = (fields.optionalInt(), fields.optionalInt())
            person.verdicts = try Evidence.verdicts(fields.text())
            person.lane = fields.optionalText().flatMap { CaseLane(rawValue: $0) }
            return (id, person)
        }
        guard let (id, person) = found else { return nil }
        let agencies = try reader.all(
            "SELECT agency FROM person_agency WHERE person_id = $1", [SQLValue(id)]
        ) { fields in fields.text() }
        return StoredPerson(id: id, person: person, agencies: Set(agencies))
    }
}

extension ImportedPerson {
    fileprivate mutating func take(_ summary: PersonSummary) {
        (birth, sex, nik) = (summary.birth, summary.sex, summary.nik)
        place = summary.village ?? summary.district
        (occupation, decile, proposed) = (summary.occupation, summary.decile, summary.proposed)
        (reasons, rank) = (summary.reasons, summary.rank)
        (waitingPlace, fund) = (summary.waitingPlace, summary.fund)
    }

    fileprivate mutating func take(_ details: PrivateDetails) {
        (familyCard, phone) = (details.familyCard, details.phone)
        (motherName, address) = (details.motherName, details.address)
    }
}

/// Puts a corrected person in the place of the one that is kept, with all that is derived from it.
struct PersonRewriting {
    let sealer: Sealer
    let verification: VerificationTerms
    let act: Act
    let writer: any SQLWriter

    /// Whoever came to wait stands last, in the ranking and in the village, until lists are processed
    /// again.
    func replace(_ stored: StoredPerson, by corrected: ImportedPerson) throws(Problem) {
        var person = corrected
        if person.standing == .waiting, person.rank == nil {
            person.rank = try writer.integer("SELECT COALESCE(MAX(rank), 0) + 1 FROM person")
            person.waitingPlace = try lastPlace(person.place) + 1
        }
        try update(stored.id, person)
        if NameSpelling.canonical(person.name) != NameSpelling.canonical(stored.person.name) {
            try rename(stored.id, person)
        }
        try recount(stored, person)
        try updateCase(person, had: stored.person.lane != nil)
    }

    private func lastPlace(_ place: PlaceCode?) throws(Problem) -> Int {
        let all = "SELECT COALESCE(MAX(waiting_place), 0) FROM person WHERE"
        guard let place else { return try writer.integer("\(all) district IS NULL") }
        let text: [SQLValue] = [.text(place.description)]
        return place.level == .village
            ? try writer.integer("\(all) village = $1", text)
            : try writer.integer("\(all) village IS NULL AND district = $1", text)
    }

    private func update(_ id: Int, _ person: ImportedPerson) throws(Problem) {
        let nik = try person.nik.map { (nik) throws(Problem) -> SQLValue in
            .bytes(try sealer.seal(Sealer.bytes(nik.digits), .nik, row: id))
        }
        let details = try PrivateDetails(person).text.map { (text) throws(Problem) -> SQLValue in
            .bytes(try sealer.seal(Array(text.utf8), .personal, row: id))
        }
        var values: [SQLValue] = [
            SQLValue(id), .text(person.name), .text(NameSpelling.canonical(person.name)),
        ]
        values += [SQLValue(person.birth), nik ?? .null]
        values.append(SQLValue(person.nik.map { sealer.index(of: $0) }))
        values += [details ?? .null, SQLValue(person.occupation), SQLValue(person.decile)]
        values.append(.text(person.standing.rawValue))
        values.append(.text(person.reasons.joined(separator: ";")))
        values += [SQLValue(person.reasons.first), SQLValue(person.rank)]
        values += [SQLValue(person.waitingPlace), SQLValue(person.fund)]
        values.append(.text(Evidence.text(person.verdicts)))
        try writer.execute(
            """
            UPDATE person SET name = $2, name_key = $3, birth = $4, nik_sealed = $5,
            nik_index = $6, private_sealed = $7, occupation = $8, decile = $9, standing = $10,
            reasons = $11, first_reason = $12, rank = $13, waiting_place = $14, fund = $15,
            evidence = $16 WHERE id = $1
            """, values)
    }

    private func rename(_ id: Int, _ person: ImportedPerson) throws(Problem) {
        let nameKey = NameSpelling.canonical(person.name)
        let values: [SQLValue] = [SQLValue(id), .text(nameKey)]
        try writer.execute("UPDATE person_agency SET name_key = $2 WHERE person_id = $1", values)
        try writer.execute("DELETE FROM name_word WHERE person_id = $1", [SQLValue(id)])
        var words: [SQLValue] = []
        for word in NameWord.words(nameKey) { words += [.integer(word), SQLValue(id)] }
        try writer.insert(into: "name_word", ["word", "person_id"], words)
    }

    /// Takes the person out of the counts and puts the corrected one in.
    private func recount(_ stored: StoredPerson, _ person: ImportedPerson) throws(Problem) {
        guard let asOf = RunSettings(try Setting.all(writer))?.asOf else { return }
        var changes: [TallyScope: [CountKey: Int]] = [:]
        for (counted, by) in [(stored.person, -1), (person, 1)] {
            var sheet = TallySheet(asOf: asOf)
            sheet.add(counted, agencies: stored.agencies)
            for (scope, keys) in sheet.counts {
                for key in keys.keys { changes[scope, default: [:]][key, default: 0] += by }
            }
        }
        for (scope, keys) in changes {
            for (key, count) in keys where count != 0 { try change(scope, key, by: count) }
        }
    }

    private func change(
        _ scope: TallyScope, _ key: CountKey, by change: Int
    ) throws(Problem) {
        let place: [SQLValue] = [.text(scope.text), .text(key.text)]
        guard change < 0 else {
            try writer.execute(
                """
                INSERT INTO tally (scope, key, value) VALUES ($1, $2, $3)
                ON CONFLICT (scope, key) DO UPDATE SET value = tally.value + excluded.value
                """, place + [SQLValue(change)])
            return
        }
        try writer.execute(
            "DELETE FROM tally WHERE scope = $1 AND key = $2 AND value = $3",
            place + [SQLValue(-change)])
        try writer.execute(
            "UPDATE tally SET value = value - $3 WHERE scope = $1 AND key = $2",
            place + [SQLValue(-change)])
    }

    /// The case follows the person; whoever has none gets one when there is something to check.
    private func updateCase(_ person: ImportedPerson, had: Bool) throws(Problem) {
        guard let lane = person.lane else { return }
        let nameKey = NameSpelling.canonical(person.name)
        let number = person.number.text
        if had {
            try writer.execute(
                """
                UPDATE verification_case SET name_key = $2, occupation = $3, lane = $4
                WHERE number = $1
                """,
                [
                    .text(number), .text(nameKey), SQLValue(person.occupation),
                    .text(lane.rawValue),
                ])
        } else {
            let book = CaseBook(new: verification, on: act.at)
            try writer.insert(
                into: "verification_case", CaseBook.columns,
                book.rows(of: person, nameKey: nameKey))
        }
        try CaseTable.refresh([number], verification.policy, writer)
    }
}
