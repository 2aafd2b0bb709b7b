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

    /// Binds values whose texts and bytes lie one after the other in `content`, beginning at
    /// `start`, and stay there for as long as they are bound. Returns where they end.
    func bind(
        _ values: ArraySlice<SQLValue>, in content: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> Int {
        var (place, start): (Int32, Int) = (1, start)
        for value in values {
            let result: Int32
            switch value {
            case .null: result = sqlite3_bind_null(handle, place)
            case .integer(let number): result = sqlite3_bind_int64(handle, place, number)
            case .text(let text):
                let count = text.utf8.count
                let address = content.baseAddress.map {
                    UnsafeRawPointer($0 + start).assumingMemoryBound(to: CChar.self)
                }
                result = sqlite3_bind_text(handle, place, address, Int32(count), nil)
                start += count
            case .bytes(let bytes):
                result = sqlite3_bind_blob(
                    handle, place, content.baseAddress.map { $0 + start }, Int32(bytes.count), nil)
                start += bytes.count
            }
            precondition(result == SQLITE_OK, "a value cannot be bound")
            place += 1
        }
        return start
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

/// The texts and bytes of many values in one place, so that SQLite need not copy each of them.
struct SQLiteContent {
    private(set) var bytes: [UInt8] = []

    init(_ values: [SQLValue]) {
        bytes.reserveCapacity(values.count * 12)
        for value in values {
            switch value {
            case .null, .integer: continue
            case .text(let text): bytes.append(contentsOf: text.utf8)
            case .bytes(let content): bytes.append(contentsOf: content)
            }
        }
        // An empty value needs an address as well: without one it would be null.
        bytes.append(0)
    }
}

/// The current row of a statement.
struct SQLiteRow: SQLRow {
    private let handle: OpaquePointer

    init(_ statement: SQLiteStatement) { handle = statement.handle }

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

    func withBytes(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Void) {
        let start = sqlite3_column_blob(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        body(UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : count))
    }
}
