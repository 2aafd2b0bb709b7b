import Civic
import Store

/// One transaction.
struct PostgresConnection: SQLWriter {
    let session: PostgresSession
    let schema: String

    /// Rows fewer than this are inserted one by one; a copy costs two more answers of the server.
    private static let copyMin = 3

    func scan(
        _ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws(Problem) -> Void
    ) throws(Problem) {
        try session.ask(sql, values) { row throws(Problem) in try body(row) }
    }

    func tables() throws(Problem) -> Set<String> {
        var names: Set<String> = []
        try scan(
            """
            SELECT c.relname FROM pg_catalog.pg_class c
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = $1 AND c.relkind = 'r'
            """, [.text(schema)]
        ) { row throws(Problem) in names.insert(row.text(0)) }
        return names.subtracting(PostgresSchema.tables)
    }

    func columns(of table: String) throws(Problem) -> [SQLColumn] {
        try all(
            """
            SELECT a.attname, t.typname, k.place
            FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_catalog.pg_index i ON i.indrelid = c.oid AND i.indisprimary
            LEFT JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (column_number, place)
            ON k.column_number = a.attnum
            WHERE n.nspname = $1 AND c.relname = $2 AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum
            """, [.text(schema), .text(table)]
        ) { fields in
            let (name, type, place) = (fields.text(), fields.text(), fields.optionalInt())
            let kind: SQLColumn.Kind =
                switch type {
                case "int8": .integer
                case "bytea": .bytes
                default: .text
                }
            return SQLColumn(name: name, kind: kind, keyPlace: place)
        }
    }

    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue]) throws(Problem) -> Int {
        try session.ask(sql, values) { _ in }
    }

    func insert(into table: String, _ columns: [String], _ values: [SQLValue]) throws(Problem) {
        precondition(values.count % columns.count == 0, "every row has a value for every column")
        if values.isEmpty { return }
        guard values.count < PostgresConnection.copyMin * columns.count else {
            return try session.copy(into: table, columns, values)
        }
        let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let names = columns.joined(separator: ", ")
        for start in stride(from: 0, to: values.count, by: columns.count) {
            try execute(
                "INSERT INTO \(table) (\(names)) VALUES (\(places))",
                Array(values[start..<start + columns.count]))
        }
    }

    func replacing(_ tables: [String], _ body: () throws(Problem) -> Void) throws(Problem) {
        try PostgresReplacement(tables: tables, connection: self).run(body)
    }

    func define(_ statement: String) throws(Problem) {
        try session.run(PostgresText.portable(statement))
    }

    func define(_ trigger: SQLTrigger) throws(Problem) {
        for statement in PostgresText.trigger(trigger) { try session.run(statement) }
    }
}
