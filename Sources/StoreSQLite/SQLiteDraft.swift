package import Civic
import GRDB
package import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A SQLite store that is being filled, in `<path>.partial` until it is published.
///
/// While it is filled nothing waits for the disk: a file that was not finished is thrown away.
package final class SQLiteDraft: StoreDraft {
    private let file: PartialFile
    private let filling: SQLiteEngine

    package var engine: any StoreEngine { filling }

    /// - Throws: `store-exists`, `file-in-use`, `file-unwritable`, `disk-full`.
    package init(_ path: String) throws(Problem) {
        file = try PartialFile(for: path, taken: .storeExists(path))
        SQLiteDraft.removeSides(of: file.path)
        do throws(Problem) {
            try SQLiteMark.put(StoreFile.applicationID, at: file.path)
            filling = try SQLiteEngine(filling: file.path)
        } catch {
            file.discard()
            throw error
        }
    }

    package func publish() async throws(Problem) {
        try await filling.endFilling()
        try file.sync()
        try file.publish()
    }

    package func discard() async {
        // What cannot be closed is thrown away as well.
        try? await filling.close()
        SQLiteDraft.removeSides(of: file.path)
        file.discard()
    }

    /// What an earlier attempt left behind would be taken for a part of this one.
    private static func removeSides(of path: String) {
        for side in ["-journal", "-wal", "-shm"] { unlink(path + side) }
    }
}
