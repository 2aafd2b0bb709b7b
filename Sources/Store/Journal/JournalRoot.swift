package import Civic
import Crypto

/// The signed end of one day of the journal: it vouches for every event up to ``lastEvent``. Whoever
/// keeps it elsewhere can tell later whether the journal is still the one of that day.
package struct JournalRoot: Sendable, Hashable {
    /// In Asia/Jakarta.
    package let day: Day
    package let lastEvent: Int
    /// Of the last event.
    package let hash: [UInt8]
    package let signedAt: Instant
    /// The key of the store that signed.
    package let keyID: String
    /// Ed25519.
    package let signature: [UInt8]

    static func message(
        day: Day, lastEvent: Int, hash: [UInt8], signedAt: Instant
    ) -> [UInt8] {
        Array("sigap journal root 1".utf8) + Sealer.bytes(UInt64(bitPattern: Int64(day.number)))
            + Sealer.bytes(UInt64(bitPattern: Int64(lastEvent)))
            + Sealer.bytes(UInt64(bitPattern: signedAt.milliseconds)) + hash
    }

    func isSigned(by publicKeys: [String: [UInt8]]) -> Bool {
        guard let bytes = publicKeys[keyID],
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        else { return false }
        let message = JournalRoot.message(
            day: day, lastEvent: lastEvent, hash: hash, signedAt: signedAt)
        return key.isValidSignature(signature, for: message)
    }
}
