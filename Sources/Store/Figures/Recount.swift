import Civic

/// A maintained count that is not what is found by counting.
package struct CountDifference: Sendable, Hashable {
    /// `area:32.75.01`.
    package let scope: String
    /// `standing:selected`.
    package let key: String
    package let kept: Int
    package let counted: Int
}

/// Counts people by queries over the people themselves: the slow way, by which maintained counts are
/// checked, and by which scopes without maintained counts are counted.
struct Recount {
    /// By what people are told apart.
    enum Grouping: CaseIterable {
        case city
        case district
        case village
        case agency
    }

    private let scope: Scope
    private let reader: any SQLReader

    init(scope: Scope = .city, reader: any SQLReader) {
        self.scope = scope
        self.reader = reader
    }

    /// Every count above zero of all scopes of `grouping`.
    func counts(_ grouping: Grouping) throws(Problem) -> [TallyScope: [CountKey: Int]] {
        let asOf = RunSettings(try Setting.all(reader))?.asOf
        var sql = SQLText()
        let query = grouping.query(where: scope.condition(on: "p", &sql))
        var counts: [TallyScope: [CountKey: Int]] = [:]
        try reader.scan(query, sql.values) { row throws(Problem) in
            var fields = SQLFields(row)
            guard let scope = grouping.scope(fields.text()) else { return }
            let isWithoutPlace = fields.int() == 1
            let group = try Recount.group(&fields, asOf)
            let people = fields.int()
            for key in group.keys + (isWithoutPlace ? [.withoutPlace] : []) {
                counts[scope, default: [:]][key, default: 0] += people
            }
        }
        return counts
    }

    private static func group(
        _ fields: inout SQLFields, _ asOf: Day?
    ) throws(Problem) -> PeopleGroup {
        guard let standing = PersonStanding(rawValue: fields.text()) else {
            throw Problem.storeDamaged("person.standing")
        }
        return PeopleGroup(
            standing: standing, reason: fields.optionalText(), occupation: fields.optionalText(),
            decile: fields.optionalInt(), fund: fields.optionalText(),
            age: fields.day().flatMap { birth in asOf.map { birth.age(on: $0) } },
            sex: fields.optionalInt().flatMap { Sex(rawValue: UInt8(truncatingIfNeeded: $0)) })
    }

    func differences() throws(Problem) -> [CountDifference] {
        var counted: [String: [String: Int]] = [:]
        for grouping in Grouping.allCases {
            for (scope, keys) in try counts(grouping) {
                for (key, count) in keys { counted[scope.text, default: [:]][key.text] = count }
            }
        }
        var differences: [CountDifference] = []
        try reader.scan("SELECT scope, key, value FROM tally", []) { row throws(Problem) in
            let (scope, key, kept) = (row.text(0), row.text(1), Int(row.integer(2)))
            let found = counted[scope]?.removeValue(forKey: key) ?? 0
            guard found != kept else { return }
            differences.append(
                CountDifference(scope: scope, key: key, kept: kept, counted: found))
        }
        for (scope, keys) in counted {
            differences += keys.map { key, count in
                CountDifference(scope: scope, key: key, kept: 0, counted: count)
            }
        }
        return differences.sorted { ($0.scope, $0.key) < ($1.scope, $1.key) }
    }
}

extension Recount.Grouping {
    /// One row for each group of people in each scope.
    fileprivate func query(where condition: String?) -> String {
        let columns =
            """
            \(scopeColumn), CASE WHEN \(isWithoutPlace) THEN 1 ELSE 0 END,
            p.standing, p.first_reason, p.occupation, p.decile, p.fund,
            CASE WHEN p.standing = 'selected' THEN p.birth END,
            CASE WHEN p.standing = 'selected' THEN p.sex END
            """
        let places = (1...9).map { "\($0)" }.joined(separator: ", ")
        let source =
            self == .agency
            ? "person_agency a CROSS JOIN person p WHERE p.id = a.person_id"
            : "person p WHERE \(scopeColumn) IS NOT NULL"
        let scoped = condition.map { " AND \($0)" } ?? ""
        return "SELECT \(columns), COUNT(*) FROM \(source)\(scoped) GROUP BY \(places)"
    }

    private var scopeColumn: String {
        switch self {
        case .city: "''"
        case .district: "p.district"
        case .village: "p.village"
        case .agency: "a.agency"
        }
    }

    private var isWithoutPlace: String {
        switch self {
        case .city: "p.district IS NULL"
        case .district: "p.village IS NULL"
        case .village, .agency: "1 = 0"
        }
    }

    fileprivate func scope(_ text: String) -> TallyScope? {
        switch self {
        case .city: .city
        case .district, .village: PlaceCode(text).map { .area($0) }
        case .agency: .agency(text)
        }
    }
}
