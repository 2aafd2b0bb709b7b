import Civic

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Small text files for their owner's eyes only.
enum SecretFile {
    private static let blockSize = 4096

    /// Writes a new file with mode 0600 and waits until it is on the disk.
    static func create(at path: String, _ text: String) throws(Problem) {
        try create(at: path, text, like: nil)
    }

    private static func create(
        at path: String, _ text: String, like old: stat?
    ) throws(Problem) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST ? exists(path) : Problem.storeUnreadable(path, reason())
        }
        defer { close(file) }
        let bytes = Array(text.utf8)
        let isOwned = old.map { fchown(file, $0.st_uid, $0.st_gid) == 0 } ?? true
        guard isOwned, write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            let why = reason()
            unlink(path)
            throw Problem.storeUnreadable(path, why)
        }
        FolderSync.keepName(of: path)
    }

    /// Puts a new file in the place of the one at `path`, in one step: after a crash there is the old
    /// one or the new one. Its owner stays, whoever does this: a server would otherwise lose its key.
    static func replace(at path: String, _ text: String) throws(Problem) {
        let fresh = "\(path).new"
        // Left behind by a process that was stopped half-way.
        unlink(fresh)
        var old = stat()
        let isThere = stat(path, &old) == 0
        guard isThere || errno == ENOENT else { throw Problem.storeUnreadable(path, reason()) }
        try create(at: fresh, text, like: isThere ? old : nil)
        guard rename(fresh, path) == 0 else {
            let why = reason()
            unlink(fresh)
            throw Problem.storeUnreadable(path, why)
        }
        FolderSync.keepName(of: path)
    }

    /// Runs `body` while nobody else does so for a file of the same folder.
    static func alone<T>(at path: String, _ body: () throws(Problem) -> T) throws(Problem) -> T {
        let folder = open(FolderSync.folder(of: path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw Problem.storeUnreadable(path, reason()) }
        // Closing the folder gives the lock back.
        defer { close(folder) }
        guard flock(folder, LOCK_EX) == 0 else { throw Problem.storeUnreadable(path, reason()) }
        return try body()
    }

    static func exists(at path: String) -> Bool { access(path, F_OK) == 0 }

    /// The whole file; refused when anybody but the owner may read or write it.
    static func text(at path: String) throws(Problem) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw errno == ENOENT ? missing(path) : Problem.storeUnreadable(path, reason())
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw Problem.storeUnreadable(path, reason()) }
        guard status.st_mode & 0o077 == 0 else { throw tooOpen(path) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: blockSize)
        while true {
            let count = read(file, &block, blockSize)
            guard count >= 0 else { throw Problem.storeUnreadable(path, reason()) }
            if count == 0 { return String(decoding: bytes, as: UTF8.self) }
            bytes += block.prefix(count)
        }
    }

    private static func reason() -> String { String(cString: strerror(errno)) }

    private static func exists(_ path: String) -> Problem {
        Problem(
            .service, "key-exists",
            Phrase("Berkas kunci ini sudah ada.", en: "This key file exists already."),
            at: Spot(file: path),
            do: Phrase(
                "Pindahkan dulu kunci yang lama; kunci tidak pernah ditimpa.",
                en: "Move the old key away first; a key is never overwritten."))
    }

    private static func missing(_ path: String) -> Problem {
        Problem(
            .service, "key-missing",
            Phrase("Berkas kunci tidak ditemukan.", en: "The key file is missing."),
            at: Spot(file: path),
            do: Phrase(
                "Pulihkan berkas kunci dari salinannya, atau sebutkan letaknya.",
                en: "Restore the key file from its copy, or say where it is."))
    }

    private static func tooOpen(_ path: String) -> Problem {
        Problem(
            .service, "key-too-open",
            Phrase(
                "Berkas kunci dapat dibaca pengguna lain.", en: "Others may read the key file."),
            at: Spot(file: path),
            do: Phrase(
                "Batasi dengan chmod 600, lalu ulangi.", en: "Run chmod 600 on it and try again."))
    }
}
