import Civic

/// The order in which records lie in memory, and the way back to the rows of the lists.
struct RowOrder: Sendable {
    private var rows: [UInt32]
    private var positions: [UInt32]

    init() { (rows, positions) = ([], []) }

    /// Rows of one birth date lie together, and among these rows of one number.
    init(_ sources: [LinkageSource], _ count: Int) {
        var keyed: [KeyedRow] = []
        keyed.reserveCapacity(count)
        for source in sources {
            for row in source.roster.rows {
                keyed.append(KeyedRow(key: RowOrder.key(row), row: UInt32(keyed.count)))
            }
        }
        RadixSort.sort(&keyed)
        var positions = [UInt32](repeating: 0, count: count)
        for (position, entry) in keyed.enumerated() { positions[Int(entry.row)] = UInt32(position) }
        rows = keyed.map(\.row)
        self.positions = positions
    }

    private static func key(_ row: RosterRow) -> UInt32 {
        // Days of two centuries take eighteen bits.
        let day = row.hasBirth ? UInt32(truncatingIfNeeded: row.birth) & 0x3FFFF : 0
        let number = UInt32(truncatingIfNeeded: SeededGenerator.mix(row.nik) >> 50)
        return day << 14 | number
    }

    /// - Parameter rows: the row at each position.
    init(rows: [UInt32]) {
        self.rows = rows
        positions = [UInt32](repeating: 0, count: rows.count)
        for (position, row) in rows.enumerated() { positions[Int(row)] = UInt32(position) }
    }

    /// Adds rows behind all others, in their own order.
    mutating func append(_ count: Int) {
        let next = UInt32(rows.count)..<UInt32(rows.count + count)
        rows += next
        positions += next
    }

    var count: Int { rows.count }

    /// The row over all lists whose record lies at this position.
    @inline(__always)
    func row(at position: Int) -> Int { Int(rows[position]) }

    @inline(__always)
    func position(of row: Int) -> Int { Int(positions[row]) }
}
