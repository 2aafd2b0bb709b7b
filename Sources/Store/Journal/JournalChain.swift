import Crypto

/// An event as it is hashed. Detail is hashed as stored.
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

    var hash: [UInt8] {
        var form = JournalForm()
        previousHash.withUnsafeBytes { form.begin(after: $0) }
        form.add(UInt64(bitPattern: Int64(id)))
        form.add(UInt64(bitPattern: at))
        for text in [actor, verb, subject, detail] {
            Array(text.utf8).withUnsafeBytes { form.add($0) }
        }
        return Array(form.digest)
    }
}

/// The canonical bytes of an event and their SHA-256, which the next event repeats: fixed-width
/// numbers, and texts behind their lengths, so that no two events have the same bytes.
///
/// One form serves event after event without taking memory anew.
struct JournalForm {
    private static let name = Array("sigap journal 1".utf8)
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    /// Begins an event with the hash of the one before.
    mutating func begin(after hash: UnsafeRawBufferPointer) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(contentsOf: JournalForm.name)
        bytes.append(contentsOf: hash)
    }

    mutating func add(_ number: UInt64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ text: UnsafeRawBufferPointer) {
        add(UInt64(text.count))
        bytes.append(contentsOf: text)
    }

    var digest: SHA256.Digest {
        var digest = SHA256()
        bytes.withUnsafeBytes { digest.update(bufferPointer: $0) }
        return digest.finalize()
    }
}
