import Store

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

    static func kind(ofType type: String) -> SQLColumn.Kind {
        switch type {
        case "INTEGER": .integer
        case "BLOB": .bytes
        default: .text
        }
    }

    static func trigger(_ trigger: SQLTrigger) -> String {
        let condition = trigger.condition.map { "WHEN \($0) " } ?? ""
        let (timing, body) =
            switch trigger.effect {
            case .refuse(let message): ("BEFORE", "SELECT RAISE(ABORT, '\(message)');")
            case .run(let statements):
                ("AFTER", statements.map { "\($0);" }.joined(separator: "\n"))
            }
        return """
            CREATE TRIGGER \(trigger.name) \(timing) \(trigger.event.rawValue) ON \(trigger.table)
            FOR EACH ROW \(condition)BEGIN \(body) END
            """
    }
}
