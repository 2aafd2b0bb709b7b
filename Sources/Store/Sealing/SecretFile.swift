import Civic

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Small text files for their owner's eyes only.
enum SecretFile {
    private static let sizeMax = 4096

    static func isThere(at path: String) -> Bool { access(path, F_OK) == 0 }

    /// Writes a new file with mode 0600 and waits until it is on the disk.
    static func create(at path: String, _ text: String) throws(Problem) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw errno == EEXIST ? exists(path) : Problem.storeUnreadable(path, reason())
        }
        defer { close(file) }
        let bytes = Array(text.utf8)
        guard write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            let why = reason()
            unlink(path)
            throw Problem.storeUnreadable(path, why)
        }
        keepName(of: path)
    }

    /// Waits until the folder is on the disk as well: a file without its name is lost. Not every
    /// file system can do this, and those that cannot need not.
    private static func keepName(of path: String) {
        let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
        let folder = end.map { String(path[...$0]) } ?? "."
        let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard file >= 0 else { return }
        fsync(file)
        close(file)
    }

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
        var bytes = [UInt8](repeating: 0, count: sizeMax)
        let count = read(file, &bytes, sizeMax)
        guard count >= 0 else { throw Problem.storeUnreadable(path, reason()) }
        return String(decoding: bytes.prefix(count), as: UTF8.self)
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
