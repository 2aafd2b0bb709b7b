package import Civic

extension CityStore {
    /// The numbers of a dashboard, from maintained counts: as quick for a million people as for ten.
    package func figures(in scope: Scope) async throws(Problem) -> Figures {
        try await engine.read { reader throws(Problem) in
            try FiguresReading(scope: scope, reader: reader).figures()
        }
    }

    /// The maintained counts that differ from what is counted anew: nothing, unless the store was
    /// changed by another hand. Reads every person.
    package func checkCounts() async throws(Problem) -> [CountDifference] {
        try await engine.read { reader throws(Problem) in
            try Recount(reader: reader).differences()
        }
    }
}

private struct FiguresReading {
    let scope: Scope
    let reader: any SQLReader

    func figures() throws(Problem) -> Figures {
        Figures(counts: try counts(), areas: try areas(), openReviews: try openReviews())
    }

    private func counts() throws(Problem) -> [CountKey: Int] {
        guard let scopes = scope.tallyScopes else {
            return try Recount(scope: scope, reader: reader).counts(.city)[.city] ?? [:]
        }
        guard !scopes.isEmpty else { return [:] }
        var sql = SQLText()
        let list = sql.bind(scopes.map { .text($0.text) })
        var counts: [CountKey: Int] = [:]
        try reader.scan("SELECT key, value FROM tally WHERE scope IN (\(list))", sql.values) {
            row throws(Problem) in
            if let key = CountKey(row.text(0)) { counts[key, default: 0] += Int(row.integer(1)) }
        }
        return counts
    }

    private func areas() throws(Problem) -> [AreaFigures] {
        guard scope.agency == nil else { return [] }
        var sql = SQLText()
        let keys = [CountKey.people] + PersonStanding.allCases.map { .standing($0) }
        let keyList = sql.bind(keys.map { .text($0.text) })
        var found: [PlaceCode: [CountKey: Int]] = [:]
        let query = "SELECT scope, key, value FROM tally WHERE key IN (\(keyList))"
        try reader.scan(query, sql.values) { row throws(Problem) in
            guard let place = place(of: row.text(0)), let key = CountKey(row.text(1)) else {
                return
            }
            found[place, default: [:]][key] = Int(row.integer(2))
        }
        return found.map { place, counts in
            var standings: [PersonStanding: Int] = [:]
            for standing in PersonStanding.allCases {
                standings[standing] = counts[.standing(standing)]
            }
            return AreaFigures(
                place: place, people: counts[.people] ?? 0, standings: standings)
        }.sorted { $0.place < $1.place }
    }

    /// The district or village of `text`, if it is to be shown apart.
    private func place(of text: String) -> PlaceCode? {
        let parts = text.split(separator: ":")
        guard parts.count == 2, parts[0] == "area", let place = PlaceCode(parts[1]) else {
            return nil
        }
        guard let areas = scope.areas else { return place.level == .district ? place : nil }
        return areas.contains(place) ? place : nil
    }

    /// Both people of a pair must lie in the scope.
    private func openReviews() throws(Problem) -> Int {
        var sql = SQLText()
        let conditions = ["a", "b"].compactMap { scope.condition(on: $0, &sql) }
        return try reader.integer(
            """
            SELECT COUNT(*) FROM review_pair r
            JOIN person a ON a.id = r.person_a JOIN person b ON b.id = r.person_b
            WHERE \((["r.state = 'open'"] + conditions).joined(separator: " AND "))
            """, sql.values)
    }
}
