import Civic
import Programme

/// What was found of candidates on the list of one agency.
struct ReferenceMatchTable {
    let ask: AgencyAsk

    /// Whether the matches stand for the list, the people and the rules of today.
    func isCurrent(_ list: Int?, _ reader: any SQLReader) throws(Problem) -> Bool {
        let state = try reader.first(
            "SELECT list_id, basis FROM reference_state WHERE agency = $1", [.text(ask.agency)]
        ) { fields in (list: fields.int(), basis: fields.text()) }
        guard let state else { return list == nil }
        return state.list == list && state.basis == ask.basis
    }

    /// Finds all candidates anew: both sides are read once and compared in memory.
    func rebuild(_ list: Int, _ writer: any SQLWriter) throws(Problem) {
        try writer.execute(
            "DELETE FROM reference_match WHERE agency = $1", [.text(ask.agency)])
        try writer.execute(
            "DELETE FROM reference_state WHERE agency = $1", [.text(ask.agency)])
        let matching = ReferenceMatching(try rows(writer), ask.rules)
        let (numbers, candidates) = try candidates(writer)
        var values: [SQLValue] = []
        for (number, found) in zip(numbers, matching.matches(of: candidates)) {
            for (place, match) in found.enumerated() {
                values += [.text(ask.agency), .text(number), SQLValue(place + 1)]
                values += [SQLValue(match.row), .text(match.kind.rawValue), SQLValue(match.score)]
            }
        }
        try writer.insert(
            into: "reference_match", ["agency", "number", "place", "row_id", "kind", "score"],
            values)
        try writer.insert(
            into: "reference_state", ["agency", "list_id", "basis"],
            [.text(ask.agency), SQLValue(list), .text(ask.basis)])
    }

    private func rows(_ reader: any SQLReader) throws(Problem) -> [ReferencePerson] {
        try reader.all(
            """
            SELECT id, nik_index, name_key, birth FROM reference_row WHERE agency = $1 ORDER BY id
            """, [.text(ask.agency)]
        ) { fields in
            ReferencePerson(
                id: fields.int(), nik: fields.optionalBytes(), nameKey: fields.text(),
                birth: fields.day())
        }
    }

    private func candidates(
        _ reader: any SQLReader
    ) throws(Problem) -> (numbers: [String], people: [ReferencePerson]) {
        var sql = SQLText()
        let isAsked = ask.isAsked(ask.occupations, &sql)
        var numbers: [String] = []
        let people = try reader.all(
            """
            SELECT c.number, p.nik_index, p.name_key, p.birth
            FROM verification_case c JOIN person p ON p.number = c.number
            WHERE \(isAsked) ORDER BY c.number
            """, sql.values
        ) { fields in
            numbers.append(fields.text())
            return ReferencePerson(
                id: numbers.count, nik: fields.optionalBytes(), nameKey: fields.text(),
                birth: fields.day())
        }
        return (numbers, people)
    }
}
