import Civic
import Crypto
import Programme

/// Puts a list of drivers down, before it is sent.
struct DriverFiling {
    let sealer: Sealer
    let writer: any SQLWriter

    private static let saltSize = 32

    /// The earlier list of `agency` with the same content; nil when there is none.
    func known(_ content: [UInt8], of agency: String) throws(Problem) -> Int? {
        try writer.first(
            "SELECT id FROM driver_list WHERE agency = $1 AND digest = $2",
            [.text(agency), .bytes(digest(of: content))]
        ) { fields in fields.int() }
    }

    /// Keeps `new`, and returns its number.
    func insert(
        _ new: NewDriverList, of agency: String, under agreement: StoredAgreement, by act: Act
    ) throws(Problem) -> Int {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) + 1 FROM driver_list")
        var dropped = JSONText()
        dropped.list(new.dropped.map { $0 })
        try writer.execute(
            """
            INSERT INTO driver_list
            (id, agency, agreement_id, state, digest, salt, rows_read, rows_kept, dropped,
            made_by, made_at, run_mark, accepted, waiting, refused, checking)
            VALUES ($1, $2, $3, 'draft', $4, $5, $6, $7, $8, $9, $10, 0, 0, 0, 0, 0)
            """,
            [
                SQLValue(id), .text(agency), SQLValue(agreement.id),
                .bytes(digest(of: new.content)),
                .bytes(DriverFiling.salt()), SQLValue(new.rowsRead),
                SQLValue(new.check.rows.count), .text(dropped.text), .text(act.actor),
                .integer(act.at.milliseconds),
            ])
        try insertRows(new.check.rows, list: id, agency)
        var faults: [SQLValue] = []
        for (record, fault) in new.check.faults.sorted(by: { $0.key < $1.key }) {
            faults += [SQLValue(id), SQLValue(record), .text(fault.rawValue)]
        }
        try writer.insert(into: "driver_fault", ["list_id", "record", "code"], faults)
        return id
    }

    private func insertRows(
        _ rows: [DriverRow], list: Int, _ agency: String
    ) throws(Problem) {
        let boxes = DriverBoxes(sealer: sealer)
        let erased = try ErasureTable.all(writer)
        var id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM driver_row")
        var values: [SQLValue] = []
        for row in rows {
            id += 1
            values += [SQLValue(id), SQLValue(list), .text(agency), SQLValue(row.record)]
            values += [SQLValue(row.consent), .text(sealer.current.id)]
            if isErased(row, erased) {
                values += [.null, .null]
            } else {
                values += [
                    .bytes(sealer.index(of: row.nik)), .bytes(try boxes.box(of: row, id: id)),
                ]
            }
        }
        try writer.insert(
            into: "driver_row",
            ["id", "list_id", "agency", "record", "consent", "key_id", "nik_index", "sealed"],
            values)
    }

    /// Whoever was erased is not kept again, whoever sends them.
    private func isErased(_ row: DriverRow, _ erased: Set<ErasureMark>) -> Bool {
        guard !erased.isEmpty else { return false }
        let marks = ErasureMark.marks(
            nik: row.nik, nameKey: "", birth: nil, motherName: nil, sealer.ring.erasures)
        return !marks.isDisjoint(with: erased)
    }

    /// Keyed, as whoever knows the content could otherwise prove that it was here; by a key that
    /// stays when that of the store changes.
    private func digest(of content: [UInt8]) -> [UInt8] {
        Array(
            HMAC<SHA256>.authenticationCode(
                for: Array("driver-list ".utf8) + content, using: sealer.ring.erasures))
    }

    private static func salt() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<saltSize).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }
}
