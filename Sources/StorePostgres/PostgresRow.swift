import CLibPQ
import Store

/// The current row of an answer, in PostgreSQL's binary form.
struct PostgresRow: SQLRow {
    private let result: OpaquePointer

    init(_ result: OpaquePointer) { self.result = result }

    private static let numeric: Oid = 1700

    func isNull(_ column: Int) -> Bool { PQgetisnull(result, 0, Int32(column)) == 1 }

    func integer(_ column: Int) -> Int64 {
        let bytes = raw(column)
        if PQftype(result, Int32(column)) == PostgresRow.numeric {
            return PostgresRow.whole(bytes)
        }
        guard let first = bytes.first else { return 0 }
        let sign: Int64 = first >= 128 ? -1 : 0
        return bytes.reduce(sign) { $0 << 8 | Int64($1) }
    }

    func text(_ column: Int) -> String { String(decoding: raw(column), as: UTF8.self) }

    func bytes(_ column: Int) -> [UInt8] { Array(raw(column)) }

    func withBytes(_ column: Int, _ body: (UnsafeRawBufferPointer) -> Void) { body(raw(column)) }

    /// The bytes of a value as the server sent them; valid as long as the row.
    private func raw(_ column: Int) -> UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(
            start: PQgetvalue(result, 0, Int32(column)),
            count: Int(PQgetlength(result, 0, Int32(column))))
    }

    /// A sum of integers is a decimal number in groups of four digits: how many groups, the power of
    /// the first, the sign, places behind the point, then the groups.
    private static func whole(_ bytes: UnsafeRawBufferPointer) -> Int64 {
        func short(_ place: Int) -> Int64 {
            Int64(Int16(bitPattern: UInt16(bytes[2 * place]) << 8 | UInt16(bytes[2 * place + 1])))
        }
        guard bytes.count >= 8 else { return 0 }
        let (groups, weight) = (short(0), short(1))
        let isNegative = short(2) != 0
        var value: Int64 = 0
        for power in 0..<max(weight + 1, 0) {
            let group = power < groups ? short(4 + Int(power)) : 0
            // Collected below zero, which reaches one further than above.
            value = value * 10_000 - group
        }
        return isNegative ? value : -value
    }
}
