package import Civic

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Bytes that came through the network, under a path by which readers of files open them: in
/// memory, never under a name on a disk, and gone when the last reader closes.
package struct MemoryFile: ~Copyable {
    private let descriptor: Int32

    package init(_ bytes: [UInt8]) throws(Problem) {
        descriptor = try MemoryFile.filled(bytes)
    }

    deinit { close(descriptor) }

    /// Opens the same bytes again, from their beginning.
    package var path: String { "/dev/fd/\(descriptor)" }

    /// Loses its name before a byte is written.
    private static func make() -> Int32 {
        let name = "/sigap-\(UInt64.random(in: 0...UInt64.max))"
        let descriptor = shm_open(name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor >= 0 { shm_unlink(name) }
        return descriptor
    }

    private static func filled(_ bytes: [UInt8]) throws(Problem) -> Int32 {
        let descriptor = make()
        guard descriptor >= 0 else { throw noRoom() }
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { writeBlock(descriptor, $0, from: start) }
            guard count > 0 else {
                close(descriptor)
                throw noRoom()
            }
            start += count
        }
        return descriptor
    }

    private static func noRoom() -> Problem {
        Problem(
            .service, "memory-file",
            Phrase("Berkas tidak dapat diterima sekarang.", en: "The file cannot be taken now."),
            do: Phrase("Coba lagi sebentar lagi.", en: "Try again in a moment."))
    }
}

private func writeBlock(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer, from start: Int)
    -> Int
{
    guard let base = bytes.baseAddress else { return 0 }
    while true {
        let count = write(descriptor, base + start, bytes.count - start)
        if count >= 0 || errno != EINTR { return count }
    }
}
