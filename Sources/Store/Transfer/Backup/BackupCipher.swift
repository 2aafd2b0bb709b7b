import Civic
import Crypto

/// Seals the chunks of one backup (AES-256-GCM).
///
/// The key is the backup's own: it follows from the store's key and the header with its salt. So a
/// nonce can simply be the number of the chunk. Each chunk is bound to its number and to whether it
/// is the last, so that none can be left out, moved, repeated or brought in from elsewhere.
struct BackupCipher {
    private let key: SymmetricKey
    private var number: UInt64 = 0

    /// What GCM adds to a chunk.
    static let overhead = 16
    private static let purpose = Array("sigap backup 1\n".utf8)
    private static let nonceSize = 12

    init(_ key: SymmetricKey, _ header: BackupHeader) {
        self.key = HKDF<SHA256>.deriveKey(
            inputKeyMaterial: key, salt: header.salt,
            info: BackupCipher.purpose + header.bytes, outputByteCount: 32)
    }

    mutating func seal(_ plain: [UInt8], isLast: Bool) throws(Problem) -> [UInt8] {
        do {
            let box = try AES.GCM.seal(
                plain, using: key, nonce: AES.GCM.Nonce(data: nonce()),
                authenticating: place(isLast))
            number += 1
            return Array(box.ciphertext) + Array(box.tag)
        } catch {
            throw Problem.storeFailed("AES-GCM")
        }
    }

    /// Nil for anything but the next chunk as it was sealed.
    mutating func open(_ sealed: [UInt8], isLast: Bool) -> [UInt8]? {
        guard sealed.count >= BackupCipher.overhead,
            let box = try? AES.GCM.SealedBox(combined: nonce() + sealed),
            let plain = try? AES.GCM.open(box, using: key, authenticating: place(isLast))
        else { return nil }
        number += 1
        return Array(plain)
    }

    private func nonce() -> [UInt8] {
        [UInt8](repeating: 0, count: BackupCipher.nonceSize - 8) + Sealer.bytes(number)
    }

    private func place(_ isLast: Bool) -> [UInt8] { Sealer.bytes(number) + [isLast ? 1 : 0] }
}
