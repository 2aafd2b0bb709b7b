import Civic

/// The SQL of one list of people: its page and its count, both from the same conditions.
///
/// A page is a short walk along an index in the order of the list; a list of several places is
/// merged from one walk for each, so that a narrow scope is never slower than the whole city.
struct PeopleQuery {
    let filter: PersonFilter
    let scope: Scope
    let sealer: Sealer

    /// Where in the order of the list a person stands.
    struct Key {
        let value: SQLValue
        let id: SQLValue
    }

    /// The scope with the place of the filter taken into account.
    var place: Scope { filter.place.map { scope.narrowed(to: $0) } ?? scope }

    /// At most `limit` people next to `key`, in reading order of `direction`.
    func page(
        from key: Key?, _ direction: PageDirection, limit: Int, _ reader: any SQLReader
    ) throws(Problem) -> [PersonSummary] {
        var sql = SQLText()
        let order = direction == .forward ? "ASC" : "DESC"
        let sorted = "ORDER BY list_key \(order), list_id \(order) LIMIT \(limit)"
        let columns = keyColumns
        let walks = walkAreas.map { areas in
            var all = conditions(areas, &sql)
            if let key {
                let sign = direction == .forward ? ">" : "<"
                let start = "(\(sql.bind(key.value)), \(sql.bind(key.id)))"
                all.append("(\(columns.key), \(columns.id)) \(sign) \(start)")
            }
            return """
                SELECT \(columns.key) AS list_key, \(columns.id) AS list_id
                FROM \(source)\(PeopleQuery.filtered(all)) \(sorted)
                """
        }
        guard !walks.isEmpty else { return [] }
        let reading = SummaryReading(sealer: sealer)
        return try reader.all(
            """
            SELECT \(SummaryReading.columns)
            FROM (\(PeopleQuery.merged(walks)) \(sorted)) AS page
            JOIN person p ON p.id = page.list_id
            ORDER BY page.list_key \(order), page.list_id \(order)
            """, sql.values
        ) { fields throws(Problem) in try reading.summary(&fields).person }
    }

    func count(_ reader: any SQLReader) throws(Problem) -> Int {
        if place.areas?.isEmpty == true { return 0 }
        var sql = SQLText()
        let filtered = PeopleQuery.filtered(conditions(place.areas, &sql))
        return try reader.integer("SELECT COUNT(*) FROM \(source)\(filtered)", sql.values)
    }
}

extension PeopleQuery {
    /// The places of each walk; nil for the whole city.
    private var walkAreas: [[PlaceCode]?] {
        guard let areas = place.areas else { return [nil] }
        return areas.map { [$0] }
    }

    private static func merged(_ walks: [String]) -> String {
        let parts = walks.enumerated().map { "SELECT * FROM (\($0.element)) AS walk\($0.offset)" }
        return "SELECT * FROM (\(parts.joined(separator: " UNION ALL "))) AS walks"
    }

    private static func filtered(_ conditions: [String]) -> String {
        conditions.isEmpty ? "" : " WHERE \(conditions.joined(separator: " AND "))"
    }

    /// The list of an agency is walked by itself where nothing narrower is.
    private var walksAgency: Bool {
        scope.agency != nil && place.areas == nil && filter.order == .name
    }

    /// SQLite keeps the order of a cross join, so that the walk goes along the first table.
    private var source: String {
        if walksAgency { return "person_agency a CROSS JOIN person p" }
        return scope.agency == nil ? "person p" : "person p CROSS JOIN person_agency a"
    }

    private var keyColumns: (key: String, id: String) {
        if walksAgency { return ("a.name_key", "a.person_id") }
        return (filter.order == .name ? "p.name_key" : "p.rank", "p.id")
    }

    private func conditions(_ areas: [PlaceCode]?, _ sql: inout SQLText) -> [String] {
        var all: [String] = []
        if let agency = scope.agency {
            all += ["a.agency = \(sql.bind(.text(agency)))", "a.person_id = p.id"]
            all.append("a.name_key = p.name_key")
        }
        if let areas { all.append(Scope.lives(in: areas, "p", &sql)) }
        if filter.order == .rank { all.append("p.rank IS NOT NULL") }
        if let standings = filter.standings {
            // No standing fits a filter that contradicts itself.
            let list = standings.isEmpty ? "NULL" : sql.bind(standings.map { .text($0.rawValue) })
            all.append("p.standing IN (\(list))")
        }
        if let occupation = filter.occupation {
            all.append("p.occupation = \(sql.bind(.text(occupation)))")
        }
        if let decile = filter.decile { all.append("p.decile = \(sql.bind(SQLValue(decile)))") }
        if let fund = filter.fund { all.append("p.fund = \(sql.bind(.text(fund)))") }
        if let reason = filter.reason {
            all.append("p.first_reason = \(sql.bind(.text(reason)))")
        }
        return all + search(&sql)
    }

    private func search(_ sql: inout SQLText) -> [String] {
        switch filter.search {
        case nil: []
        case .number(let number): ["p.number = \(sql.bind(.text(number.text)))"]
        case .nik(let nik):
            ["p.nik_index IN (\(sql.bind(sealer.indexes(of: nik).map { .bytes($0) })))"]
        case .name(let name):
            NameWord.ranges(name).map { range in
                let from = sql.bind(.integer(range.lowerBound))
                let below = sql.bind(.integer(range.upperBound))
                return """
                    p.id IN (SELECT person_id FROM name_word
                    WHERE word >= \(from) AND word < \(below))
                    """
            }
        }
    }
}
