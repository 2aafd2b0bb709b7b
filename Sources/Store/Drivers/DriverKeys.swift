import Civic
import Programme

/// Seals the rows of drivers anew when the key of the store changes. Each row names its key, so that
/// what is left to do needs no place of its own.
struct DriverKeys {
    let sealer: Sealer

    /// Goes on by at most `batch` rows and returns how many there were; nil when none is left.
    func step(_ batch: Int, _ writer: any SQLWriter) throws(Problem) -> Int? {
        let current = sealer.current.id
        let rows = try writer.all(
            """
            SELECT id, sealed FROM driver_row WHERE key_id <> $1 AND sealed IS NOT NULL
            ORDER BY id LIMIT $2
            """, [.text(current), SQLValue(batch)]
        ) { fields in (id: fields.int(), box: fields.bytes()) }
        guard !rows.isEmpty else { return nil }
        let boxes = DriverBoxes(sealer: sealer)
        var values: [SQLValue] = []
        for row in rows {
            guard let nik = try boxes.nik(row.box, row: row.id) else { continue }
            let plain = try sealer.open(row.box, .driver, row: row.id)
            values += [SQLValue(row.id), .text(current), .bytes(sealer.index(of: nik))]
            values.append(.bytes(try sealer.seal(plain, .driver, row: row.id)))
        }
        try writer.insert(
            into: "resealed_driver", ["id", "key_id", "nik_index", "sealed"], values)
        try writer.execute(
            """
            UPDATE driver_row SET key_id = n.key_id, nik_index = n.nik_index, sealed = n.sealed
            FROM resealed_driver n WHERE n.id = driver_row.id
            """)
        try writer.execute("DELETE FROM resealed_driver")
        return rows.count
    }

    /// Whether each box opens with the current key.
    func areAllCurrent(_ reader: any SQLReader) throws(Problem) -> Bool {
        var isCurrent = true
        try reader.scan("SELECT id, sealed FROM driver_row WHERE sealed IS NOT NULL", []) {
            row throws(Problem) in
            guard isCurrent else { return }
            isCurrent = sealer.isCurrent(row.bytes(1), .driver, row: Int(row.integer(0)))
        }
        return isCurrent
    }
}
