import Civic
import Crypto

/// The first lines of a backup, which anybody may read: nothing personal, but enough to tell backups
/// and their keys apart.
///
///     sigap-backup 1
///     key 5f3a91c2
///     salt 1f…
///     created 1762318800000
///     region bekasi
///     migration 8
///     check 9a…
///
/// and an empty line. The last line finds accidents; a forged head is found because the key of the
/// chunks follows from it.
package struct BackupHeader: Sendable, Hashable {
    /// Names the key that opens the backup.
    package let keyID: String
    package let salt: [UInt8]
    package let createdAt: Instant
    package let region: String
    /// How many steps of the schema the store had.
    package let version: Int

    /// No header is longer.
    static let sizeMax = 4096
    /// What ends it.
    static let end = Array("\n\n".utf8)
    private static let checkSize = 8
    private static let magic = "sigap-backup"
    private static let form = 1

    init(keyID: String, createdAt: Instant, region: String, version: Int) {
        self.keyID = keyID
        salt = SymmetricKey(size: .bits256).bytes
        self.createdAt = createdAt
        self.region = region
        self.version = version
    }

    var bytes: [UInt8] {
        let lines = [
            "\(BackupHeader.magic) \(BackupHeader.form)", "key \(keyID)",
            "salt \(Base64.text(salt))", "created \(createdAt.milliseconds)", "region \(region)",
            "migration \(version)",
        ]
        return Array("\(BackupHeader.checked(lines).joined(separator: "\n"))\n\n".utf8)
    }

    /// Reads the bytes of a header, its empty line included.
    init(_ bytes: [UInt8], of path: String) throws(Problem) {
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
        guard lines == BackupHeader.checked(Array(lines.dropLast())) else {
            throw Problem.backupDamaged(path)
        }
        let values = lines.map { line in
            line.split(separator: " ", maxSplits: 1).last.map(String.init) ?? ""
        }
        guard lines[0].hasPrefix("\(BackupHeader.magic) ") else {
            throw Problem.backupDamaged(path)
        }
        guard values[0] == "\(BackupHeader.form)" else { throw Problem.backupNewer(path) }
        guard values.count == 7, let salt = Base64.bytes(values[2]),
            let created = Int64(values[3]), let version = Int(values[5]), version > 0
        else { throw Problem.backupDamaged(path) }
        keyID = values[1]
        self.salt = salt
        createdAt = Instant(milliseconds: created)
        region = values[4]
        self.version = version
        guard bytes == self.bytes else { throw Problem.backupDamaged(path) }
    }

    /// These lines and the one that vouches for them.
    private static func checked(_ lines: [String]) -> [String] {
        let hash = SHA256.hash(data: Array(lines.joined(separator: "\n").utf8))
        return lines + ["check \(Hexadecimal.text(Array(hash.prefix(checkSize))))"]
    }
}
