import Civic
import GRDB
import GRDBSQLite
import Store

/// What went wrong in SQLite, as problems of the store. Messages name tables and columns, never
/// values.
enum SQLiteProblem {
    static func of(_ error: any Error, _ path: String? = nil) -> Problem {
        switch error {
        case let problem as Problem: problem
        case is CancellationError: .storeCancelled()
        case let error as DatabaseError:
            of(code: error.extendedResultCode.rawValue, error.message ?? "", path)
        default: .storeFailed("\(type(of: error))", path)
        }
    }

    /// What an extended result code means.
    static func of(code: Int32, _ message: String, _ path: String?) -> Problem {
        switch code & 0xFF {
        case SQLITE_FULL: .diskFull(path)
        case SQLITE_BUSY, SQLITE_LOCKED: .storeBusy(path)
        case SQLITE_READONLY, SQLITE_PERM: .storeReadOnly(path)
        case SQLITE_NOTADB: .storeForeign(path)
        case SQLITE_CORRUPT: .storeDamaged("SQLite \(code)", path)
        case SQLITE_CANTOPEN: .storeUnreadable(path ?? "", "SQLite \(code)")
        case SQLITE_INTERRUPT, SQLITE_ABORT: .storeCancelled()
        case SQLITE_CONSTRAINT: .storeConflict(message)
        default: .storeFailed("SQLite \(code): \(message)", path)
        }
    }
}
