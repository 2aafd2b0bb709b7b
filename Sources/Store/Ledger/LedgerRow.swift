import Civic
import Crypto
import Ledger

/// A transfer as its table holds it.
struct LedgerRow {
    let id: Int
    let set: Int
    let originalID: Int?
    let entry: Entry

    static let columns = [
        "id", "set_id", "key", "kind", "fund", "debit", "credit", "posted", "pending", "of_id",
        "period", "decree", "person", "note",
    ]

    /// In the order of ``columns``.
    var values: [SQLValue] {
        [
            SQLValue(id), SQLValue(set), .text(entry.key), .text(entry.kind.rawValue),
            .text(entry.fund), .text(entry.debit.rawValue), .text(entry.credit.rawValue),
            .integer(entry.posted.amount), .integer(entry.pending.amount), SQLValue(originalID),
            SQLValue(entry.purpose.period.map { Int($0.number) }),
            SQLValue(entry.purpose.decree), SQLValue(entry.purpose.person), SQLValue(entry.note),
        ]
    }
}

/// The SHA-256 of a set and its transfers, which the journal keeps: no row of the ledger can be
/// altered unseen without rewriting the journal.
struct LedgerDigest {
    private var digest = SHA256()
    private(set) var count = 0
    private static let form = Array("sigap ledger 1".utf8)

    init(set: Int, at: Int64) {
        digest.update(data: LedgerDigest.form)
        add([SQLValue(set), .integer(at)])
        count = 0
    }

    /// - Parameter row: the values of a transfer. Each is written behind its kind, and a text behind
    ///   its length, so that no two rows have the same bytes.
    mutating func add(_ row: [SQLValue]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        for value in row {
            switch value {
            case .null: bytes.append(0)
            case .integer(let number):
                bytes.append(1)
                append(UInt64(bitPattern: number), to: &bytes)
            case .text(let text):
                bytes.append(2)
                append(UInt64(text.utf8.count), to: &bytes)
                bytes.append(contentsOf: text.utf8)
            case .bytes(let content):
                bytes.append(3)
                append(UInt64(content.count), to: &bytes)
                bytes.append(contentsOf: content)
            }
        }
        digest.update(data: bytes)
        count += 1
    }

    var text: String { Hexadecimal.text(Array(digest.finalize())) }

    private func append(_ number: UInt64, to bytes: inout [UInt8]) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
