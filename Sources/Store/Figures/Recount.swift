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

        /// Nil for everybody together.
        fileprivate var column: String? {
            switch self {
            case .city: nil
            case .district: "p.district"
            case .village: "p.village"
            case .agency: "a.agency"
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

    private let scope: Scope
    private let reader: any SQLReader

    init(scope: Scope = .city, reader: any SQLReader) {
        self.scope = scope
        self.reader = reader
    }

    /// Every count above zero of all scopes of `grouping`.
    func counts(_ grouping: Grouping) throws(Problem) -> [TallyScope: [CountKey: Int]] {
        let asOf = RunSettings(try Setting.all(reader))?.asOf
        var counts: [TallyScope: [CountKey: Int]] = [:]
        for family in CountFamily.all(grouping) {
            try count(family, grouping) { scope, values, people in
                guard let key = family.key(values, asOf) else { return }
                counts[scope, default: [:]][key, default: 0] += people
            }
        }
        return counts
    }

    private func count(
        _ family: CountFamily, _ grouping: Grouping,
        _ found: (TallyScope, [String], Int) -> Void
    ) throws(Problem) {
        var sql = SQLText()
        let columns = ([grouping.column] + family.columns).compactMap { $0 }
        let conditions = [
            grouping.column.map { "\($0) IS NOT NULL" }, family.condition,
            scope.condition(on: "p", &sql),
        ].compactMap { $0 }
        let source =
            grouping == .agency ? "person p JOIN person_agency a ON a.person_id = p.id" : "person p"
        var query = "SELECT \((columns + ["COUNT(*)"]).joined(separator: ", ")) FROM \(source)"
        if !conditions.isEmpty { query += " WHERE \(conditions.joined(separator: " AND "))" }
        if !columns.isEmpty { query += " GROUP BY \(columns.joined(separator: ", "))" }
        try reader.scan(query, sql.values) { row throws(Problem) in
            let first = grouping.column == nil ? 0 : 1
            let people = Int(row.integer(columns.count))
            guard people > 0, let scope = grouping.scope(first == 0 ? "" : row.text(0)) else {
                return
            }
            found(scope, (first..<columns.count).map { row.text($0) }, people)
        }
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
