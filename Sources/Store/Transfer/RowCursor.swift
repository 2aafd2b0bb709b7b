/// Reads what ``RowForm`` wrote. Everything answers nil or false at bytes that are no rows.
struct RowCursor {
    private let bytes: UnsafeRawBufferPointer
    private(set) var position = 0

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    /// The bytes of the next row of so many columns.
    mutating func row(columns: Int) -> UnsafeRawBufferPointer? {
        let start = position
        for _ in 0..<columns {
            guard let mark = mark(), let length = length(after: mark), skip(length) != nil else {
                return nil
            }
        }
        return UnsafeRawBufferPointer(rebasing: bytes[start..<position])
    }

    mutating func value() -> SQLValue? {
        guard let mark = mark(), let length = length(after: mark), let content = skip(length)
        else { return nil }
        switch mark {
        case RowForm.integer:
            return .integer(Int64(bigEndian: content.loadUnaligned(as: Int64.self)))
        case RowForm.text: return .text(String(decoding: content, as: UTF8.self))
        case RowForm.bytes: return .bytes(Array(content))
        default: return .null
        }
    }

    private mutating func mark() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    /// How many bytes follow.
    private mutating func length(after mark: UInt8) -> Int? {
        switch mark {
        case RowForm.null: return 0
        case RowForm.integer: return 8
        case RowForm.text, RowForm.bytes:
            guard let content = skip(4) else { return nil }
            return Int(UInt32(bigEndian: content.loadUnaligned(as: UInt32.self)))
        default: return nil
        }
    }

    private mutating func skip(_ count: Int) -> UnsafeRawBufferPointer? {
        guard bytes.count - position >= count else { return nil }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }
}
