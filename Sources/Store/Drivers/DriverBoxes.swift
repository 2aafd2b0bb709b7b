import Civic
import Programme

/// The sealed rows of lists of drivers. NIK, name, birth date and telephone lie in one box.
struct DriverBoxes {
    let sealer: Sealer

    /// A row with what is in its box.
    struct Opened {
        let id: Int
        let row: DriverRow
    }

    /// The rows of one list, in order of record; nobody who was erased is among them.
    func rows(of list: Int, _ reader: any SQLReader) throws(Problem) -> [Opened] {
        try reader.all(
            """
            SELECT id, record, consent, sealed FROM driver_row
            WHERE list_id = $1 AND sealed IS NOT NULL ORDER BY record
            """, [SQLValue(list)]
        ) { fields throws(Problem) in
            let (id, record) = (fields.int(), fields.int())
            guard let consent = fields.day() else { throw Problem.storeDamaged("driver_row") }
            return Opened(id: id, row: try row(fields.bytes(), id, record, consent))
        }
    }

    func nik(_ box: [UInt8]?, row id: Int) throws(Problem) -> NIK? {
        guard let box else { return nil }
        return try parts(box, id).nik
    }

    func box(of row: DriverRow, id: Int) throws(Problem) -> [UInt8] {
        var json = JSONText()
        json.list([
            row.nik.revealed(), row.name, row.birth.iso, String(row.phone.digits),
        ])
        return try sealer.seal(json.bytes, .driver, row: id)
    }

    private func row(
        _ box: [UInt8], _ id: Int, _ record: Int, _ consent: Day
    ) throws(Problem) -> DriverRow {
        let parts = try parts(box, id)
        return DriverRow(
            record: record, nik: parts.nik, name: parts.name, birth: parts.birth,
            phone: parts.phone, consent: consent)
    }

    private func parts(
        _ box: [UInt8], _ id: Int
    ) throws(Problem) -> (nik: NIK, name: String, birth: Day, phone: PhoneNumber) {
        let plain = try sealer.open(box, .driver, row: id)
        let parts = try StoredList.strings(String(decoding: plain, as: UTF8.self))
        guard parts.count == 4, let nik = parts[0].flatMap({ NIK($0) }), let name = parts[1],
            let birth = parts[2].flatMap({ Day(iso: $0) }),
            let phone = parts[3].flatMap({ PhoneNumber($0) })
        else { throw Problem.storeDamaged("driver_row.sealed") }
        return (nik, name, birth, phone)
    }
}
