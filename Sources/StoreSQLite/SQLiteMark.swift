import Civic
import GRDB

/// Puts the number of this application into the head of a new database, before its write-ahead log
/// exists: the head must tell the truth even after a crash.
enum SQLiteMark {
    static func put(_ id: Int32, at path: String) throws(Problem) {
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA application_id = \(id)")
            }
            try queue.close()
        } catch {
            throw SQLiteProblem.of(error, path)
        }
    }
}
