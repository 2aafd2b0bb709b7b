package import Civic

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes a table as comma-separated text (RFC 4180, UTF-8, one line feed after each record) in
/// blocks, without a string for each field.
///
/// Fields are quoted only where they must be. A record needs one field for each column.
package struct CSVWriter: ~Copyable {
    private static let blockBytes = 1 << 20
    private static let comma = UInt8(ascii: ",")
    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    private let descriptor: Int32
    private let name: String
    private let columns: Int
    private var buffer: [UInt8] = []
    private var fields = 0
    private var recordStart = 0
    private var isClosed = false

    /// Creates the file, or empties it, and writes the header.
    ///
    /// - Throws: A problem of kind `service` when the file cannot be made.
    package init(path: String, columns: [String]) throws(Problem) {
        name = String(path.split(separator: "/").last ?? "")
        self.columns = columns.count
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw WriteFault.problem(name, errno) }
        buffer.reserveCapacity(Self.blockBytes + 1 << 16)
        for column in columns { field(column) }
        try endRecord()
    }

    deinit { if !isClosed { close(descriptor) } }

    package mutating func field(_ text: String) {
        var text = text
        text.withUTF8 { append($0) }
    }

    /// A field of UTF-8 bytes.
    package mutating func field(bytes: Span<UInt8>) {
        bytes.withUnsafeBufferPointer { append($0) }
    }

    package mutating func field(_ number: Int) {
        separate()
        if number < 0 { buffer.append(UInt8(ascii: "-")) }
        let start = buffer.count
        var rest = number.magnitude
        repeat {
            buffer.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        buffer[start...].reverse()
    }

    package mutating func emptyField() { separate() }

    /// Ends the record; writes when a block is full.
    ///
    /// - Throws: `disk-full`, or another problem of kind `service`.
    package mutating func endRecord() throws(Problem) {
        precondition(fields == columns, "one field for each column")
        // An empty line would be no record.
        if buffer.count == recordStart { buffer.append(contentsOf: [Self.quote, Self.quote]) }
        buffer.append(Self.lineFeed)
        fields = 0
        if buffer.count >= Self.blockBytes { try flush() }
        recordStart = buffer.count
    }

    /// Writes what is left and closes the file, which is complete only after this.
    ///
    /// - Throws: `disk-full`, or another problem of kind `service`.
    package mutating func finish() throws(Problem) {
        precondition(fields == 0, "the last record has not ended")
        try flush()
        isClosed = true
        // Some file systems tell only now that there was no room.
        guard close(descriptor) == 0 else { throw WriteFault.problem(name, errno) }
    }

    private mutating func separate() {
        if fields > 0 { buffer.append(Self.comma) }
        fields += 1
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        separate()
        // Without a way out of the loop the compiler looks at many bytes at a time.
        var hasSeparator = false
        var hasQuote = false
        for byte in bytes {
            let ends = byte == Self.lineFeed || byte == Self.carriageReturn
            hasSeparator = hasSeparator || byte == Self.comma || ends
            hasQuote = hasQuote || byte == Self.quote
        }
        guard hasSeparator || hasQuote else { return buffer.append(contentsOf: bytes) }
        buffer.append(Self.quote)
        if hasQuote {
            for byte in bytes {
                if byte == Self.quote { buffer.append(Self.quote) }
                buffer.append(byte)
            }
        } else {
            buffer.append(contentsOf: bytes)
        }
        buffer.append(Self.quote)
    }

    private mutating func flush() throws(Problem) {
        var failure: Int32 = 0
        buffer.withUnsafeBytes { bytes in
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
        guard failure == 0 else { throw WriteFault.problem(name, failure) }
        buffer.removeAll(keepingCapacity: true)
    }
}
