/// A row under one of its keys.
struct KeyedRow: BitwiseCopyable, Sendable {
    var key: UInt32
    var row: UInt32
}

enum RadixSort {
    /// Sorts by key; rows with one key keep their order.
    static func sort(_ rows: inout [KeyedRow]) {
        guard rows.count > 1 else { return }
        if rows.count < 4096 {
            rows.sort { ($0.key, $0.row) < ($1.key, $1.row) }
            return
        }
        var other = [KeyedRow](repeating: KeyedRow(key: 0, row: 0), count: rows.count)
        for shift: UInt32 in [0, 11, 22] {
            var starts = [Int](repeating: 0, count: 1 << 11)
            for row in rows { starts[Int(row.key >> shift & 0x7FF)] += 1 }
            var sum = 0
            for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
            for row in rows {
                let digit = Int(row.key >> shift & 0x7FF)
                other[starts[digit]] = row
                starts[digit] += 1
            }
            swap(&rows, &other)
        }
    }
}
