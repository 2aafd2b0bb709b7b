import Civic
import Papers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A new file written front to back in large pieces.
final class FileOutput {
    private let name: String
    private let descriptor: Int32
    private var pending: [UInt8] = []
    private var flushed = 0

    private static let pieceSize = 1 << 20

    init(_ path: String) throws(Problem) {
        name = String(path.split(separator: "/").last ?? "")
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw WriteFault.problem(name, errno) }
        pending.reserveCapacity(FileOutput.pieceSize + 4096)
    }

    deinit { close(descriptor) }

    /// Bytes appended so far.
    var size: Int { flushed + pending.count }

    /// Appends what `compose` adds to the bytes that wait to be written.
    func append(_ compose: (inout [UInt8]) -> Void) throws(Problem) {
        compose(&pending)
        if pending.count >= FileOutput.pieceSize { try finish() }
    }

    /// Writes what waits; the file is complete after the last call.
    func finish() throws(Problem) {
        var start = 0
        while start < pending.count {
            let written = pending.withUnsafeBytes { bytes in
                write(descriptor, bytes.baseAddress.map { $0 + start }, bytes.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw WriteFault.problem(name, errno) }
            start += written
        }
        flushed += pending.count
        pending.removeAll(keepingCapacity: true)
    }

    /// Replaces bytes that were appended before.
    func overwrite(_ bytes: [UInt8], at offset: Int) throws(Problem) {
        try finish()
        guard pwrite(descriptor, bytes, bytes.count, off_t(offset)) == bytes.count else {
            throw WriteFault.problem(name, errno)
        }
    }
}
