import Civic
import Programme

/// The SQL of one list of questions. A page is a short walk along the cases of each occupation the
/// agency is asked about, in order of names.
struct QuestionQuery {
    let ask: AgencyAsk
    var filter: QuestionFilter

    /// At most `limit` questions behind `after`, the number of a case.
    func page(
        after number: String?, limit: Int, _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> [AgencyQuestion] {
        let key = try number.flatMap { number throws(Problem) in
            try reader.first(
                "SELECT name_key FROM verification_case WHERE number = $1", [.text(number)]
            ) { fields in (name: fields.text(), number: number) }
        }
        var sql = SQLText()
        let sorted = "ORDER BY list_key, list_number LIMIT \(limit)"
        let walks = ask.occupations.enumerated().map { place, occupation in
            var all = conditions([occupation], &sql)
            if let key {
                let (name, number) = (sql.bind(.text(key.name)), sql.bind(.text(key.number)))
                all.append("(c.name_key, c.number) > (\(name), \(number))")
            }
            return """
                SELECT * FROM (SELECT c.name_key AS list_key, c.number AS list_number
                FROM \(source) WHERE \(all.joined(separator: " AND ")) \(sorted)) AS walk\(place)
                """
        }
        guard !walks.isEmpty else { return [] }
        return try QuestionReading(ask: ask, sealer: sealer).questions(
            "SELECT list_number FROM (\(walks.joined(separator: " UNION ALL "))) AS walks \(sorted)",
            sql, reader)
    }

    /// How many wait, by what was found of them, and the earliest day they are due.
    func counts(
        _ reader: any SQLReader
    ) throws(Problem) -> (byMatch: [QuestionFilter.Match: Int], due: Day?) {
        var sql = SQLText()
        let all = conditions(ask.occupations, &sql, ignoringMatch: true)
        let agency = sql.bind(.text(ask.agency))
        var counts: [QuestionFilter.Match: Int] = [:]
        var due: Day?
        try reader.scan(
            """
            SELECT m.kind, COUNT(*), MIN(c.due) FROM verification_case c
            LEFT JOIN reference_match m ON m.agency = \(agency) AND m.number = c.number
            AND m.place = 1
            WHERE \(all.joined(separator: " AND ")) GROUP BY m.kind
            """, sql.values
        ) { row throws(Problem) in
            let kind = row.isNull(0) ? nil : ReferenceMatch.Kind(rawValue: row.text(0))
            counts[QuestionFilter.Match(kind)] = Int(row.integer(1))
            let day = Day(number: Int32(clamping: row.integer(2)))
            due = min(due ?? day, day)
        }
        return (counts, due)
    }

    /// SQLite keeps the order of a cross join, so that the walk goes along the cases.
    private var source: String {
        guard let match = filter.match, match != .none else { return "verification_case c" }
        return "verification_case c CROSS JOIN reference_match m"
    }

    private func conditions(
        _ occupations: [String], _ sql: inout SQLText, ignoringMatch: Bool = false
    ) -> [String] {
        var all = [ask.isAsked(occupations, &sql), ask.isWaiting(&sql)]
        if let district = filter.district {
            all.append("c.district = \(sql.bind(.text(district.description)))")
        }
        guard !ignoringMatch, let match = filter.match else { return all }
        let agency = sql.bind(.text(ask.agency))
        if let kind = match.kind {
            all.append("m.agency = \(agency) AND m.number = c.number AND m.place = 1")
            all.append("m.kind = \(sql.bind(.text(kind.rawValue)))")
        } else {
            all.append(
                """
                NOT EXISTS (SELECT 1 FROM reference_match x
                WHERE x.agency = \(agency) AND x.number = c.number)
                """)
        }
        return all
    }

    /// Every exact match that waits, with its row.
    func exact(
        _ reader: any SQLReader
    ) throws(Problem) -> [(number: String, row: Int, record: Int)] {
        var sql = SQLText()
        var exact = self
        exact.filter = QuestionFilter(match: .exact, district: filter.district)
        let all = exact.conditions(ask.occupations, &sql)
        return try reader.all(
            """
            SELECT c.number, m.row_id, r.record FROM verification_case c
            JOIN reference_match m ON m.number = c.number
            JOIN reference_row r ON r.id = m.row_id
            WHERE \(all.joined(separator: " AND ")) ORDER BY c.number
            """, sql.values
        ) { fields in (number: fields.text(), row: fields.int(), record: fields.int()) }
    }
}

extension QuestionFilter.Match {
    init(_ kind: ReferenceMatch.Kind?) {
        switch kind {
        case .exact: self = .exact
        case .near: self = .near
        case .twins: self = .twins
        case nil: self = .none
        }
    }

    var kind: ReferenceMatch.Kind? {
        switch self {
        case .exact: .exact
        case .near: .near
        case .twins: .twins
        case .none: nil
        }
    }
}
