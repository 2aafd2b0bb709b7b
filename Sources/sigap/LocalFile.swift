import Civic
import FoundationEssentials
import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Small text files that a command is given or asked for.
enum LocalFile {
    /// - Throws: `store-unreadable` with the system's reason.
    static func text(_ path: String) throws(Problem) -> String {
        String(decoding: try bytes(path), as: UTF8.self)
    }

    /// - Throws: `store-unreadable` with the system's reason.
    static func bytes(_ path: String) throws(Problem) -> [UInt8] {
        if let data = FileManager.default.contents(atPath: path) { return Array(data) }
        // The system is asked again for its reason, which the file manager keeps to itself.
        let reason = access(path, R_OK) == 0 ? EISDIR : errno
        throw Problem.storeUnreadable(path, String(cString: strerror(reason)))
    }

    /// Writes a file in one step: whoever reads it sees the old text or the new one.
    ///
    /// - Throws: `file-unwritable` with the system's reason, `disk-full`.
    static func replace(_ path: String, with text: String) throws(Problem) {
        let fresh = "\(path).new"
        let file = open(fresh, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard file >= 0 else { throw unwritable(path, errno) }
        defer { close(file) }
        let bytes = Array(text.utf8)
        let count = write(file, bytes, bytes.count)
        if count == bytes.count, fsync(file) == 0, rename(fresh, path) == 0 { return }
        // A write that ended early found no room for the rest.
        let reason = (0..<bytes.count).contains(count) ? ENOSPC : errno
        unlink(fresh)
        throw unwritable(path, reason)
    }

    /// Writes a file into a folder that is made if there is none.
    ///
    /// - Throws: `file-unwritable`.
    static func keep(_ bytes: [UInt8], to path: String, in folder: String) throws(Problem) {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true)
            try Data(bytes).write(to: URL(filePath: path), options: .atomic)
        } catch { throw Problem.fileUnwritable(path, "\(error)") }
    }

    private static func unwritable(_ path: String, _ reason: Int32) -> Problem {
        reason == ENOSPC
            ? .diskFull(path) : .fileUnwritable(path, String(cString: strerror(reason)))
    }
}
