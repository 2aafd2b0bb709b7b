import Civic
import Programme

/// One row of a list with its number opened, as merging and splitting need it.
struct LinkedRow {
    let delivery: Int
    let record: Int
    let agency: String
    let name: String
    let birth: Day?
    let nik: NIK?

    func mark(_ marks: LinkMarks, twins: Int) -> LinkMark {
        marks.mark(agency: agency, name: name, birth: birth, nik: nik, twins: twins)
    }

    func isTwin(of other: LinkedRow) -> Bool {
        (agency, name, birth, nik) == (other.agency, other.name, other.birth, other.nik)
    }
}

/// What merging and splitting need to know of a person.
struct LinkedPerson {
    let id: Int
    let number: String
    let nameKey: String
    let birth: Day?
    let sex: Int?
    let nik: NIK?
    let details: PrivateDetails
    let rt: Int?
    let rw: Int?
    let standing: PersonStanding
    let verdicts: [RuleVerdict]
    let rows: [LinkedRow]

    /// Under which NIKs the civil registry lists the person.
    func side(_ terms: LinkTerms) -> LinkSide {
        let registered = rows.filter { terms.registries.contains($0.agency) }.compactMap(\.nik)
        return LinkSide(registered: Set(registered), sources: rows.count, age: id)
    }

    func marks(_ maker: LinkMarks) -> Set<LinkMark> { Set(rows.map { mark(of: $0, maker) }) }

    func mark(of row: LinkedRow, _ maker: LinkMarks) -> LinkMark {
        row.mark(maker, twins: twins(of: row))
    }

    /// Whether the row is one of those that `marks` were made of; meanwhile it may have found more
    /// rows like it.
    func isMarked(_ row: LinkedRow, by marks: Set<LinkMark>, _ maker: LinkMarks) -> Bool {
        (1...twins(of: row)).contains { marks.contains(row.mark(maker, twins: $0)) }
    }

    private func twins(of row: LinkedRow) -> Int { rows.count { $0.isTwin(of: row) } }

    static func read(
        _ id: Int, _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> LinkedPerson {
        let summaries = SummaryReading(sealer: sealer)
        let rows = LinkedRows(sealer: sealer, reader: reader)
        let found = try reader.first(
            """
            SELECT number, name_key, birth, sex, nik_sealed, private_sealed, rt, rw, standing,
            evidence FROM person WHERE id = $1
            """, [SQLValue(id)]
        ) { fields throws(Problem) in
            let (number, nameKey, birth) = (fields.text(), fields.text(), fields.day())
            let sex = fields.optionalInt()
            let nik = try summaries.nik(fields.optionalBytes(), .nik, id)
            let details = try PrivateDetails(fields.optionalBytes(), of: id, sealer)
            let (rt, rw) = (fields.optionalInt(), fields.optionalInt())
            guard let standing = PersonStanding(rawValue: fields.text()) else {
                throw Problem.storeDamaged("person.standing")
            }
            let verdicts = try Evidence.verdicts(fields.text())
            return LinkedPerson(
                id: id, number: number, nameKey: nameKey, birth: birth, sex: sex, nik: nik,
                details: details, rt: rt, rw: rw, standing: standing, verdicts: verdicts,
                rows: [])
        }
        guard let found else { throw Problem.storeDamaged("person") }
        return LinkedPerson(
            id: id, number: found.number, nameKey: found.nameKey, birth: found.birth,
            sex: found.sex, nik: found.nik, details: found.details, rt: found.rt, rw: found.rw,
            standing: found.standing, verdicts: found.verdicts,
            rows: try rows.of(id, nik: found.nik))
    }
}

/// Reads the rows of a person.
struct LinkedRows {
    let sealer: Sealer
    let reader: any SQLReader

    /// `nik` is that of the person.
    func of(_ id: Int, nik: NIK?) throws(Problem) -> [LinkedRow] {
        let summaries = SummaryReading(sealer: sealer)
        return try reader.all(
            """
            SELECT s.delivery_id, s.record, d.agency, s.name, s.birth, s.nik, s.nik_sealed
            FROM source_row s JOIN delivery d ON d.id = s.delivery_id
            WHERE s.person_id = $1 ORDER BY s.delivery_id, s.record
            """, [SQLValue(id)]
        ) { fields throws(Problem) in
            let (delivery, record, agency) = (fields.int(), fields.int(), fields.text())
            let (name, birth, isSame) = (fields.text(), fields.day(), fields.text() == "same")
            let own = try summaries.nik(fields.optionalBytes(), .rowNIK, id)
            return LinkedRow(
                delivery: delivery, record: record, agency: agency, name: name, birth: birth,
                nik: isSame ? nik : own)
        }
    }
}
