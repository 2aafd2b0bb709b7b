import Civic
import Crypto
import Programme

/// Reads lists of drivers, each only for whoever it belongs to.
struct DriverTable {
    let reader: any SQLReader

    /// In the order in which ``list(_:)`` reads them, of tables called `l` and `a`.
    private static let columns = """
        l.id, l.agency, l.state, l.rows_read, l.rows_kept, l.dropped, l.made_by, l.made_at,
        l.sent_at, l.delete_on, l.accepted, l.waiting, l.refused, l.checking, l.salt
        """

    func lists(
        where condition: String, _ sql: SQLText, limit: Int
    ) throws(Problem) -> [DriverList] {
        var sql = sql
        let most = sql.bind(SQLValue(limit))
        return try reader.all(
            """
            SELECT \(DriverTable.columns), \(AgreementTable.columns)
            FROM driver_list l JOIN partner_agreement a ON a.id = l.agreement_id
            WHERE \(condition) ORDER BY l.id DESC LIMIT \(most)
            """, sql.values, list)
    }

    /// The list with this id that lies in `scope`.
    ///
    /// - Throws: `driver-list-unknown` when there is none, or only for others.
    func list(_ id: Int, in scope: Scope) throws(Problem) -> DriverList {
        var sql = SQLText()
        let isThis = "l.id = \(sql.bind(SQLValue(id)))"
        let isOwn = scope.owns("l", &sql)
        guard let found = try lists(where: "\(isThis) AND \(isOwn)", sql, limit: 1).first else {
            throw DriverTable.unknown()
        }
        return found
    }

    private func list(_ fields: inout SQLFields) throws(Problem) -> DriverList {
        let (id, agency) = (fields.int(), fields.text())
        guard let state = DriverList.State(rawValue: fields.text()) else {
            throw Problem.storeDamaged("driver_list.state")
        }
        let (read, kept) = (fields.int(), fields.int())
        let dropped = try StoredList.strings(fields.text()).compactMap { $0 }
        let (madeBy, madeAt) = (fields.text(), Instant(milliseconds: fields.integer()))
        let sentAt = fields.optionalInt().map { Instant(milliseconds: Int64($0)) }
        let deleteOn = fields.day()
        var counts: [DriverAnswer.Outcome: Int] = [:]
        for outcome in DriverAnswer.Outcome.allCases { counts[outcome] = fields.int() }
        let salt = fields.optionalBytes()
        return DriverList(
            id: id, agency: agency, agreement: try AgreementTable.agreement(&fields), state: state,
            rowsRead: read, rowsKept: kept, dropped: dropped, madeBy: madeBy, madeAt: madeAt,
            sentAt: sentAt, deleteOn: deleteOn, counts: counts, salt: salt)
    }

    func faults(of list: Int) throws(Problem) -> [Int: DriverFault] {
        var faults: [Int: DriverFault] = [:]
        try reader.scan(
            "SELECT record, code FROM driver_fault WHERE list_id = $1", [SQLValue(list)]
        ) { row throws(Problem) in
            guard let fault = DriverFault(rawValue: row.text(1)) else {
                throw Problem.storeDamaged("driver_fault.code")
            }
            faults[Int(row.integer(0))] = fault
        }
        return faults
    }

    func deletions(
        where condition: String, _ sql: SQLText
    ) throws(Problem) -> [DriverDeletion] {
        try reader.all(
            """
            SELECT d.id, d.list_id, d.agency, d.agreement, d.why, d.rows_deleted, d.digest,
            d.deleted_at, d.actor FROM driver_deletion d WHERE \(condition) ORDER BY d.id
            """, sql.values
        ) { fields throws(Problem) in
            let (id, list) = (fields.int(), fields.int())
            let (agency, agreement) = (fields.text(), fields.text())
            guard let why = DriverDeletion.Why(rawValue: fields.text()) else {
                throw Problem.storeDamaged("driver_deletion.why")
            }
            return DriverDeletion(
                id: id, list: list, agency: agency, agreement: agreement, why: why,
                rows: fields.int(), digest: fields.optionalBytes(),
                at: Instant(milliseconds: fields.integer()), actor: fields.text())
        }
    }

    /// Which run the people in the store come from: a list that was answered before it is asked
    /// anew.
    func runMark() throws(Problem) -> Int {
        try reader.integer("SELECT COALESCE(MAX(received_at), 0) FROM delivery")
    }

    static func unknown() -> Problem {
        Problem(
            .notFound, "driver-list-unknown",
            Phrase("Daftar ini tidak ada.", en: "There is no such list."),
            do: Phrase("Buka daftar kiriman Anda.", en: "Open the lists you sent."))
    }
}

extension Scope {
    /// The condition that what organisations sent, in table `table`, lies in this scope.
    func owns(_ table: String, _ sql: inout SQLText) -> String {
        // Lists have no place: whoever is bound to places has none of them.
        guard areas == nil else { return "1 = 0" }
        guard let agency else { return "1 = 1" }
        return "\(table).agency = \(sql.bind(.text(agency)))"
    }
}
