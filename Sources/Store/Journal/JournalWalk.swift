import Civic
import Crypto

/// A step from event to event along the chain, straight over the bytes of the database.
struct JournalWalk {
    /// In the order in which ``step(_:)`` reads them.
    static let columns = "previous_hash, id, at, actor, verb, subject, detail, hash"
    private static let texts = 3...6
    private static let hashColumn = 7

    /// Events that fit.
    private(set) var count = 0
    /// Of the last event that fits.
    private(set) var hash = JournalLink.start
    private(set) var at: Int64 = 0
    private var form = JournalForm()

    /// Takes the next event in; false when it does not fit those before.
    mutating func step(_ row: any SQLRow) -> Bool {
        var fits = row.integer(1) == Int64(count + 1)
        row.withBytes(0) { previous in
            fits = fits && JournalWalk.areEqual(previous, hash)
            form.begin(after: previous)
        }
        form.add(UInt64(bitPattern: row.integer(1)))
        form.add(UInt64(bitPattern: row.integer(2)))
        for column in JournalWalk.texts { row.withBytes(column) { form.add($0) } }
        let digest = form.digest
        row.withBytes(JournalWalk.hashColumn) { stored in
            fits = fits && digest.withUnsafeBytes { $0.elementsEqual(stored) }
        }
        guard fits else { return false }
        digest.withUnsafeBytes { bytes in hash.replaceSubrange(0..<32, with: bytes) }
        count += 1
        at = row.integer(2)
        return true
    }

    private static func areEqual(_ bytes: UnsafeRawBufferPointer, _ hash: [UInt8]) -> Bool {
        hash.withUnsafeBytes { $0.elementsEqual(bytes) }
    }
}

/// An event as it stands in the database, fitting or not.
struct StoredEvent {
    let link: JournalLink
    let hash: [UInt8]

    /// Reads ``JournalWalk/columns``.
    init(_ row: any SQLRow) {
        var fields = SQLFields(row)
        let previousHash = fields.bytes()
        link = JournalLink(
            id: fields.int(), at: fields.integer(), actor: fields.text(), verb: fields.text(),
            subject: fields.text(), detail: fields.text(), previousHash: previousHash)
        hash = fields.bytes()
    }
}
