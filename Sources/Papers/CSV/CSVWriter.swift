package import Civic

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes a table as comma-separated text (RFC 4180, UTF-8, one line feed after each record) in
/// blocks, without a string for each field.
package struct CSVWriter: ~Copyable {
    private let descriptor: Int32
    private let name: String
    private var buffer: [UInt8] = []
    private var isFirst = true

    private static let blockSize = 1 << 20

    /// Creates the file, or empties it, and writes the header.
    ///
    /// - Throws: a problem of kind service when the file cannot be made.
    package init(path: String, columns: [String]) throws(Problem) {
        name = String(path.split(separator: "/").last ?? "")
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WriteFault.problem(name, errno) }
        buffer.reserveCapacity(CSVWriter.blockSize + 4096)
        for column in columns { field(column) }
        try endRecord()
    }

    deinit { close(descriptor) }

    package mutating func field(_ text: String) {
        var text = text
        text.withUTF8 { field(bytes: Span(_unsafeElements: $0)) }
    }

    /// A field of UTF-8 bytes; quoted only where it must be.
    package mutating func field(bytes: Span<UInt8>) {
        separate()
        var needsQuotes = false
        for index in bytes.indices {
            switch bytes[index] {
            case 44, 34, 10, 13: needsQuotes = true
            default: continue
            }
        }
        guard needsQuotes else {
            for index in bytes.indices { buffer.append(bytes[index]) }
            return
        }
        buffer.append(34)
        for index in bytes.indices {
            if bytes[index] == 34 { buffer.append(34) }
            buffer.append(bytes[index])
        }
        buffer.append(34)
    }

    package mutating func field(_ number: Int) {
        separate()
        if number < 0 { buffer.append(UInt8(ascii: "-")) }
        var rest = number.magnitude
        let start = buffer.count
        repeat {
            buffer.append(UInt8(48 + rest % 10))
            rest /= 10
        } while rest > 0
        buffer[start...].reverse()
    }

    package mutating func emptyField() { separate() }

    private mutating func separate() {
        if !isFirst { buffer.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    package mutating func endRecord() throws(Problem) {
        buffer.append(10)
        isFirst = true
        if buffer.count >= CSVWriter.blockSize { try flush() }
    }

    /// Writes what is left; the file is complete only after this.
    package mutating func finish() throws(Problem) { try flush() }

    private mutating func flush() throws(Problem) {
        var written = 0
        var failure: Int32 = 0
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            while written < bytes.count {
                let count = write(descriptor, base + written, bytes.count - written)
                if count < 0 {
                    if errno == EINTR { continue }
                    failure = errno
                    return
                }
                written += count
            }
        }
        if failure != 0 { throw WriteFault.problem(name, failure) }
        buffer.removeAll(keepingCapacity: true)
    }
}

/// Why a paper could not be written.
package enum WriteFault {
    package static func problem(_ file: String, _ code: Int32) -> Problem {
        if code == ENOSPC || code == EDQUOT {
            return Problem(
                .service, "disk-full", Phrase("Ruang disk penuh.", en: "The disk is full."),
                at: Spot(file: file),
                do: Phrase(
                    "Kosongkan ruang, lalu jalankan lagi. Hasil sebelumnya tidak berubah.",
                    en: "Free some space and run again. Earlier results are unchanged."))
        }
        return Problem(
            .service, "file-not-writable",
            Phrase("Berkas tidak dapat ditulis.", en: "The file cannot be written."),
            at: Spot(file: file),
            do: Phrase(
                "Periksa hak tulis folder itu, atau pilih folder lain.",
                en: "Check that you may write in the folder, or choose another."))
    }
}
