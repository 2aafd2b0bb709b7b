import Civic
import Programme

/// Takes an erased person out of the lists of drivers. The row stays with its answer, so that counts
/// stay right; nothing in it tells whom it was about.
struct DriverErasing {
    let sealer: Sealer
    let writer: any SQLWriter

    private static let blank = "nik_index = NULL, sealed = NULL, person = NULL"

    /// Returns how many rows there were.
    @discardableResult
    func erase(nik: NIK?, number: String?) throws(Problem) -> Int {
        var sql = SQLText()
        var conditions: [String] = []
        if let nik {
            let list = sql.bind(sealer.indexes(of: nik).map { .bytes($0) })
            conditions.append("nik_index IN (\(list))")
        }
        if let number { conditions.append("person = \(sql.bind(.text(number)))") }
        guard !conditions.isEmpty else { return 0 }
        return try writer.execute(
            """
            UPDATE driver_row SET \(DriverErasing.blank)
            WHERE \(conditions.joined(separator: " OR "))
            """, sql.values)
    }

    /// Erases whomever `marks` describe, as after a backup from before their erasure was restored.
    func erase(_ marks: Set<ErasureMark>) throws(Problem) {
        let boxes = DriverBoxes(sealer: sealer)
        let found = try writer.all("SELECT id, sealed FROM driver_row WHERE sealed IS NOT NULL") {
            fields throws(Problem) in
            let id = fields.int()
            return (id: id, nik: try boxes.nik(fields.bytes(), row: id))
        }
        for row in found {
            let own = ErasureMark.marks(
                nik: row.nik, nameKey: "", birth: nil, motherName: nil, sealer.ring.erasures)
            guard !own.isDisjoint(with: marks) else { continue }
            try writer.execute(
                "UPDATE driver_row SET \(DriverErasing.blank) WHERE id = $1", [SQLValue(row.id)])
        }
    }

    /// How many rows hold this number.
    static func count(of nik: NIK, _ sealer: Sealer, _ reader: any SQLReader) throws(Problem) -> Int
    {
        var sql = SQLText()
        let list = sql.bind(sealer.indexes(of: nik).map { .bytes($0) })
        return try reader.integer(
            "SELECT COUNT(*) FROM driver_row WHERE nik_index IN (\(list))", sql.values)
    }
}
