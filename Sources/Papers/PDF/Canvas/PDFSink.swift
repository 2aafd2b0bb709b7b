internal import CPango
internal import Civic

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Where the bytes of a paper go, in the order in which they are made: a file that appears under
/// its name only when it is whole, or memory.
final class PDFSink {
    private static let blockBytes = 1 << 16

    private let target: String?
    private var temporary: String?
    private var descriptor: Int32 = -1
    private(set) var bytes: [UInt8] = []
    private var failure: Int32 = 0

    init() { target = nil }

    /// - Throws: A problem of kind `service` when the folder takes no file.
    init(path: String) throws(Problem) {
        target = path
        var template = Array("\(path).XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw WriteFault.problem(PDFSink.name(path), errno) }
        temporary = String(
            decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        bytes.reserveCapacity(PDFSink.blockBytes)
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if let temporary { unlink(temporary) }
    }

    /// Whether everything could be taken so far.
    func take(_ more: UnsafeBufferPointer<UInt8>) -> Bool {
        guard failure == 0 else { return false }
        bytes.append(contentsOf: more)
        if target != nil, bytes.count >= PDFSink.blockBytes { flush() }
        return failure == 0
    }

    /// Puts the finished file in its place, safely on the disk first.
    ///
    /// - Throws: `disk-full`, or another problem of kind `service`.
    func publish() throws(Problem) {
        guard let target, let temporary else { return }
        flush()
        if failure == 0, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == 0 { failure = errno }
        descriptor = -1
        if failure == 0, rename(temporary, target) != 0 { failure = errno }
        guard failure == 0 else { throw WriteFault.problem(PDFSink.name(target), failure) }
        self.temporary = nil
    }

    /// The problem of the disk, if it had one.
    var problem: Problem? {
        guard failure != 0, let target else { return nil }
        return WriteFault.problem(PDFSink.name(target), failure)
    }

    private func flush() {
        bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let part = UnsafeRawBufferPointer(rebasing: rest)
                let count = write(descriptor, part.baseAddress, part.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else {
                    failure = count < 0 ? errno : EIO
                    return
                }
                rest = rest.dropFirst(count)
            }
        }
        bytes.removeAll(keepingCapacity: true)
    }

    private static func name(_ path: String) -> String {
        String(path.split(separator: "/").last ?? "")
    }

    /// Hands what Cairo writes to the sink behind `closure`.
    static let receive: cairo_write_func_t = { closure, data, length in
        guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
        let sink = Unmanaged<PDFSink>.fromOpaque(closure).takeUnretainedValue()
        let taken = sink.take(UnsafeBufferPointer(start: data, count: Int(length)))
        return taken ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR
    }
}
