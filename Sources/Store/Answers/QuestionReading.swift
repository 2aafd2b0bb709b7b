import Civic
import Programme

/// Reads questions with the rows that were found.
struct QuestionReading {
    let ask: AgencyAsk
    let sealer: Sealer

    /// The questions whose numbers the query `list` gives, in order of names.
    func questions(
        _ list: String, _ sql: SQLText, _ reader: any SQLReader
    ) throws(Problem) -> [AgencyQuestion] {
        let summaries = SummaryReading(sealer: sealer)
        let people = try reader.all(
            """
            SELECT c.number, c.due, c.district, c.village, c.occupation, p.id, p.name, p.birth,
            p.nik_sealed
            FROM verification_case c JOIN person p ON p.number = c.number
            WHERE c.number IN (\(list)) ORDER BY c.name_key, c.number
            """, sql.values
        ) { fields throws(Problem) in
            let (number, due) = (fields.text(), fields.int())
            let (district, village) = (fields.place(), fields.place())
            let (occupation, id) = (fields.optionalText(), fields.int())
            let (name, birth) = (fields.text(), fields.day())
            return AgencyQuestion(
                number: number, name: name, birth: birth,
                nik: try summaries.nik(fields.optionalBytes(), .nik, id), occupation: occupation,
                district: district, village: village, due: Day(number: Int32(clamping: due)),
                found: [])
        }
        let found = try found(of: people.map(\.number), reader)
        return people.map { question in
            AgencyQuestion(
                number: question.number, name: question.name, birth: question.birth,
                nik: question.nik, occupation: question.occupation, district: question.district,
                village: question.village, due: question.due, found: found[question.number] ?? [])
        }
    }

    /// The rows that these candidates may be, best first.
    func found(
        of numbers: [String], _ reader: any SQLReader
    ) throws(Problem) -> [String: [FoundReference]] {
        guard !numbers.isEmpty else { return [:] }
        let summaries = SummaryReading(sealer: sealer)
        var sql = SQLText()
        let agency = sql.bind(.text(ask.agency))
        var all: [String: [FoundReference]] = [:]
        try reader.scan(
            """
            SELECT m.number, r.id, r.record, m.kind, m.score, r.name, r.birth, r.nik_sealed,
            r.occupation, r.place
            FROM reference_match m JOIN reference_row r ON r.id = m.row_id
            WHERE m.agency = \(agency) AND m.number IN (\(sql.bind(numbers.map { .text($0) })))
            ORDER BY m.number, m.place
            """, sql.values
        ) { row throws(Problem) in
            var fields = SQLFields(row)
            let (number, id, record) = (fields.text(), fields.int(), fields.int())
            guard let kind = ReferenceMatch.Kind(rawValue: fields.text()) else {
                throw Problem.storeDamaged("reference_match.kind")
            }
            let (score, name, birth) = (fields.int(), fields.text(), fields.day())
            let nik = try summaries.nik(fields.optionalBytes(), .referenceNIK, id)
            all[number, default: []].append(
                FoundReference(
                    row: id, record: record, kind: kind, score: score, name: name, birth: birth,
                    nik: nik, occupation: fields.optionalText(), place: fields.place()))
        }
        return all
    }
}
