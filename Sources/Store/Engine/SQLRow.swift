/// One row of an answer, valid only while it is being read. Columns count from 0; reading a null as
/// a value gives zero or nothing, so ask ``isNull(_:)`` where null has a meaning.
package protocol SQLRow {
    func isNull(_ column: Int) -> Bool
    func integer(_ column: Int) -> Int64
    func text(_ column: Int) -> String
    func bytes(_ column: Int) -> [UInt8]

    /// Shows the bytes of a text or box as they lie in the database, without a copy; none for a
    /// null. They are gone when `body` ends.
    func withBytes(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Void)
}

extension SQLRow {
    /// Adds all values of the row, whose columns are of these kinds, to `bytes` in the form of
    /// ``RowForm``.
    func append(_ kinds: [SQLColumn.Kind], to bytes: inout [UInt8]) {
        for (column, kind) in kinds.enumerated() {
            if isNull(column) {
                RowForm.appendNull(to: &bytes)
                continue
            }
            switch kind {
            case .integer: RowForm.append(integer(column), to: &bytes)
            case .text: withBytes(column) { RowForm.append(text: $0, to: &bytes) }
            case .bytes: withBytes(column) { RowForm.append(bytes: $0, to: &bytes) }
            }
        }
    }
}

/// Reads the columns of a row one after the other, in the order in which the query names them.
package struct SQLFields {
    private let row: any SQLRow
    private var column = 0

    package init(_ row: any SQLRow) { self.row = row }

    package mutating func integer() -> Int64 { row.integer(next()) }

    package mutating func int() -> Int { Int(row.integer(next())) }

    package mutating func text() -> String { row.text(next()) }

    package mutating func bytes() -> [UInt8] { row.bytes(next()) }

    package mutating func optionalInt() -> Int? {
        let column = next()
        return row.isNull(column) ? nil : Int(row.integer(column))
    }

    package mutating func optionalText() -> String? {
        let column = next()
        return row.isNull(column) ? nil : row.text(column)
    }

    package mutating func optionalBytes() -> [UInt8]? {
        let column = next()
        return row.isNull(column) ? nil : row.bytes(column)
    }

    private mutating func next() -> Int {
        defer { column += 1 }
        return column
    }
}
