/// The portable text in the words of SQLite.
enum SQLiteText {
    /// `$1` is a name to SQLite, `?1` a number. The sign stands nowhere else in our queries.
    static func placeholders(_ sql: String) -> String {
        guard sql.utf8.contains(UInt8(ascii: "$")) else { return sql }
        let bytes = sql.utf8.map { $0 == UInt8(ascii: "$") ? UInt8(ascii: "?") : $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Tables refuse values of another type.
    static func strict(_ statement: String) -> String {
        statement.hasPrefix("CREATE TABLE") ? "\(statement) STRICT" : statement
    }
}
