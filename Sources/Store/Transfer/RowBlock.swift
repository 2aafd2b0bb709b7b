import Civic

/// Rows of one table on their way from one store to another, about a mebibyte of them.
struct RowBlock: Sendable {
    /// A block that holds this much is full.
    private static let size = 1 << 20

    let table: String
    let columns: [SQLColumn]
    private(set) var count = 0
    /// As ``RowForm`` writes them.
    private(set) var rows: [UInt8] = []

    init(_ table: String, _ columns: [SQLColumn]) {
        self.table = table
        self.columns = columns
        rows.reserveCapacity(RowBlock.size + RowBlock.size / 16)
    }

    var isFull: Bool { rows.count >= RowBlock.size }

    /// Adds a row and hands its bytes to `note`.
    mutating func add(
        _ row: any SQLRow, _ kinds: [SQLColumn.Kind], note: (UnsafeRawBufferPointer) -> Void
    ) {
        let start = rows.count
        row.append(kinds, to: &rows)
        count += 1
        rows.withUnsafeBytes { note(UnsafeRawBufferPointer(rebasing: $0[start...])) }
    }

    mutating func clear() {
        count = 0
        rows.removeAll(keepingCapacity: true)
    }

    /// Hands over the bytes of each row.
    func each(_ body: (UnsafeRawBufferPointer) -> Void) throws(Problem) {
        let isWhole = rows.withUnsafeBytes { bytes in
            var cursor = RowCursor(bytes)
            for _ in 0..<count {
                guard let row = cursor.row(columns: columns.count) else { return false }
                body(row)
            }
            return cursor.isAtEnd
        }
        guard isWhole else { throw Problem.backupDamaged() }
    }

    /// All values, row after row.
    func values() throws(Problem) -> [SQLValue] {
        let values: [SQLValue]? = rows.withUnsafeBytes { bytes in
            var values: [SQLValue] = []
            values.reserveCapacity(count * columns.count)
            var cursor = RowCursor(bytes)
            while !cursor.isAtEnd {
                guard let value = cursor.value() else { return nil }
                values.append(value)
            }
            return values
        }
        guard let values, values.count == count * columns.count else {
            throw Problem.backupDamaged()
        }
        return values
    }
}

extension RowBlock {
    /// The block as it is kept in a file: a line that tells what it is, and the rows.
    var encoded: [UInt8] {
        var json = JSONText()
        let places: [[String?]] = columns.map { [$0.name, $0.kind.rawValue] }
        json.list([[table, String(count)]] + places) { json, pair in json.list(pair) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(json.bytes.count + rows.count + 4)
        RowForm.append(bits: UInt32(json.bytes.count), to: &bytes)
        bytes += json.bytes
        bytes += rows
        return bytes
    }

    init(decoding bytes: [UInt8]) throws(Problem) {
        let size = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard bytes.count >= size + 4 else { throw Problem.backupDamaged() }
        let line = String(decoding: bytes[4..<size + 4], as: UTF8.self)
        let pairs = try StoredList.rows(line).map { $0.compactMap(\.self) }
        guard let head = pairs.first, pairs.allSatisfy({ $0.count == 2 }), let count = Int(head[1])
        else { throw Problem.backupDamaged() }
        columns = pairs.dropFirst().compactMap { pair in
            SQLColumn.Kind(rawValue: pair[1]).map {
                SQLColumn(name: pair[0], kind: $0, keyPlace: nil)
            }
        }
        guard columns.count == pairs.count - 1 else { throw Problem.backupDamaged() }
        table = head[0]
        self.count = count
        rows = Array(bytes[(size + 4)...])
    }
}
