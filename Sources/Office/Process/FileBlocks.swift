#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A file read in blocks of one megabyte.
final class FileBlocks {
    private let descriptor: Int32
    private var buffer = [UInt8](repeating: 0, count: 1 << 20)

    struct Failure: Error {}

    init(_ path: String) throws(Failure) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure() }
    }

    deinit { close(descriptor) }

    /// The next block, or nil at the end.
    func next() throws(Failure) -> ArraySlice<UInt8>? {
        while true {
            let got = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if got > 0 { return buffer[0..<got] }
            if got == 0 { return nil }
            if errno != EINTR { throw Failure() }
        }
    }
}
