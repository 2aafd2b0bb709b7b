package import Civic

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file while it is being made: `<target>.partial`, for its owner only, until everything in it was
/// verified. Whoever sees the target sees all of it.
///
/// What a killed program left behind under that name is taken over by the next one; two at once are
/// kept apart by a lock, which the system lets go however a program ends.
package final class PartialFile: Sendable {
    /// Where the file will be.
    package let target: String
    package let path: String
    private let file: Int32
    private let taken: Problem

    /// Throws `taken` when there is something at `target`: nothing is ever overwritten.
    ///
    /// - Throws: `file-in-use`, `file-unwritable`, `disk-full`.
    package init(for target: String, taken: Problem) throws(Problem) {
        (self.target, self.taken) = (target, taken)
        path = "\(target).partial"
        guard access(target, F_OK) != 0 else { throw taken }
        file = try PartialFile.claim(path, for: target)
        do throws(Problem) {
            // The other one may have finished while we waited for the name.
            guard access(target, F_OK) != 0 else { throw taken }
            try restart()
        } catch {
            close(file)
            throw error
        }
    }

    deinit { close(file) }

    /// Takes back what was written.
    package func restart() throws(Problem) {
        guard ftruncate(file, 0) == 0, lseek(file, 0, SEEK_SET) == 0 else { throw failure() }
    }

    func append(_ bytes: [UInt8]) throws(Problem) {
        let isWritten = bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let piece = UnsafeRawBufferPointer(rebasing: rest)
                let count = write(file, piece.baseAddress, piece.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
        guard isWritten else { throw failure() }
    }

    /// Waits until everything is on the disk, and makes the system read it from there again.
    package func sync() throws(Problem) {
        guard fsync(file) == 0 else { throw failure() }
        #if canImport(Glibc)
            posix_fadvise(file, 0, 0, Int32(POSIX_FADV_DONTNEED))
        #endif
    }

    /// Gives the file its name, unless there is one of that name by now.
    package func publish() throws(Problem) {
        // A second name can be made without overwriting; file systems that have no second names
        // can only be asked before.
        if link(path, target) == 0 {
            unlink(path)
        } else {
            guard errno != EEXIST, access(target, F_OK) != 0 else { throw taken }
            guard rename(path, target) == 0 else { throw failure() }
        }
        FolderSync.keepName(of: target)
    }

    package func discard() { unlink(path) }

    private func failure() -> Problem { PartialFile.failure(target) }

    /// Opens `path` and locks it. A file that lost its name meanwhile belongs to nobody any more.
    private static func claim(_ path: String, for target: String) throws(Problem) -> Int32 {
        while true {
            let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard file >= 0 else { throw failure(target) }
            guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
                close(file)
                throw Problem.fileInUse(target)
            }
            var (own, named) = (stat(), stat())
            if fstat(file, &own) == 0, stat(path, &named) == 0, own.st_ino == named.st_ino {
                // A program that was killed while it published left two names of one file: what is
                // finished must not be begun again.
                guard own.st_nlink == 1 else {
                    unlink(path)
                    close(file)
                    continue
                }
                guard fchmod(file, 0o600) == 0 else {
                    close(file)
                    throw failure(target)
                }
                return file
            }
            close(file)
        }
    }

    private static func failure(_ path: String) -> Problem {
        switch errno {
        case ENOSPC, EDQUOT: .diskFull(path)
        default: .fileUnwritable(path, String(cString: strerror(errno)))
        }
    }
}
