import Civic
import Programme

/// Rows of the tables of reference lists.
enum ReferenceTable {
    private static let listColumns = "id, agency, data_day, file, rows_read, rows_kept, actor, at"

    /// The lists of an agency, latest first.
    static func lists(
        of agency: String, limit: Int, _ reader: any SQLReader
    ) throws(Problem) -> [ReferenceListRecord] {
        try reader.all(
            """
            SELECT \(listColumns) FROM reference_list WHERE agency = $1 ORDER BY id DESC LIMIT $2
            """, [.text(agency), SQLValue(limit)]
        ) { fields in
            let (id, agency, day) = (fields.int(), fields.text(), fields.int())
            return ReferenceListRecord(
                id: id, agency: agency, dataDay: Day(number: Int32(clamping: day)),
                file: fields.optionalText(), read: fields.int(), kept: fields.int(),
                actor: fields.text(), at: Instant(milliseconds: fields.integer()))
        }
    }

    static func insert(
        _ list: NewReferenceList, _ rows: [NewReferenceRow], by act: Act, _ writer: any SQLWriter
    ) throws(Problem) -> Int {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM reference_list") + 1
        try writer.insert(
            into: "reference_list",
            [
                "id", "agency", "data_day", "file", "digest", "rows_read", "rows_kept", "actor",
                "at",
            ],
            [
                SQLValue(id), .text(list.agency), SQLValue(list.dataDay), SQLValue(list.file),
                .text(list.digest), SQLValue(list.read), SQLValue(rows.count), .text(act.actor),
                .integer(act.at.milliseconds),
            ])
        return id
    }

    /// Keeps rows under a list; numbers of rows are never those of rows that are still there.
    static func insert(
        _ rows: [NewReferenceRow], of list: Int, _ agency: String, _ sealer: Sealer,
        _ writer: any SQLWriter
    ) throws(Problem) {
        var id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM reference_row")
        var values: [SQLValue] = []
        values.reserveCapacity(rows.count * columns.count)
        for row in rows {
            id += 1
            values += [SQLValue(id), SQLValue(list), .text(agency), SQLValue(row.record)]
            values += [.text(row.name), .text(NameSpelling.canonical(row.name))]
            values.append(SQLValue(row.birth))
            if let nik = row.nik {
                let digits = Sealer.bytes(nik.digits)
                values.append(.bytes(try sealer.seal(digits, .referenceNIK, row: id)))
                values.append(.bytes(sealer.index(of: nik)))
            } else {
                values += [.null, .null]
            }
            values += [SQLValue(row.occupation), SQLValue(row.place?.description)]
        }
        try writer.insert(into: "reference_row", columns, values)
    }

    private static let columns = [
        "id", "list_id", "agency", "record", "name", "name_key", "birth", "nik_sealed",
        "nik_index", "occupation", "place",
    ]

    /// Takes away whatever lists say about a person who is about to be erased.
    static func erase(id: Int, number: String, _ writer: any SQLWriter) throws(Problem) {
        let rows = """
            SELECT r.id FROM reference_row r JOIN person p ON p.nik_index = r.nik_index
            WHERE p.id = $1
            UNION
            SELECT r.id FROM reference_row r JOIN person p
            ON p.name_key = r.name_key AND p.birth = r.birth
            AND (p.nik_index IS NULL OR r.nik_index IS NULL OR p.nik_index = r.nik_index)
            WHERE p.id = $1
            UNION
            SELECT m.row_id FROM reference_match m WHERE m.number = $2 AND m.kind = 'exact'
            """
        let values = [SQLValue(id), SQLValue.text(number)]
        let found = try writer.all(rows, values) { fields in fields.int() }
        for row in found {
            try writer.execute("DELETE FROM reference_row WHERE id = $1", [SQLValue(row)])
            try writer.execute("DELETE FROM reference_match WHERE row_id = $1", [SQLValue(row)])
        }
        try writer.execute("DELETE FROM reference_match WHERE number = $1", [.text(number)])
    }

    /// Rows of people who were erased before are not taken in again.
    static func unerased(
        _ rows: [NewReferenceRow], _ sealer: Sealer, _ reader: any SQLReader
    ) throws(Problem) -> [NewReferenceRow] {
        let erased = try ErasureTable.all(reader)
        if erased.isEmpty { return rows }
        return rows.filter { row in
            let marks = ErasureMark.marks(
                nik: row.nik, nameKey: NameSpelling.canonical(row.name), birth: row.birth,
                motherName: nil, sealer.ring.erasures)
            return marks.isDisjoint(with: erased)
        }
    }
}
