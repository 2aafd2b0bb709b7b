import Civic
import Programme

/// The SQL of one list of cases: its page and its count, both from the same conditions.
///
/// As in ``PeopleQuery``, a page is merged from one short walk along an index for each place and
/// state, so that a narrow scope is never slower than the whole city.
struct CaseQuery {
    let filter: CaseFilter
    let scope: Scope
    let sealer: Sealer

    /// Where in the order of the list a case stands.
    struct Key {
        let name: String
        let number: String
    }

    private var place: Scope { filter.place.map { scope.narrowed(to: $0) } ?? scope }

    private var states: [CaseState] {
        let states = filter.states.isEmpty ? Set(CaseState.allCases) : filter.states
        return CaseState.allCases.filter(states.contains)
    }

    /// The places of each walk; nil for the whole city.
    private var areas: [PlaceCode?] {
        guard let areas = place.areas else { return [nil] }
        return areas.map { Optional($0) }
    }

    /// At most `limit` cases next to `key`, in reading order of `direction`.
    func page(
        from key: Key?, _ direction: PageDirection, limit: Int, _ reader: any SQLReader
    ) throws(Problem) -> [QueueCase] {
        var sql = SQLText()
        guard let text = text(from: key, direction, limit: limit, &sql) else { return [] }
        let reading = CaseReading(sealer: sealer)
        return try reader.all(text, sql.values, reading.row)
    }

    /// Nil where the scope reaches nobody.
    func text(
        from key: Key?, _ direction: PageDirection, limit: Int, _ sql: inout SQLText
    ) -> String? {
        let order = direction == .forward ? "ASC" : "DESC"
        let sorted = "ORDER BY list_name \(order), list_number \(order) LIMIT \(limit)"
        var walks: [String] = []
        for area in areas {
            for state in states {
                var all = conditions(area, state, &sql)
                if let key {
                    let sign = direction == .forward ? ">" : "<"
                    let start = "(\(sql.bind(.text(key.name))), \(sql.bind(.text(key.number))))"
                    all.append("(c.name_key, c.number) \(sign) \(start)")
                }
                walks.append(
                    """
                    SELECT c.name_key AS list_name, c.number AS list_number
                    FROM verification_case c WHERE \(all.joined(separator: " AND ")) \(sorted)
                    """)
            }
        }
        guard !walks.isEmpty else { return nil }
        // Cross joins keep SQLite from beginning at another table.
        return """
            SELECT \(CaseReading.columns)
            FROM (\(CaseQuery.merged(walks)) \(sorted)) AS page
            CROSS JOIN verification_case c CROSS JOIN person p
            WHERE c.number = page.list_number AND p.number = page.list_number
            ORDER BY page.list_name \(order), page.list_number \(order)
            """
    }

    func count(_ reader: any SQLReader) throws(Problem) -> Int {
        var sql = SQLText()
        var parts: [String] = []
        for area in areas {
            for state in states {
                let all = conditions(area, state, &sql).joined(separator: " AND ")
                parts.append("(SELECT COUNT(*) FROM verification_case c WHERE \(all))")
            }
        }
        if parts.isEmpty { return 0 }
        return try reader.integer("SELECT \(parts.joined(separator: " + "))", sql.values)
    }

    private static func merged(_ walks: [String]) -> String {
        let parts = walks.enumerated().map { "SELECT * FROM (\($0.element)) AS walk\($0.offset)" }
        return "SELECT * FROM (\(parts.joined(separator: " UNION ALL "))) AS walks"
    }

    private func conditions(
        _ area: PlaceCode?, _ state: CaseState, _ sql: inout SQLText
    ) -> [String] {
        var all: [String] = []
        let part = Scope(agency: scope.agency, areas: area.map { [$0] })
        if let condition = part.caseCondition(on: "c", &sql) { all.append(condition) }
        all.append("c.state = \(sql.bind(.text(state.rawValue)))")
        if let lane = filter.lane { all.append("c.lane = \(sql.bind(.text(lane.rawValue)))") }
        if let rw = filter.rw { all.append("c.rw = \(sql.bind(SQLValue(rw)))") }
        if let occupation = filter.occupation {
            all.append("c.occupation = \(sql.bind(.text(occupation)))")
        }
        if let isAnswered = filter.isAnswered {
            all.append("c.work IS \(isAnswered ? "NOT " : "")NULL")
        }
        return all + search(&sql)
    }

    private func search(_ sql: inout SQLText) -> [String] {
        switch filter.search {
        case nil: []
        case .number(let number): ["c.number = \(sql.bind(.text(number.text)))"]
        case .nik(let nik):
            [
                """
                c.number IN (SELECT q.number FROM person q WHERE q.nik_index IN
                (\(sql.bind(sealer.indexes(of: nik).map { .bytes($0) }))))
                """
            ]
        case .name(let name):
            // Walks lie in the order of names and hold them, so that reading them costs less than
            // finding everybody of that name in the city. Canonical names hold no `%` or `_`.
            name.split(separator: " ").map { word in
                "(' ' || c.name_key LIKE \(sql.bind(.text("% \(word)%"))))"
            }
        }
    }
}

/// Reads what the queue shows of a case.
struct CaseReading {
    let sealer: Sealer

    /// Of a case called `c` and its person `p`.
    static let columns = """
        c.state, c.lane, c.work, c.standing, c.version, c.maker, c.decider, c.decided_at, c.due,
        p.rt, p.rw, \(SummaryReading.columns)
        """

    func row(_ fields: inout SQLFields) throws(Problem) -> QueueCase {
        let state = try fields.caseState()
        guard let lane = CaseLane(rawValue: fields.text()) else {
            throw Problem.storeDamaged("verification_case.lane")
        }
        let work = try fields.workAnswer()
        guard let standing = CaseStanding(rawValue: fields.text()) else {
            throw Problem.storeDamaged("verification_case.standing")
        }
        let version = fields.int()
        let (maker, decider) = (fields.optionalText(), fields.optionalText())
        let decided = fields.optionalInt()
        let due = Day(number: Int32(truncatingIfNeeded: fields.int()))
        let (rt, rw) = (fields.optionalInt(), fields.optionalInt())
        return QueueCase(
            state: state, lane: lane, work: work, standing: standing, version: version,
            maker: maker, decider: decider,
            decidedAt: decided.map { Instant(milliseconds: Int64($0)) }, due: due, rt: rt, rw: rw,
            person: try SummaryReading(sealer: sealer).summary(&fields).person)
    }

    /// Nil when there is no such case, or not in `scope`.
    func one(
        _ number: PersonNumber, _ scope: Scope, _ reader: any SQLReader
    ) throws(Problem) -> QueueCase? {
        var sql = SQLText()
        var all = ["c.number = \(sql.bind(.text(number.text)))"]
        if let condition = scope.caseCondition(on: "c", &sql) { all.append(condition) }
        return try reader.first(
            """
            SELECT \(CaseReading.columns) FROM verification_case c
            JOIN person p ON p.number = c.number WHERE \(all.joined(separator: " AND "))
            """, sql.values, row)
    }
}
