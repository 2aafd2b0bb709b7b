import Civic
import Crypto

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads a backup from its beginning to its end; anything that is not as it was written ends it
/// with `backup-damaged`.
final class BackupReader {
    let header: BackupHeader
    private let path: String
    private let file: Int32
    private var cipher: BackupCipher
    private var digest = SHA256()
    private let fileSize: Int
    /// Bytes read so far.
    private(set) var size = 0

    private static let frameSize = 5

    /// - Throws: `backup-missing`, `backup-damaged`, `backup-newer`, `key-wrong`.
    init(_ path: String, _ keys: BackupKeys) throws(Problem) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw errno == ENOENT ? Problem.backupMissing(path) : BackupReader.failure(path)
        }
        do throws(Problem) {
            var status = stat()
            guard fstat(file, &status) == 0 else { throw BackupReader.failure(path) }
            fileSize = Int(status.st_size)
            header = try BackupReader.header(file, path)
            guard let secret = keys.secret(header.keyID) else {
                throw Problem.keyAbsent(header.keyID, path)
            }
            cipher = BackupCipher(secret, header)
        } catch {
            close(file)
            throw error
        }
        self.path = path
        self.file = file
        note(header.bytes)
    }

    deinit { close(file) }

    /// SHA-256 of the file, hexadecimal, once it was read to its end.
    var fileDigest: String { Hexadecimal.text(Array(digest.finalize())) }

    /// Hands over every block of rows and returns what ends the file.
    func each(_ body: (RowBlock) throws(Problem) -> Void) throws(Problem) -> BackupTrailer {
        while true {
            let (kind, plain) = try chunk()
            guard kind == BackupWriter.trailer else {
                try body(try RowBlock(decoding: plain))
                continue
            }
            guard try bytes(1).isEmpty else { throw damaged() }
            return try BackupTrailer(decoding: plain)
        }
    }

    private func chunk() throws(Problem) -> (kind: UInt8, plain: [UInt8]) {
        let frame = try bytes(BackupReader.frameSize)
        guard frame.count == BackupReader.frameSize else { throw damaged() }
        let count = frame.dropFirst().reduce(0) { $0 << 8 | Int($1) }
        guard [BackupWriter.rows, BackupWriter.trailer].contains(frame[0]),
            count <= fileSize - size
        else { throw damaged() }
        let sealed = try bytes(count)
        guard sealed.count == count,
            let plain = cipher.open(sealed, isLast: frame[0] == BackupWriter.trailer)
        else { throw damaged() }
        note(frame)
        note(sealed)
        return (frame[0], plain)
    }

    private func note(_ bytes: [UInt8]) {
        digest.update(data: bytes)
        size += bytes.count
    }

    private func bytes(_ count: Int) throws(Problem) -> [UInt8] {
        try BackupReader.bytes(count, file, path)
    }

    private func damaged() -> Problem { Problem.backupDamaged(path, at: size) }

    private static func header(_ file: Int32, _ path: String) throws(Problem) -> BackupHeader {
        let start = try bytes(BackupHeader.sizeMax, file, path)
        guard let end = start.firstRange(of: BackupHeader.end)?.upperBound else {
            throw Problem.backupDamaged(path)
        }
        guard lseek(file, off_t(end), SEEK_SET) == end else { throw failure(path) }
        return try BackupHeader(Array(start[..<end]), of: path)
    }

    /// Fewer bytes only at the end of the file.
    private static func bytes(
        _ count: Int, _ file: Int32, _ path: String
    ) throws(Problem) -> [UInt8] {
        var got = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            while got >= 0, initialized < count {
                let start = buffer.baseAddress.map { $0 + initialized }
                got = read(file, start, count - initialized)
                if got < 0, errno == EINTR {
                    got = 0
                    continue
                }
                if got <= 0 { break }
                initialized += got
            }
        }
        guard got >= 0 else { throw failure(path) }
        return bytes
    }

    private static func failure(_ path: String) -> Problem {
        .backupUnreadable(path, String(cString: strerror(errno)))
    }
}
