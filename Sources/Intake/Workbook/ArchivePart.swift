import CZip

/// One part of the archive while it is inflated. Real bytes are counted: a part that holds more
/// than its directory entry declares is refused at that byte.
struct ArchivePart: ~Copyable {
    private let file: OpaquePointer
    private let declaredBytes: UInt64
    private var readBytes: UInt64 = 0

    init(file: OpaquePointer, declaredBytes: UInt64) {
        self.file = file
        self.declaredBytes = declaredBytes
    }

    deinit { zip_fclose(file) }

    /// The number of bytes read; 0 at the end, where length and checksum have been found right.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookFault) -> Int {
        guard let base = buffer.baseAddress else { return 0 }
        let count = zip_fread(file, base, UInt64(buffer.count))
        guard count >= 0 else { throw .damaged }
        readBytes += UInt64(count)
        guard readBytes <= declaredBytes else { throw .bomb }
        guard count > 0 || readBytes == declaredBytes else { throw .damaged }
        return Int(count)
    }
}
