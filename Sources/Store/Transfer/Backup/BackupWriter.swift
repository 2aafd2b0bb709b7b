import Civic
import Crypto

/// Writes a backup: header, sealed chunks behind their kind and length, the trailer in the last.
struct BackupWriter {
    private let file: PartialFile
    private var cipher: BackupCipher

    /// Kinds of chunks.
    static let rows: UInt8 = 1
    static let trailer: UInt8 = 2

    /// Begins anew if something was written before.
    init(_ file: PartialFile, _ key: SymmetricKey, _ header: BackupHeader) throws(Problem) {
        self.file = file
        cipher = BackupCipher(key, header)
        try file.restart()
        try file.append(header.bytes)
    }

    mutating func write(_ block: RowBlock) throws(Problem) {
        try write(block.encoded, BackupWriter.rows)
    }

    mutating func finish(_ trailer: BackupTrailer) throws(Problem) {
        try write(trailer.encoded, BackupWriter.trailer)
    }

    private mutating func write(_ plain: [UInt8], _ kind: UInt8) throws(Problem) {
        let sealed = try cipher.seal(plain, isLast: kind == BackupWriter.trailer)
        var frame = [kind]
        RowForm.append(bits: UInt32(sealed.count), to: &frame)
        try file.append(frame)
        try file.append(sealed)
    }
}
