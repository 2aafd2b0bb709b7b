import CLibPQ
import Store

/// The values of one query in PostgreSQL's binary form.
struct PostgresValues {
    let types: [Oid]
    private let values: [SQLValue]

    /// Whole numbers of 64 bits, text and bytes, as PostgreSQL numbers its types; nothing for null,
    /// whose type follows from its place.
    private static let (integer, text, bytes, unknown): (Oid, Oid, Oid, Oid) = (20, 25, 17, 0)

    init(_ values: [SQLValue]) {
        self.values = values
        types = values.map { value in
            switch value {
            case .null: PostgresValues.unknown
            case .integer: PostgresValues.integer
            case .text: PostgresValues.text
            case .bytes: PostgresValues.bytes
            }
        }
    }

    /// Sends the values to the prepared statement `name`; false when that failed.
    func send(_ name: String, _ connection: OpaquePointer) -> Bool {
        var content: [UInt8] = []
        var places: [Range<Int>?] = []
        for value in values {
            let start = content.count
            switch value {
            case .null:
                places.append(nil)
                continue
            case .integer(let number):
                withUnsafeBytes(of: number.bigEndian) { content.append(contentsOf: $0) }
            case .text(let text): content.append(contentsOf: text.utf8)
            case .bytes(let bytes): content.append(contentsOf: bytes)
            }
            places.append(start..<content.count)
        }
        // An empty value still needs an address: nothing at all would be null.
        content.append(0)
        return content.withUnsafeBytes { content in
            let base = content.assumingMemoryBound(to: CChar.self).baseAddress
            let starts = places.map { place in
                place.flatMap { place in base.map { UnsafePointer($0 + place.lowerBound) } }
            }
            return PQsendQueryPrepared(
                connection, name, Int32(values.count), starts,
                places.map { Int32($0?.count ?? 0) }, values.map { _ in 1 }, 1) == 1
        }
    }
}
