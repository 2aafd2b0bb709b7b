package import Civic
package import Programme

/// Reading the order of a wave.
extension CityStore {
    /// What villages have in a frozen wave, in order of codes.
    package func waveShares(_ id: Int) async throws(Problem) -> [WaveShare] {
        try await engine.read { reader throws(Problem) in
            try WavePlaceTable.shares(of: id, reader)
        }
    }

    /// The last chosen place of each village in a frozen wave.
    package func waveLastChosen(_ id: Int) async throws(Problem) -> [PlaceCode?: Int] {
        try await engine.read { reader throws(Problem) in
            var found: [PlaceCode?: Int] = [:]
            try reader.scan(
                """
                SELECT village, MAX(place) FROM wave_place
                WHERE wave_id = $1 AND standing = 'chosen' GROUP BY village
                """, [SQLValue(id)]
            ) { row throws(Problem) in
                let village = row.isNull(0) ? nil : PlaceCode(row.text(0))
                found[village] = Int(row.integer(1))
            }
            return found
        }
    }

    /// How many people of each occupation were chosen in a frozen wave.
    package func waveOccupations(_ id: Int) async throws(Problem) -> [String?: Int] {
        try await engine.read { reader throws(Problem) in
            var found: [String?: Int] = [:]
            try reader.scan(
                """
                SELECT occupation, COUNT(*) FROM wave_place
                WHERE wave_id = $1 AND standing = 'chosen' GROUP BY occupation
                """, [SQLValue(id)]
            ) { row throws(Problem) in
                found[row.isNull(0) ? nil : row.text(0)] = Int(row.integer(1))
            }
            return found
        }
    }

    /// At most `limit` places behind `place`, with the names of people.
    package func wavePlaces(
        _ id: Int, _ filter: WavePlaceFilter, after place: Int = 0, limit: Int
    ) async throws(Problem) -> WavePlacePage {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let isWanted = filter.condition(of: id, &sql)
            let isBehind = "w.place > \(sql.bind(SQLValue(place)))"
            let found = try WavePlaceTable.places(
                where: "\(isWanted) AND \(isBehind)", sql.values, limit: limit + 1, reader)
            let page = found.prefix(limit)
            let names = try WaveNames.of(page.map(\.candidate.number), reader)
            return WavePlacePage(
                lines: page.map { WavePlaceLine(place: $0, name: names[$0.candidate.number]) },
                next: found.count > limit ? page.last?.place : nil)
        }
    }

    /// A place with the ones before and behind it in its village; nil where there is no such place.
    package func wavePlace(
        _ id: Int, _ place: Int
    ) async throws(Problem) -> WaveNeighbours? {
        try await engine.read { reader throws(Problem) in
            let this = try WavePlaceTable.places(
                where: "w.wave_id = $1 AND w.place = $2", [SQLValue(id), SQLValue(place)], reader)
            guard let this = this.first else { return nil }
            var sql = SQLText()
            let village = this.candidate.village.map(WavePlaceFilter.Village.one) ?? .unknown
            let isHere = WavePlaceFilter(village).condition(of: id, &sql)
            let near = sql.bind(
                [this.villagePlace - 1, this.villagePlace + 1].map { SQLValue($0) })
            let around = try WavePlaceTable.places(
                where: "\(isHere) AND w.village_place IN (\(near))", sql.values, reader)
            let all = [this] + around
            let names = try WaveNames.of(all.map(\.candidate.number), reader)
            let lines = all.map { WavePlaceLine(place: $0, name: names[$0.candidate.number]) }
            return WaveNeighbours(
                line: lines[0], before: lines.first { $0.place.place < place },
                behind: lines.first { $0.place.place > place })
        }
    }

    /// Every place of a frozen wave that `filter` describes, first place first, for a file or for
    /// a decree.
    package func allWavePlaces(
        _ id: Int, _ filter: WavePlaceFilter = WavePlaceFilter()
    ) async throws(Problem) -> [WavePlace] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let condition = filter.condition(of: id, &sql)
            return try WavePlaceTable.places(where: condition, sql.values, reader)
        }
    }

    /// Whoever moves up when a place of `village` becomes free, by the frozen order and
    /// ``WaveReplacement``: only people who can still be insured and whom no change or decree under
    /// way names already. With the people of `taken` the caller has other plans.
    package func nextWaiting(
        wave id: Int, village: PlaceCode?, limit: Int, besides taken: Set<String> = []
    ) async throws(Problem) -> [WavePlaceLine] {
        try await engine.read { reader throws(Problem) in
            try WaveWaiting(wave: id, reader: reader).next(in: village, limit, besides: taken)
        }
    }
}

/// A place and its neighbours in the village.
package struct WaveNeighbours: Sendable, Hashable {
    package let line: WavePlaceLine
    /// The place before it; nil for the first one.
    package let before: WavePlaceLine?
    package let behind: WavePlaceLine?
}

/// Whoever waits in a wave, for a transaction that fills places.
struct WaveWaiting {
    let wave: Int
    let reader: any SQLReader

    func next(
        in village: PlaceCode?, _ limit: Int, besides taken: Set<String>
    ) throws(Problem) -> [WavePlaceLine] {
        guard let rule = try WaveTable.wave(wave, reader)?.order?.rule, limit > 0 else { return [] }
        let reading = WaveCandidateReading(requirement: rule.requirement, reader: reader)
        var sql = SQLText()
        let isFree =
            taken.isEmpty
            ? "1 = 1" : "w.number NOT IN (\(sql.bind(taken.sorted().map { .text($0) })))"
        var found = try reading.waiting(in: wave, where: isFree, sql, limit: limit)
        var here = sql
        let isHere =
            village.map { "w.village = \(here.bind(.text($0.description)))" }
            ?? "w.village IS NULL"
        found += try reading.waiting(
            in: wave, where: "\(isFree) AND \(isHere)", here, limit: limit)
        let byPlace = Dictionary(found.map { ($0.place, $0) }) { first, _ in first }
        let chosen = WaveReplacement.next(
            after: byPlace.values.map {
                WaveReplacement.Waiting(place: $0.place, village: $0.village)
            }, in: village, limit: limit)
        var places = SQLText()
        let isThis = "w.wave_id = \(places.bind(SQLValue(wave)))"
        let list = places.bind(chosen.map { SQLValue($0.place) })
        guard !chosen.isEmpty else { return [] }
        let rows = try WavePlaceTable.places(
            where: "\(isThis) AND w.place IN (\(list))", places.values, reader)
        let names = try WaveNames.of(rows.map(\.candidate.number), reader)
        let byRow = Dictionary(rows.map { ($0.place, $0) }) { first, _ in first }
        return chosen.compactMap { waiting in
            byRow[waiting.place].map {
                WavePlaceLine(place: $0, name: names[$0.candidate.number])
            }
        }
    }
}

/// How people in lists of a wave are called now.
enum WaveNames {
    static func of(
        _ numbers: [String], _ reader: any SQLReader
    ) throws(Problem) -> [String: String] {
        guard !numbers.isEmpty else { return [:] }
        var sql = SQLText()
        let list = sql.bind(numbers.map { .text($0) })
        var names: [String: String] = [:]
        try reader.scan(
            "SELECT number, name FROM person WHERE number IN (\(list))", sql.values
        ) { row throws(Problem) in names[row.text(0)] = row.text(1) }
        return names
    }
}
