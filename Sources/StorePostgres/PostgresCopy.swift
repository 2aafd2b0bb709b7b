import Store

/// Rows in the binary form of `COPY`, sent in pieces.
struct PostgresCopy {
    /// How much is gathered before it is sent.
    static let pieceSize = 1 << 18

    private(set) var bytes: [UInt8] = []
    private let columns: Int

    init(columns: Int) {
        self.columns = columns
        bytes.reserveCapacity(PostgresCopy.pieceSize + 4096)
        bytes += [0x50, 0x47, 0x43, 0x4F, 0x50, 0x59, 0x0A, 0xFF, 0x0D, 0x0A, 0x00]
        bytes += [0, 0, 0, 0, 0, 0, 0, 0]
    }

    mutating func append(row: ArraySlice<SQLValue>) {
        append(UInt16(columns))
        for value in row { append(value) }
    }

    mutating func end() { append(UInt16.max) }

    /// What was gathered has been sent.
    mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    private mutating func append(_ value: SQLValue) {
        switch value {
        case .null: append(UInt32.max)
        case .integer(let number):
            append(UInt32(8))
            append(UInt64(bitPattern: number))
        case .text(let text):
            append(UInt32(text.utf8.count))
            bytes.append(contentsOf: text.utf8)
        case .bytes(let content):
            append(UInt32(content.count))
            bytes.append(contentsOf: content)
        }
    }

    private mutating func append(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
