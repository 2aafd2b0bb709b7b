import Civic

/// Reads everything about one person.
struct PersonReading {
    let sealer: Sealer
    let reader: any SQLReader

    private static let eventsMax = 50

    private struct Found {
        let id: Int
        let summary: PersonSummary
        let details: PrivateDetails
        let rt: Int?
        let rw: Int?
        let evidence: String
    }

    /// Nil when there is no such person, or not in `scope`.
    func record(_ number: String, _ scope: Scope) throws(Problem) -> PersonRecord? {
        guard let found = try person(number, scope) else { return nil }
        return PersonRecord(
            summary: found.summary, familyCard: found.details.familyCard,
            phone: found.details.phone, motherName: found.details.motherName,
            address: found.details.address, rt: found.rt, rw: found.rw,
            verdicts: try Evidence.verdicts(found.evidence),
            rows: try rows(of: found.id, nik: found.summary.nik),
            reviews: try reviews(of: found.id, scope),
            links: try LinkReading(reader: reader).standing(about: number),
            events: try JournalReading.events(
                about: number, limit: PersonReading.eventsMax, reader))
    }

    private func person(_ number: String, _ scope: Scope) throws(Problem) -> Found? {
        let summaries = SummaryReading(sealer: sealer)
        var sql = SQLText()
        let isThis = "p.number = \(sql.bind(.text(number)))"
        let isVisible = scope.condition(on: "p", &sql) ?? "1 = 1"
        return try reader.first(
            """
            SELECT \(SummaryReading.columns), p.private_sealed, p.rt, p.rw, p.evidence
            FROM person p WHERE \(isThis) AND \(isVisible)
            """, sql.values
        ) { fields throws(Problem) in
            let (id, summary) = try summaries.summary(&fields)
            return Found(
                id: id, summary: summary,
                details: try PrivateDetails(fields.optionalBytes(), of: id, sealer),
                rt: fields.optionalInt(),
                rw: fields.optionalInt(), evidence: fields.text())
        }
    }

    private func rows(of id: Int, nik: NIK?) throws(Problem) -> [SourceRowRecord] {
        let summaries = SummaryReading(sealer: sealer)
        return try reader.all(
            """
            SELECT d.id, d.agency, d.file, d.data_day, s.record, s.name, s.birth, s.nik,
            s.nik_sealed, s.link, s.weight
            FROM source_row s JOIN delivery d ON d.id = s.delivery_id
            WHERE s.person_id = $1 ORDER BY s.delivery_id, s.record
            """, [SQLValue(id)]
        ) { fields throws(Problem) in
            let delivery = fields.int()
            let (agency, file, day) = (fields.text(), fields.text(), fields.day())
            let (record, name, birth) = (fields.int(), fields.text(), fields.day())
            let isSame = fields.text() == "same"
            let own = try summaries.nik(fields.optionalBytes(), .rowNIK, id)
            guard let link = RowLink(rawValue: fields.text()) else {
                throw Problem.storeDamaged("source_row.link")
            }
            return SourceRowRecord(
                delivery: delivery, agency: agency, file: file, dataDay: day, record: record,
                name: name,
                birth: birth, nik: isSame ? nik : own, link: link, weight: fields.int())
        }
    }

    private func reviews(of id: Int, _ scope: Scope) throws(Problem) -> [ReviewRecord] {
        var sql = SQLText()
        let this = sql.bind(SQLValue(id))
        let isVisible = scope.condition(on: "p", &sql) ?? "1 = 1"
        return try reader.all(
            """
            SELECT r.id, p.number, p.name, r.weight, r.probability, r.evidence
            FROM review_pair r JOIN person p
            ON p.id = CASE WHEN r.person_a = \(this) THEN r.person_b ELSE r.person_a END
            WHERE (r.person_a = \(this) OR r.person_b = \(this)) AND r.state = 'open'
            AND \(isVisible)
            ORDER BY r.weight DESC, r.id
            """, sql.values
        ) { fields throws(Problem) in
            ReviewRecord(
                pair: fields.int(), otherNumber: fields.text(), otherName: fields.text(),
                weight: fields.int(),
                probability: fields.int(), evidence: try PairFinding.all(fields.text()))
        }
    }
}
