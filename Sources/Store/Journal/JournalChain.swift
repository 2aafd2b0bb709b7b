import Crypto

/// The canonical bytes of an event and their SHA-256, which the next event repeats. Detail is hashed
/// as stored.
struct JournalLink {
    var id: Int
    var at: Int64
    var actor: String
    var verb: String
    var subject: String
    var detail: String
    var previousHash: [UInt8]

    /// What stands before the first event.
    static let start = [UInt8](repeating: 0, count: 32)
    private static let form = Array("sigap journal 1".utf8)

    /// Fixed-width numbers, and texts behind their lengths, so that no two events have the same
    /// bytes.
    var hash: [UInt8] {
        var bytes = JournalLink.form
        bytes.reserveCapacity(160 + detail.utf8.count)
        bytes.append(contentsOf: previousHash)
        append(UInt64(bitPattern: Int64(id)), to: &bytes)
        append(UInt64(bitPattern: at), to: &bytes)
        for text in [actor, verb, subject, detail] {
            append(UInt64(text.utf8.count), to: &bytes)
            bytes.append(contentsOf: text.utf8)
        }
        return Array(SHA256.hash(data: bytes))
    }

    private func append(_ number: UInt64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
