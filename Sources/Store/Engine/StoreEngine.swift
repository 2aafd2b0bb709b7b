package import Civic

/// A database as the store needs it. One SQL text serves every engine: ANSI, placeholders `$1`,
/// `$2`, …, types INTEGER, TEXT and BLOB, no arithmetic on time, case or order of letters. What
/// differs between engines stays in the engine.
///
/// Closures are synchronous, so that nobody waits for anything inside a transaction. A writing
/// closure may run twice, because an engine may have to try again: it must have no other effect.
package protocol StoreEngine: Sendable {
    /// True when the store was opened for reading only.
    var isReadOnly: Bool { get }

    /// Reads one unchanging state of the store.
    func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws(Problem) -> T
    ) async throws(Problem) -> T

    /// Runs one serialisable transaction: everything or, when `body` throws, nothing.
    @discardableResult
    func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws(Problem) -> T
    ) async throws(Problem) -> T

    /// Writes `tables` anew, so that the files of the database hold nothing any more that was deleted
    /// from them. Takes as long as copying them; others may have to wait. `store-busy` when
    /// somebody else keeps it from being done: it may be tried again.
    func scrub(_ tables: [String]) async throws(Problem)

    /// Ends all connections once they are at rest. Nothing may be read or written after.
    func close() async throws(Problem)
}

package protocol SQLReader {
    /// Hands each row of the answer to `body`, which must not ask or change anything itself: an
    /// engine may still be receiving the rest of the answer.
    func scan(
        _ sql: String, _ values: [SQLValue], _ body: (any SQLRow) throws(Problem) -> Void
    ) throws(Problem)

    /// The names of all tables.
    func tables() throws(Problem) -> Set<String>

    /// The columns of `table` in their order; none when there is no such table.
    func columns(of table: String) throws(Problem) -> [SQLColumn]

    /// What the database finds wrong with its own files, in its own words; nothing when they are
    /// sound, or when it looks after them by itself.
    func integrityFaults() throws(Problem) -> [String]
}

package protocol SQLWriter: SQLReader {
    /// Changes rows and returns how many.
    @discardableResult
    func execute(_ sql: String, _ values: [SQLValue]) throws(Problem) -> Int

    /// Inserts a set of rows through one prepared statement or bulk copy. `values` holds row after
    /// row, as many values each as there are columns.
    func insert(into table: String, _ columns: [String], _ values: [SQLValue]) throws(Problem)

    /// Runs `body`, which replaces all rows of `tables`, in the way that is fastest for sets, for
    /// example by building indexes once at the end. Tables outside `tables` must not refer to them,
    /// and nothing may watch over them.
    func replacing(_ tables: [String], _ body: () throws(Problem) -> Void) throws(Problem)

    /// Creates a table or index from portable text.
    func define(_ statement: String) throws(Problem)

    /// Makes the database itself do or refuse something from now on.
    func define(_ trigger: SQLTrigger) throws(Problem)
}

extension SQLReader {
    package func integrityFaults() throws(Problem) -> [String] { [] }

    /// Every row as `make` reads it.
    package func all<T>(
        _ sql: String, _ values: [SQLValue] = [],
        _ make: (inout SQLFields) throws(Problem) -> T
    ) throws(Problem) -> [T] {
        var found: [T] = []
        try scan(sql, values) { row throws(Problem) in
            var fields = SQLFields(row)
            found.append(try make(&fields))
        }
        return found
    }

    /// The first row, or nil.
    package func first<T>(
        _ sql: String, _ values: [SQLValue] = [],
        _ make: (inout SQLFields) throws(Problem) -> T
    ) throws(Problem) -> T? {
        try all(sql, values, make).first
    }

    /// One number: a count, a sum or a highest id; 0 where there is none.
    package func integer(_ sql: String, _ values: [SQLValue] = []) throws(Problem) -> Int {
        try first(sql, values) { fields in fields.int() } ?? 0
    }
}

extension SQLWriter {
    @discardableResult
    package func execute(_ sql: String) throws(Problem) -> Int { try execute(sql, []) }
}
