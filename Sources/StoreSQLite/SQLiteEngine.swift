package import Civic
import GRDB
package import Store

/// One SQLite file as a store: write-ahead log, one writer, many readers.
///
/// What was acknowledged survives a loss of power (`synchronous = FULL`).
package final class SQLiteEngine: StoreEngine {
    package let path: String
    package let isReadOnly: Bool
    private let pool: any DatabaseWriter
    /// Held for the life of a writing engine.
    private let lock: StoreLock?

    /// Opens the file at `path`; for writing in one process at a time, except for short changes.
    ///
    /// - Throws: `store-missing`, `store-exists`, `store-foreign`, `store-damaged`, `store-in-use`,
    ///   `store-read-only`, `store-unreadable`, `disk-full`.
    package init(_ path: String, _ access: StoreAccess) throws(Problem) {
        guard SQLiteLibrary.isUsable else { throw SQLiteLibrary.tooOld() }
        let file = StoreFile(path)
        if access != .create { try file.checkExisting() }
        let lock = access == .write || access == .create ? try StoreLock(for: path) : nil
        if access == .create { try file.create() }
        if access == .write { try file.restrict() }
        self.path = path
        self.lock = lock
        isReadOnly = access == .read
        do {
            pool = try DatabasePool(
                path: path, configuration: SQLiteEngine.configuration(access))
            // The pool has chosen NORMAL, under which the last commits can be lost with the power.
            if access != .read {
                try pool.writeWithoutTransaction { database in
                    try database.execute(sql: "PRAGMA synchronous = FULL")
                }
            }
        } catch {
            throw SQLiteProblem.of(error, path)
        }
    }

    /// Opens an empty file to be filled by one process. Nothing waits for the disk.
    init(filling path: String) throws(Problem) {
        guard SQLiteLibrary.isUsable else { throw SQLiteLibrary.tooOld() }
        (self.path, lock, isReadOnly) = (path, nil, false)
        do {
            pool = try DatabaseQueue(
                path: path, configuration: SQLiteEngine.configuration(.create))
            try pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA synchronous = OFF")
            }
        } catch {
            throw SQLiteProblem.of(error, path)
        }
    }

    /// Prepares a filled file for many readers, and ends all connections.
    func endFilling() async throws(Problem) {
        do {
            try await pool.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA journal_mode = WAL")
            }
        } catch {
            throw SQLiteProblem.of(error, path)
        }
        try await close()
    }

    /// Ends all connections and lets another process write.
    package func close() async throws(Problem) {
        do {
            // The pool closes its writer before its readers, which leaves a log behind that the last
            // of them may not write back. Where somebody else reads, the log stays, which is safe.
            if !isReadOnly {
                _ = try? await pool.writeWithoutTransaction { try $0.checkpoint(.truncate) }
            }
            try pool.close()
        } catch {
            throw SQLiteProblem.of(error, path)
        }
        lock?.release()
    }

    package func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLReader) throws(Problem) -> T
    ) async throws(Problem) -> T {
        do {
            return try await pool.read { [path] in try body(SQLiteConnection($0, path)) }
        } catch {
            throw SQLiteProblem.of(error, path)
        }
    }

    package func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLWriter) throws(Problem) -> T
    ) async throws(Problem) -> T {
        if isReadOnly { throw Problem.storeReadOnly(path) }
        do {
            return try await pool.write { [path] in try body(SQLiteConnection($0, path)) }
        } catch {
            throw SQLiteProblem.of(error, path)
        }
    }

    /// The whole file is written anew, and the log cut off: no other way reaches what earlier changes
    /// left in free pages.
    package func scrub(_ tables: [String]) async throws(Problem) {
        if isReadOnly { throw Problem.storeReadOnly(path) }
        do {
            try await pool.barrierWriteWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                try database.checkpoint(.truncate)
            }
        } catch {
            throw SQLiteProblem.of(error, path)
        }
    }

    private static func configuration(_ access: StoreAccess) -> Configuration {
        var configuration = Configuration()
        configuration.label = "sigap.store"
        configuration.readonly = access == .read
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            // Temporary data holds names, which must not reach the disk outside the store.
            try database.execute(
                sql: """
                    PRAGMA temp_store = MEMORY;
                    PRAGMA threads = 2;
                    PRAGMA cache_size = -32768;
                    PRAGMA journal_size_limit = 67108864;
                    PRAGMA trusted_schema = OFF;
                    """)
        }
        return configuration
    }
}
