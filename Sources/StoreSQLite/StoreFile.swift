import Civic
import Store

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file of a store, looked at before SQLite touches it, so that a wrong file stays as it was.
struct StoreFile {
    /// `SGAP`, at the place SQLite gives to applications.
    static let applicationID: Int32 = 0x5347_4150
    private static let magic = Array("SQLite format 3\0".utf8)
    private static let idOffset = 68

    private let path: String

    init(_ path: String) { self.path = path }

    /// Refuses what is missing, no database, or another program's.
    func checkExisting() throws(Problem) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw errno == ENOENT ? Problem.storeMissing(path) : failure()
        }
        defer { close(file) }
        var head = [UInt8](repeating: 0, count: 100)
        let count = read(file, &head, head.count)
        guard count >= 0 else { throw failure() }
        guard count == head.count, Array(head.prefix(StoreFile.magic.count)) == StoreFile.magic
        else { throw Problem.storeForeign(path) }
        let id = head[StoreFile.idOffset..<StoreFile.idOffset + 4].reduce(UInt32(0)) {
            $0 << 8 | UInt32($1)
        }
        guard id == UInt32(bitPattern: StoreFile.applicationID) else {
            throw Problem.storeForeign(path)
        }
    }

    /// Makes a file that only its owner may read, and marks it as a store.
    func create() throws(Problem) {
        let file = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST ? Problem.storeExists(path) : failure()
        }
        close(file)
        do {
            try SQLiteMark.put(StoreFile.applicationID, at: path)
        } catch {
            unlink(path)
            throw error
        }
    }

    /// Takes away what others may do with the file; SQLite gives its side files the same mode.
    func restrict() throws(Problem) {
        guard chmod(path, 0o600) == 0 else { throw failure() }
    }

    private func failure() -> Problem {
        switch errno {
        case EACCES, EPERM, EROFS: .storeReadOnly(path)
        case ENOSPC, EDQUOT: .diskFull(path)
        default: .storeUnreadable(path, String(cString: strerror(errno)))
        }
    }
}
