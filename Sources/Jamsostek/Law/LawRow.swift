import Civic

/// How cells of law tables are read.
extension Table.Row {
    /// The columns `from` and `to`.
    func period() throws(Problem) -> Period {
        Period(from: try day("from"), to: try optionalDay("to"))
    }

    func rupiah(_ column: String) throws(Problem) -> Rupiah { Rupiah(try integer(column)) }

    /// One of the raw values of `Choice`.
    func choice<Choice: RawRepresentable>(
        _ column: String, as type: Choice.Type = Choice.self
    ) throws(Problem) -> Choice where Choice.RawValue == String {
        let cell = try text(column)
        guard let choice = Choice(rawValue: cell) else { throw wrong(column, cell) }
        return choice
    }

    func yesNo(_ column: String) throws(Problem) -> Bool {
        switch try text(column) {
        case "yes": return true
        case "no": return false
        case let cell: throw wrong(column, cell)
        }
    }

    /// A percentage with at most one decimal, `4.5`, in thousandths.
    func perMille(_ column: String) throws(Problem) -> Int64 {
        let cell = try text(column)
        guard let value = PerMille(percentText: cell) else { throw wrong(column, cell) }
        return value.thousandths
    }

    func phrase(_ column: String) throws(Problem) -> Phrase {
        Phrase(try text(column), en: try text("\(column)_en"))
    }

    /// How sure the compilers of the table are.
    func confidence() throws(Problem) -> Confidence { try choice("confidence") }
}

/// How sure the compilers of a table are of a row.
package enum Confidence: String, Sendable {
    /// Read in the law or in two independent places.
    case high
    /// Known, but compared with no text yet.
    case medium = "med"
    /// To be compared with the law before use.
    case low
}

extension Table {
    /// Rows in timelines, one for each `name`.
    func timelines<Value>(
        by name: (Row) throws(Problem) -> String, mayPause: Bool = false,
        reading value: (Row) throws(Problem) -> Value
    ) throws(Problem) -> [String: Timeline<Value>] {
        var entries: [String: [Timeline<Value>.Entry]] = [:]
        for row in rows {
            let entry = Timeline<Value>.Entry(period: try row.period(), value: try value(row))
            entries[try name(row), default: []].append(entry)
        }
        var timelines: [String: Timeline<Value>] = [:]
        for (name, entries) in entries {
            timelines[name] = try Timeline(entries, of: "\(self.name) \(name)", mayPause: mayPause)
        }
        return timelines
    }

    /// Rows in versions: rows of the same period apply together and are replaced together.
    func versions<Value>(
        reading value: (Row) throws(Problem) -> Value
    ) throws(Problem) -> Timeline<[Value]> {
        var values: [Period: [Value]] = [:]
        for row in rows { values[try row.period(), default: []].append(try value(row)) }
        let entries = values.map { Timeline<[Value]>.Entry(period: $0.key, value: $0.value) }
        return try Timeline(entries, of: name)
    }
}
