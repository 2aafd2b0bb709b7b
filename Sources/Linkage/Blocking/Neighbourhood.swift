import Civic

/// Orders in which rows that are one person lie close together, for groups too large to compare
/// whole. They rest on what rows say, so that the place of a row in its list decides nothing.
struct Neighbourhood: Sendable {
    private let records: [Record]
    private let names: TokenTable

    init(_ set: RecordSet) {
        records = set.records
        names = set.words.names
    }

    func byBirth(_ rows: [UInt32]) -> [UInt32] { inOrder(rows, birthKey) }
    func byName(_ rows: [UInt32]) -> [UInt32] { inOrder(rows, nameKey) }

    struct Key: Comparable, Sendable {
        let order: UInt64
        let content: UInt64
        let row: UInt32

        static func < (left: Key, right: Key) -> Bool {
            (left.order, left.content, left.row) < (right.order, right.content, right.row)
        }
    }

    func birthKey(_ row: UInt32) -> Key {
        let record = records[Int(row)]
        let date = UInt64(UInt32(bitPattern: record.birth ^ Int32.min))
        return Key(
            order: date << 32 | nameHash(record, 0) >> 32, content: record.content, row: row)
    }

    func nameKey(_ row: UInt32) -> Key {
        let record = records[Int(row)]
        let first = nameHash(record, 0) & 0xFFFF_FFFF_0000_0000
        return Key(order: first | nameHash(record, 1) >> 32, content: record.content, row: row)
    }

    private func inOrder(_ rows: [UInt32], _ key: (UInt32) -> Key) -> [UInt32] {
        rows.map(key).sorted().map(\.row)
    }

    private func nameHash(_ record: Record, _ word: Int) -> UInt64 {
        word < Int(record.nameCount) ? names.hash(of: record.name[word]) : 0
    }
}
