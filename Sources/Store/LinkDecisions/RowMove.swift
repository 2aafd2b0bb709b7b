import Civic

/// Leaves the standing of a person to the next run.
struct Recheck {
    let terms: LinkTerms
    let writer: any SQLWriter

    func mark(_ id: Int) throws(Problem) {
        try writer.execute(
            """
            UPDATE person SET standing = 'review', reasons = $2, first_reason = $2, rank = NULL,
            waiting_place = NULL, fund = NULL WHERE id = $1
            """, [SQLValue(id), .text(terms.recheckReason)])
    }
}

/// The identity number of a person.
struct PersonNIK {
    let sealer: Sealer
    let writer: any SQLWriter

    func put(_ nik: NIK?, _ id: Int) throws(Problem) {
        let box = try nik.map { (nik) throws(Problem) in
            try sealer.seal(Sealer.bytes(nik.digits), .nik, row: id)
        }
        try writer.execute(
            "UPDATE person SET nik_sealed = $2, nik_index = $3 WHERE id = $1",
            [SQLValue(id), SQLValue(box), SQLValue(nik.map { sealer.index(of: $0) })])
    }
}

/// Hands rows to a person.
struct RowMove {
    let sealer: Sealer
    let writer: any SQLWriter

    /// A row keeps its own number where it differs from `nik`, that of the person. `link` nil leaves
    /// why the row was counted to somebody as it is.
    func move(
        _ rows: [LinkedRow], to id: Int, nik: NIK?, link: RowLink?
    ) throws(Problem) {
        for row in rows {
            var (kind, box): (String, [UInt8]?) = (row.nik == nil ? "none" : "same", nil)
            if let own = row.nik, own != nik {
                kind = "other"
                box = try sealer.seal(Sealer.bytes(own.digits), .rowNIK, row: id)
            }
            try writer.execute(
                """
                UPDATE source_row SET person_id = $3, nik = $4, nik_sealed = $5,
                link = COALESCE($6, link) WHERE delivery_id = $1 AND record = $2
                """,
                [
                    SQLValue(row.delivery), SQLValue(row.record), SQLValue(id), .text(kind),
                    SQLValue(box), SQLValue(link?.rawValue),
                ])
        }
    }
}
