import Civic

/// Keeps the maintained counts right when a few people change: counts them before and after, and
/// moves the counts by the difference.
struct TallyChange {
    private let before: [TallyScope: [CountKey: Int]]
    private let peopleOfDelivery: [Int: Int]

    /// Counts the people with these ids as they are now.
    init(of ids: Set<Int>, _ reader: any SQLReader) throws(Problem) {
        before = try TallyChange.counts(ids, reader)
        peopleOfDelivery = try TallyChange.deliveries(ids, reader)
    }

    /// `ids` are the people that took the place of those before.
    func finish(with ids: Set<Int>, _ writer: any SQLWriter) throws(Problem) {
        let after = try TallyChange.counts(ids, writer)
        for scope in Set(before.keys).union(after.keys) {
            let (old, new) = (before[scope] ?? [:], after[scope] ?? [:])
            for key in Set(old.keys).union(new.keys) {
                try move(scope, key, by: (new[key] ?? 0) - (old[key] ?? 0), writer)
            }
        }
        let deliveries = try TallyChange.deliveries(ids, writer)
        for id in Set(deliveries.keys).union(peopleOfDelivery.keys) {
            let change = (deliveries[id] ?? 0) - (peopleOfDelivery[id] ?? 0)
            guard change != 0 else { continue }
            try writer.execute(
                "UPDATE delivery SET people = people + $2 WHERE id = $1",
                [SQLValue(id), SQLValue(change)])
        }
    }

    private func move(
        _ scope: TallyScope, _ key: CountKey, by change: Int, _ writer: any SQLWriter
    ) throws(Problem) {
        guard change != 0 else { return }
        let place: [SQLValue] = [.text(scope.text), .text(key.text)]
        let kept = try writer.integer(
            "SELECT value FROM tally WHERE scope = $1 AND key = $2", place)
        if kept + change < 1 {
            try writer.execute("DELETE FROM tally WHERE scope = $1 AND key = $2", place)
        } else {
            try writer.execute(
                """
                INSERT INTO tally (scope, key, value) VALUES ($1, $2, $3)
                ON CONFLICT (scope, key) DO UPDATE SET value = excluded.value
                """, place + [SQLValue(kept + change)])
        }
    }

    private static func counts(
        _ ids: Set<Int>, _ reader: any SQLReader
    ) throws(Problem) -> [TallyScope: [CountKey: Int]] {
        guard let asOf = RunSettings(try Setting.all(reader))?.asOf, !ids.isEmpty else {
            return [:]
        }
        var sheet = TallySheet(asOf: asOf)
        for id in ids {
            guard let found = try person(id, asOf, reader) else { continue }
            let agencies = try RowAgencies.of(id, reader)
            sheet.add(found.group, at: found.place, agencies: agencies)
        }
        return sheet.counts
    }

    private static func person(
        _ id: Int, _ asOf: Day, _ reader: any SQLReader
    ) throws(Problem) -> (group: PeopleGroup, place: PlaceCode?)? {
        try reader.first(
            """
            SELECT standing, first_reason, occupation, decile, fund, birth, sex, district, village
            FROM person WHERE id = $1
            """, [SQLValue(id)]
        ) { fields throws(Problem) in
            guard let standing = PersonStanding(rawValue: fields.text()) else {
                throw Problem.storeDamaged("person.standing")
            }
            let (reason, occupation) = (fields.optionalText(), fields.optionalText())
            let (decile, fund) = (fields.optionalInt(), fields.optionalText())
            let age = fields.day().map { $0.age(on: asOf) }
            let sex = fields.optionalInt().flatMap { Sex(rawValue: UInt8(clamping: $0)) }
            let (district, village) = (fields.place(), fields.place())
            let isSelected = standing == .selected
            return (
                PeopleGroup(
                    standing: standing, reason: reason, occupation: occupation, decile: decile,
                    fund: fund, age: isSelected ? age : nil, sex: isSelected ? sex : nil),
                village ?? district
            )
        }
    }

    private static func deliveries(
        _ ids: Set<Int>, _ reader: any SQLReader
    ) throws(Problem) -> [Int: Int] {
        guard !ids.isEmpty else { return [:] }
        var sql = SQLText()
        let list = sql.bind(ids.map { SQLValue($0) })
        var counts: [Int: Int] = [:]
        try reader.scan(
            """
            SELECT delivery_id, COUNT(DISTINCT person_id) FROM source_row
            WHERE person_id IN (\(list)) GROUP BY delivery_id
            """, sql.values
        ) { row throws(Problem) in counts[Int(row.integer(0))] = Int(row.integer(1)) }
        return counts
    }
}

/// On whose lists a person stands, from the rows themselves.
enum RowAgencies {
    static func of(_ id: Int, _ reader: any SQLReader) throws(Problem) -> Set<String> {
        Set(
            try reader.all(
                """
                SELECT DISTINCT d.agency FROM source_row s JOIN delivery d ON d.id = s.delivery_id
                WHERE s.person_id = $1
                """, [SQLValue(id)]
            ) { fields in fields.text() })
    }
}
