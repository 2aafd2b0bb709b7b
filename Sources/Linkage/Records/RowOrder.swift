import Civic

/// The order in which records lie in memory, and the way back to the rows of the lists.
struct RowOrder: Sendable {
    private var rows: [UInt32]
    private var positions: [UInt32]

    init() { (rows, positions) = ([], []) }

    /// By birth date, then by number; rows that say neither come first.
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
