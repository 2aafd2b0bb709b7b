import GRDBSQLite
import Store

/// A prepared statement and its placeholders.
struct SQLiteStatement {
    let handle: OpaquePointer

    /// Tells SQLite to copy what it is given.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    init(_ handle: OpaquePointer) { self.handle = handle }

    /// Lets go of rows and values. What failed was reported when it failed.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func bind(_ values: ArraySlice<SQLValue>) {
        precondition(
            values.count == Int(sqlite3_bind_parameter_count(handle)),
            "a query has as many values as placeholders")
        for (position, value) in values.enumerated() {
            let result = bind(value, at: Int32(position + 1))
            precondition(result == SQLITE_OK, "a value cannot be bound")
        }
    }

    private func bind(_ value: SQLValue, at place: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, place)
        case .integer(let number): return sqlite3_bind_int64(handle, place, number)
        case .text(let text):
            // The text is handed over as C text, but by its length: it may hold a zero.
            return sqlite3_bind_text(
                handle, place, text, Int32(text.utf8.count), SQLiteStatement.copied)
        case .bytes(let bytes):
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, place, 0) }
            return sqlite3_bind_blob(
                handle, place, bytes, Int32(bytes.count), SQLiteStatement.copied)
        }
    }
}

/// The current row of a statement.
struct SQLiteRow: SQLRow {
    private let handle: OpaquePointer

    init(_ statement: SQLiteStatement) { handle = statement.handle }

    func append(_ kinds: [SQLColumn.Kind], to bytes: inout [UInt8]) {
        for (column, kind) in kinds.enumerated() {
            let place = Int32(column)
            guard sqlite3_column_type(handle, place) != SQLITE_NULL else {
                RowForm.appendNull(to: &bytes)
                continue
            }
            switch kind {
            case .integer: RowForm.append(sqlite3_column_int64(handle, place), to: &bytes)
            case .text:
                let start = sqlite3_column_text(handle, place)
                RowForm.append(text: content(start, place), to: &bytes)
            case .bytes:
                let start = sqlite3_column_blob(handle, place)
                RowForm.append(bytes: content(start, place), to: &bytes)
            }
        }
    }

    /// The size is that of what was asked for last.
    private func content(
        _ start: UnsafeRawPointer?, _ place: Int32
    ) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: start, count: Int(sqlite3_column_bytes(handle, place)))
    }

    func isNull(_ column: Int) -> Bool {
        sqlite3_column_type(handle, Int32(column)) == SQLITE_NULL
    }

    func integer(_ column: Int) -> Int64 { sqlite3_column_int64(handle, Int32(column)) }

    func text(_ column: Int) -> String {
        guard let start = sqlite3_column_text(handle, Int32(column)) else { return "" }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    func bytes(_ column: Int) -> [UInt8] {
        guard let start = sqlite3_column_blob(handle, Int32(column)) else { return [] }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
