import Civic

/// Keys that are counted by one query: everything that one or two columns tell apart.
struct CountFamily {
    let columns: [String]
    let condition: String?
    /// The key of the columns' values, numbers as digits.
    let key: (_ values: [String], _ asOf: Day?) -> CountKey?

    private init(
        _ columns: String..., where condition: String? = nil,
        key: @escaping (_ values: [String], _ asOf: Day?) -> CountKey?
    ) {
        self.columns = columns
        self.condition = condition
        self.key = key
    }

    static func all(_ grouping: Recount.Grouping) -> [CountFamily] {
        grouping.isWithoutPlace.map { common + [CountFamily(where: $0) { _, _ in .withoutPlace }] }
            ?? common
    }

    private static var common: [CountFamily] {
        [
            CountFamily { _, _ in .people },
            CountFamily("p.standing") { values, _ in
                PersonStanding(rawValue: values[0]).map { .standing($0) }
            },
            CountFamily("p.first_reason", where: "p.first_reason IS NOT NULL") { values, _ in
                .reason(values[0])
            },
            CountFamily("p.occupation", where: "p.occupation IS NOT NULL") { values, _ in
                .occupation(values[0])
            },
            CountFamily("p.decile", where: "p.decile IS NOT NULL") { values, _ in
                Int(values[0]).map { .decile($0) }
            },
            CountFamily("p.fund", where: "p.fund IS NOT NULL") { values, _ in .fund(values[0]) },
            CountFamily(
                "p.occupation", where: "p.occupation IS NOT NULL AND p.standing = 'selected'"
            ) { values, _ in .selectedOccupation(values[0]) },
            CountFamily(
                "p.birth", "p.sex",
                where: "p.birth IS NOT NULL AND p.sex IS NOT NULL AND p.standing = 'selected'",
                key: selectedAge),
        ]
    }

    private static func selectedAge(_ values: [String], _ asOf: Day?) -> CountKey? {
        guard let asOf, let birth = Int32(values[0]),
            let sex = UInt8(values[1]).flatMap(Sex.init(rawValue:))
        else { return nil }
        return .selectedAge(Day(number: birth).age(on: asOf), sex)
    }
}

extension Recount.Grouping {
    /// The condition that somebody has no place below this level; nil where that is not counted.
    fileprivate var isWithoutPlace: String? {
        switch self {
        case .city: "p.district IS NULL"
        case .district: "p.village IS NULL"
        case .village, .agency: nil
        }
    }
}
