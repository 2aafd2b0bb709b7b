import Civic
import Crypto
import Programme

/// Deletes rows of drivers and leaves a certificate of it.
struct DriverDeleting {
    let sealer: Sealer
    let journal: JournalWriter
    let writer: any SQLWriter
    let act: Act

    /// Ends a list: deletes the rows that are not used, or all of them.
    func end(
        _ list: DriverList, why: DriverDeletion.Why, keepingUsed: Bool
    ) throws(Problem) {
        let condition =
            keepingUsed
            ? "AND (outcome IS NULL OR outcome IN ('refused', 'checking') OR sealed IS NULL)" : ""
        let ids = try writer.all(
            "SELECT id FROM driver_row WHERE list_id = $1 \(condition)", [SQLValue(list.id)]
        ) { fields in fields.int() }
        let gone = Set(ids)
        let rows = try DriverBoxes(sealer: sealer).rows(of: list.id, writer)
            .filter { gone.contains($0.id) }.map(\.row)
        let digest = list.salt.map { DriverDeleting.digest(of: rows, salt: $0) }
        try writer.execute(
            "DELETE FROM driver_row WHERE list_id = $1 \(condition)", [SQLValue(list.id)])
        try writer.execute("DELETE FROM driver_fault WHERE list_id = $1", [SQLValue(list.id)])
        try writer.execute(
            "UPDATE driver_list SET state = 'ended', digest = NULL, salt = NULL WHERE id = $1",
            [SQLValue(list.id)])
        try certify(list, why, rows: gone.count, digest)
        try Setting.put(.driverScrub, "1", writer)
    }

    /// Deletes the rows of one driver of `agency`, in whichever lists they are; returns how many.
    func withdraw(_ nik: NIK, agency: String) throws(Problem) -> Int {
        var sql = SQLText()
        let isThis = "r.nik_index IN (\(sql.bind(sealer.indexes(of: nik).map { .bytes($0) })))"
        let isOwn = "r.agency = \(sql.bind(.text(agency)))"
        let found = try writer.all(
            "SELECT r.id, r.list_id, r.outcome FROM driver_row r WHERE \(isThis) AND \(isOwn)",
            sql.values
        ) { fields in (id: fields.int(), list: fields.int(), outcome: fields.optionalText()) }
        for row in found {
            let list = try DriverTable(reader: writer).list(row.list, in: .agency(agency))
            try writer.execute("DELETE FROM driver_row WHERE id = $1", [SQLValue(row.id)])
            let count = row.outcome.flatMap(DriverAnswer.Outcome.init(rawValue:)).map {
                ", \($0.rawValue) = \($0.rawValue) - 1"
            }
            try writer.execute(
                """
                UPDATE driver_list SET rows_kept = rows_kept - 1\(count ?? "") WHERE id = $1
                """, [SQLValue(row.list)])
            // A digest over one row could be tried out on guesses.
            try certify(list, .withdrawn, rows: 1, nil)
        }
        if !found.isEmpty { try Setting.put(.driverScrub, "1", writer) }
        return found.count
    }

    /// SHA-256 over the salt and then, in order of record, each row as
    /// `record;NIK;name;birth date;telephone` with a line feed: the partner can reckon it from its
    /// own file, and nobody else can find out from it who was deleted, once the salt is gone.
    static func digest(of rows: [DriverRow], salt: [UInt8]) -> [UInt8] {
        var digest = SHA256()
        digest.update(data: salt)
        for row in rows.sorted(by: { $0.record < $1.record }) {
            let line =
                "\(row.record);\(row.nik.revealed());\(row.name);\(row.birth.iso);\(row.phone.digits)\n"
            digest.update(data: Array(line.utf8))
        }
        return Array(digest.finalize())
    }

    private func certify(
        _ list: DriverList, _ why: DriverDeletion.Why, rows: Int, _ digest: [UInt8]?
    ) throws(Problem) {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) + 1 FROM driver_deletion")
        try writer.execute(
            """
            INSERT INTO driver_deletion
            (id, list_id, agency, agreement, why, rows_deleted, digest, deleted_at, actor)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """,
            [
                SQLValue(id), SQLValue(list.id), .text(list.agency),
                .text(list.agreement.terms.number), .text(why.rawValue), SQLValue(rows),
                SQLValue(digest), .integer(act.at.milliseconds), .text(act.actor),
            ])
        try journal.append(
            "drivers.delete", DriverList.subject(list.id),
            [
                "agency": list.agency, "why": why.rawValue, "rows": String(rows),
                "sha256": digest.map(Hexadecimal.text) ?? "", "certificate": String(id),
            ], by: act, to: writer)
    }
}

extension DriverList {
    /// What the journal calls a list.
    static func subject(_ id: Int) -> String { "drivers \(id)" }
}
