import Civic

extension Table.Row {
    func number(_ column: String) throws(Problem) -> Int { Int(try integer(column)) }

    /// The cell as a fraction between 0 and 1.
    func fraction(_ column: String) throws(Problem) -> Double {
        let cell = try text(column)
        guard let value = Double(cell), (0...1).contains(value) else { throw wrong(column, cell) }
        return value
    }

    func range(_ from: String, _ to: String) throws(Problem) -> ClosedRange<Int> {
        let low = try number(from)
        let high = try number(to)
        guard low <= high else { throw wrong(to, String(high)) }
        return low...high
    }

    /// Which sexes the cell names: `m`, `f` or `*` for both.
    func sexes(_ column: String) throws(Problem) -> [Sex] {
        switch try text(column) {
        case "m": [.male]
        case "f": [.female]
        case "*": [.male, .female]
        default: throw wrong(column, optional(column) ?? "")
        }
    }
}

extension Sex {
    /// 0 for men, 1 for women.
    var index: Int { self == .male ? 0 : 1 }
}
