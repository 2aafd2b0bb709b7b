import Store

/// The portable text in the words of PostgreSQL.
enum PostgresText {
    /// Types of the same width and order as in every engine: text is compared byte by byte.
    static func portable(_ statement: String) -> String {
        guard statement.hasPrefix("CREATE TABLE") || statement.hasPrefix("ALTER TABLE") else {
            return statement
        }
        var words = ""
        words.reserveCapacity(statement.utf8.count + 256)
        var word = ""
        for character in statement {
            if character.isLetter || character.isNumber || character == "_" {
                word.append(character)
            } else {
                words += type(word)
                word = ""
                words.append(character)
            }
        }
        return words + type(word)
    }

    private static func type(_ word: String) -> String {
        switch word {
        case "INTEGER": "BIGINT"
        case "TEXT": "TEXT COLLATE \"C\""
        case "BLOB": "BYTEA"
        default: word
        }
    }

    /// A trigger is a function and its call. The condition stands in the function, where it may ask
    /// other tables.
    static func trigger(_ trigger: SQLTrigger) -> [String] {
        let (timing, steps) =
            switch trigger.effect {
            case .refuse(let message): ("BEFORE", [refusal(message)])
            case .run(let statements): ("AFTER", statements)
            }
        let body = steps.map { "\($0);" }.joined(separator: "\n")
        let guarded = trigger.condition.map { "IF \($0) THEN\n\(body)\nEND IF;" } ?? body
        let row = trigger.event == .delete ? "OLD" : "NEW"
        var statements = [
            """
            CREATE FUNCTION \(trigger.name)() RETURNS trigger LANGUAGE plpgsql AS $body$
            BEGIN
            \(guarded)
            RETURN \(row);
            END $body$
            """,
            """
            CREATE TRIGGER \(trigger.name) \(timing) \(trigger.event.rawValue) ON \(trigger.table)
            FOR EACH ROW EXECUTE FUNCTION \(trigger.name)()
            """,
        ]
        // Emptying a table at one stroke fires no trigger of its rows.
        if trigger.event == .delete, trigger.condition == nil, case .refuse = trigger.effect {
            statements.append(
                """
                CREATE TRIGGER \(trigger.name)_all BEFORE TRUNCATE ON \(trigger.table)
                FOR EACH STATEMENT EXECUTE FUNCTION \(trigger.name)()
                """)
        }
        return statements
    }

    private static func refusal(_ message: String) -> String {
        "RAISE EXCEPTION '\(message)' USING ERRCODE = 'integrity_constraint_violation'"
    }
}
