import Civic

@testable import Linkage

/// Compares lines as they would be in a run of linkage.
struct Comparing {
    let rows: RecordSet

    init(_ lists: [List]) async { rows = await RecordSet(lists.map(\.source)) }

    /// Two lines of two lists, beside others that make words frequent or rare.
    static func pattern(_ left: Line, _ right: Line, beside others: [Line] = []) async -> Pattern {
        let comparing = await Comparing([List([left]), List([right]), List(others)])
        return comparing.pattern(0, 1)
    }

    var count: Int { rows.records.count }

    /// Rows by their places over all lists.
    func pattern(_ left: Int, _ right: Int) -> Pattern {
        let (first, second) = (rows.order.position(of: left), rows.order.position(of: right))
        return PairComparison.over(rows) { $0.compare(first, second) }
    }

    func patterns(_ pairs: [(Int, Int)]) -> [Pattern] {
        PairComparison.over(rows) { comparison in
            pairs.map {
                comparison.compare(rows.order.position(of: $0.0), rows.order.position(of: $0.1))
            }
        }
    }

    /// Each row against its own copy in another list.
    var copies: [Pattern] {
        PairComparison.over(rows) { comparison in
            (0..<count).map { comparison.compareWithCopy(rows.order.position(of: $0)) }
        }
    }
}

extension Pattern {
    var nikLevel: NIKLevel? { NIKLevel(rawValue: UInt8(level(.nik))) }
    var birthLevel: BirthLevel? { BirthLevel(rawValue: UInt8(level(.birth))) }
    var nameKind: NameKind? { NameLevel.kind(of: level(.name)) }

    /// The fields in which both rows say something, with what was found.
    var levels: [String: String] {
        var levels: [String: String] = [:]
        for field in Field.allCases where level(field) > 0 {
            levels["\(field)"] = Evidence.levelName(field, level(field))
        }
        return levels
    }
}
