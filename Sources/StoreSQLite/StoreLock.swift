import Civic
import Store
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Keeps a second server away from a store: a lock on the file `<store>.lock`, which the system lets
/// go when the process ends, however it ends.
final class StoreLock: Sendable {
    private let file: Mutex<Int32?>

    init(for store: String) throws(Problem) {
        let path = "\(store).lock"
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            switch errno {
            case EACCES, EPERM, EROFS: throw Problem.storeReadOnly(path)
            case ENOSPC, EDQUOT: throw Problem.diskFull(path)
            default: throw Problem.storeUnreadable(path, String(cString: strerror(errno)))
            }
        }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw Problem.storeInUse(store)
        }
        self.file = Mutex(file)
    }

    /// The lock file stays: removing it would let two servers lock two files of one name.
    func release() {
        file.withLock { file in
            if let open = file { close(open) }
            file = nil
        }
    }

    deinit { release() }
}
