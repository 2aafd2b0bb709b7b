/// A query that is put together from parts, and the values of its placeholders.
struct SQLText {
    private(set) var values: [SQLValue] = []

    /// The placeholder for `value`: `$1`, `$2`, …
    mutating func bind(_ value: SQLValue) -> String {
        values.append(value)
        return "$\(values.count)"
    }

    /// Placeholders for all of `list`, comma separated.
    mutating func bind(_ list: [SQLValue]) -> String {
        list.map { bind($0) }.joined(separator: ", ")
    }
}
