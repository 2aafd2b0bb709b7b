#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What a file is by its content; its name proves nothing.
enum FileSignature {
    private static let zip: [UInt8] = [0x50, 0x4b, 0x03, 0x04]
    private static let zipWithoutEntries: [UInt8] = [0x50, 0x4b, 0x05, 0x06]
    /// The compound file of Microsoft's OLE: the old `.xls`, and the envelope in which Office puts a
    /// workbook that has a password.
    private static let compoundFile: [UInt8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    private static let directoryEntryBytes = 128
    private static let blockBytes = 1 << 20

    /// Returns when the file begins like a zip archive; else says what it is instead.
    static func requireArchive(at path: String) throws(WorkbookFault) {
        // Without O_NONBLOCK a named pipe would wait for its writer for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
        else { throw .unreadable }
        guard status.st_size > 0 else { throw .empty }
        let head = try block(of: descriptor, at: 0, count: compoundFile.count)
        if head.starts(with: zip) || head.starts(with: zipWithoutEntries) { return }
        guard head.starts(with: compoundFile) else { throw .notAWorkbook }
        throw try isEncrypted(descriptor) ? .encrypted : .oldFormat
    }

    /// Whether the compound file has a stream named `EncryptedPackage` ([MS-OFFCRYPTO] 2.3.4.4).
    /// Entries of its directory begin with their name and are aligned ([MS-CFB] 2.6.1).
    private static func isEncrypted(_ descriptor: Int32) throws(WorkbookFault) -> Bool {
        let name = "EncryptedPackage\0".utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] }
        var offset = 0
        while true {
            let bytes = try block(of: descriptor, at: offset, count: blockBytes)
            for entry in stride(from: 0, to: bytes.count, by: directoryEntryBytes)
            where bytes[entry...].starts(with: name) {
                return true
            }
            guard bytes.count == blockBytes else { return false }
            offset += blockBytes
        }
    }

    private static func block(
        of descriptor: Int32, at offset: Int, count: Int
    ) throws(WorkbookFault) -> [UInt8] {
        var failed = false
        let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let got = pread(
                    descriptor, buffer.baseAddress?.advanced(by: filled), count - filled,
                    off_t(offset + filled))
                if got < 0, errno == EINTR { continue }
                if got < 0 { failed = true }
                if got <= 0 { break }
                filled += got
            }
        }
        if failed { throw .unreadable }
        return bytes
    }
}
