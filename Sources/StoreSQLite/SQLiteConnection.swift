import Civic
import GRDB
import GRDBSQLite
import Store

/// One transaction. Statements are prepared and kept by GRDB, and stepped here without its value
/// types: sets of millions of rows pass through.
final class SQLiteConnection: SQLWriter {
    private let database: Database
    private let path: String

    init(_ database: Database, _ path: String) {
        self.database = database
        self.path = path
    }

    func scan(
        _ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws(Problem) -> Void
    ) throws(Problem) {
        let statement = try prepared(sql)
        defer { statement.reset() }
        statement.bind(values[...])
        let row = SQLiteRow(statement)
        while try step(statement) { try body(row) }
    }

    func tables() throws(Problem) -> Set<String> {
        var names: Set<String> = []
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        try scan(sql, []) { row throws(Problem) in names.insert(row.text(0)) }
        return names
    }

    func columns(of table: String) throws(Problem) -> [SQLColumn] {
        try all("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid", [.text(table)]) {
            fields in
            let (name, type, place) = (fields.text(), fields.text(), fields.int())
            return SQLColumn(
                name: name, kind: SQLiteText.kind(ofType: type),
                keyPlace: place > 0 ? place : nil)
        }
    }

    func integrityFaults() throws(Problem) -> [String] {
        try all("PRAGMA quick_check") { fields in fields.text() }.filter { $0 != "ok" }
    }

    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue]) throws(Problem) -> Int {
        let statement = try prepared(sql)
        defer { statement.reset() }
        statement.bind(values[...])
        while try step(statement) {}
        return Int(sqlite3_changes(database.sqliteConnection))
    }

    func insert(into table: String, _ columns: [String], _ values: [SQLValue]) throws(Problem) {
        precondition(values.count % columns.count == 0, "every row has a value for every column")
        let places = columns.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
        let names = columns.joined(separator: ", ")
        let statement = try prepared("INSERT INTO \(table) (\(names)) VALUES (\(places))")
        defer { statement.reset() }
        let content = SQLiteContent(values)
        try content.bytes.withUnsafeBufferPointer { bytes throws(Problem) in
            var start = 0
            for row in stride(from: 0, to: values.count, by: columns.count) {
                statement.reset()
                start = statement.bind(values[row..<row + columns.count], in: bytes, from: start)
                while try step(statement) {}
            }
            statement.reset()
        }
    }

    private func prepared(_ sql: String) throws(Problem) -> SQLiteStatement {
        do {
            let statement = try database.cachedStatement(sql: SQLiteText.placeholders(sql))
            let handle = statement.sqliteStatement
            precondition(sqlite3_stmt_busy(handle) == 0, "a query is asked again inside itself")
            return SQLiteStatement(handle)
        } catch {
            throw SQLiteProblem.of(error, path)
        }
    }

    /// True when there is a row.
    private func step(_ statement: SQLiteStatement) throws(Problem) -> Bool {
        switch sqlite3_step(statement.handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        default:
            let connection = database.sqliteConnection
            throw SQLiteProblem.of(
                code: sqlite3_extended_errcode(connection),
                String(cString: sqlite3_errmsg(connection)), path)
        }
    }
}

extension SQLiteConnection {
    /// Indexes are built once, at the end: twice as quick for a large city.
    func replacing(_ tables: [String], _ body: () throws(Problem) -> Void) throws(Problem) {
        var indexes: [(name: String, sql: String)] = []
        for table in tables {
            try scan(
                "SELECT name, sql FROM sqlite_master WHERE tbl_name = $1 AND type = 'index'",
                [.text(table)]
            ) { row throws(Problem) in
                if !row.isNull(1) { indexes.append((row.text(0), row.text(1))) }
            }
        }
        for index in indexes { try execute("DROP INDEX \(index.name)") }
        try body()
        for index in indexes { try execute(index.sql) }
    }

    func define(_ statement: String) throws(Problem) {
        try execute(SQLiteText.strict(statement))
    }

    func define(_ trigger: SQLTrigger) throws(Problem) {
        try execute(SQLiteText.trigger(trigger))
    }
}
