import Civic
import Crypto

/// What a store holds, told by a count and a hash for each table: the same for equal contents in
/// every engine.
package struct CityContents: Sendable, Hashable {
    package struct Table: Sendable, Hashable {
        package let name: String
        package let rows: Int
        /// Does not depend on the order of the rows.
        package let hash: [UInt8]
    }

    package internal(set) var tables: [Table] = []

    package var rows: Int { tables.reduce(0) { $0 + $1.rows } }

    /// The first table that differs from `other`, or is missing in one of the two.
    package func firstDifference(from other: CityContents) -> String? {
        for (own, foreign) in zip(tables, other.tables) where own != foreign { return own.name }
        guard tables.count != other.tables.count else { return nil }
        let longer = tables.count > other.tables.count ? tables : other.tables
        return longer[min(tables.count, other.tables.count)].name
    }

    /// Reads all rows of these tables, of each the columns that are named.
    static func read(
        _ tables: [(name: String, columns: [SQLColumn])], _ reader: any SQLReader,
        progress: (Int) -> Void = { _ in }
    ) throws(Problem) -> CityContents {
        var contents = CityContents()
        for (name, columns) in tables {
            var hash = TableHash()
            var bytes: [UInt8] = []
            let kinds = columns.map(\.kind)
            let names = columns.map(\.name).joined(separator: ", ")
            try reader.scan("SELECT \(names) FROM \(name)", []) { row throws(Problem) in
                bytes.removeAll(keepingCapacity: true)
                row.append(kinds, to: &bytes)
                bytes.withUnsafeBytes { hash.add($0) }
            }
            contents.tables.append(hash.table(name))
            progress(contents.rows)
        }
        return contents
    }
}

/// Counts and hashes the rows of one table.
///
/// The hash is the sum of the SHA-256 of every row, as a number of 256 bits: rows need not be
/// sorted, which costs a database more than the hashing. It tells whether two stores hold the same;
/// against forgery stand the seals of journal and backup.
struct TableHash {
    private var rows = 0
    /// The least significant first.
    private var sum: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    mutating func add(_ row: UnsafeRawBufferPointer) {
        var digest = SHA256()
        digest.update(bufferPointer: row)
        digest.finalize().withUnsafeBytes { bytes in
            func word(_ place: Int) -> UInt64 {
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
            }
            var carry = false
            sum.0 = TableHash.add(sum.0, word(24), &carry)
            sum.1 = TableHash.add(sum.1, word(16), &carry)
            sum.2 = TableHash.add(sum.2, word(8), &carry)
            sum.3 = TableHash.add(sum.3, word(0), &carry)
        }
        rows += 1
    }

    func table(_ name: String) -> CityContents.Table {
        var hash: [UInt8] = []
        for word in [sum.3, sum.2, sum.1, sum.0] { RowForm.append(bits: word, to: &hash) }
        return CityContents.Table(name: name, rows: rows, hash: hash)
    }

    private static func add(_ left: UInt64, _ right: UInt64, _ carry: inout Bool) -> UInt64 {
        let (sum, isOver) = left.addingReportingOverflow(right)
        let (whole, isStillOver) = sum.addingReportingOverflow(carry ? 1 : 0)
        carry = isOver || isStillOver
        return whole
    }
}
