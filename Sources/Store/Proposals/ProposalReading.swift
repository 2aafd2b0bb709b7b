import Civic

/// Reads lists that came in, and their rows.
struct ProposalReading {
    let sealer: Sealer
    let reader: any SQLReader

    private static let listColumns = """
        l.id, l.state, l.kind, l.district, l.village, l.rw, l.file, l.digest, l.headings, l.columns,
        l.warnings, l.row_count, l.checked, l.created_at, l.created_by, l.sent_at, l.sent_by,
        l.receipt_prefix, l.receipt_year, l.receipt_number
        """
    private static let rowColumns = """
        r.id, r.record, r.state, r.codes, r.settled, r.rw, r.cut, r.name_key, r.birth,
        r.nik_sealed, r.box, r.number, r.version
        """

    /// The condition that list `l` lies in the scope. Lists belong to places, never to an agency.
    static func condition(_ scope: Scope, _ sql: inout SQLText) -> String {
        guard scope.agency == nil else { return "1 = 0" }
        return scope.areas.map { Scope.lives(in: $0, "l", &sql) } ?? "1 = 1"
    }

    func lists(_ scope: Scope, limit: Int) throws(Problem) -> [ProposalList] {
        var sql = SQLText()
        let isVisible = ProposalReading.condition(scope, &sql)
        return try lists(
            "WHERE \(isVisible) AND l.state <> 'undone' ORDER BY l.id DESC LIMIT \(limit)",
            sql.values)
    }

    func list(_ id: Int, _ scope: Scope) throws(Problem) -> ProposalList? {
        var sql = SQLText()
        let isVisible = ProposalReading.condition(scope, &sql)
        return try lists("WHERE \(isVisible) AND l.id = \(sql.bind(SQLValue(id)))", sql.values)
            .first
    }

    func lists(_ rest: String, _ values: [SQLValue]) throws(Problem) -> [ProposalList] {
        let found = try reader.all(
            "SELECT \(ProposalReading.listColumns) FROM proposal_list l \(rest)", values
        ) { fields throws(Problem) in try ProposalReading.list(&fields) }
        let counts = try counts(of: found.map(\.id))
        return found.map { $0.make(counts[$0.id] ?? [:]) }
    }

    private func counts(of ids: [Int]) throws(Problem) -> [Int: [ProposalRow.State: Int]] {
        guard !ids.isEmpty else { return [:] }
        var sql = SQLText()
        let list = sql.bind(ids.map { SQLValue($0) })
        var counts: [Int: [ProposalRow.State: Int]] = [:]
        try reader.scan(
            """
            SELECT list_id, state, COUNT(*) FROM proposal_row WHERE list_id IN (\(list))
            GROUP BY list_id, state
            """, sql.values
        ) { row throws(Problem) in
            guard let state = ProposalRow.State(rawValue: row.text(1)) else {
                throw Problem.storeDamaged("proposal_row.state")
            }
            counts[Int(row.integer(0)), default: [:]][state] = Int(row.integer(2))
        }
        return counts
    }

    /// A list that still lacks the counts of its rows.
    private struct Counted {
        let id: Int
        let make: ([ProposalRow.State: Int]) -> ProposalList
    }

    private static func list(_ fields: inout SQLFields) throws(Problem) -> Counted {
        let id = fields.int()
        guard let state = ProposalList.State(rawValue: fields.text()),
            let kind = ProposalList.Kind(rawValue: fields.text())
        else { throw Problem.storeDamaged("proposal_list.state") }
        let (district, village, rw) = (fields.place(), fields.place(), fields.optionalInt())
        let (file, digest) = (fields.text(), fields.text())
        let headings = try StoredList.strings(fields.text()).map { $0 ?? "" }
        let columns = try StoredList.strings(fields.text())
        let warnings = try StoredList.rows(fields.text()).map { row throws(Problem) in
            guard row.count == 3, let code = row[0], let first = row[1], let second = row[2] else {
                throw Problem.storeDamaged("proposal_list.warnings")
            }
            return DeliveryWarning(code: code, sentence: Phrase(first, en: second))
        }
        let (rows, checked, createdAt) = (fields.int(), fields.int(), fields.integer())
        let (createdBy, sentAt) = (fields.text(), fields.optionalInt())
        let (sentBy, prefix) = (fields.optionalText(), fields.optionalText())
        let (year, number) = (fields.optionalInt(), fields.optionalInt())
        return Counted(id: id) { counts in
            ProposalList(
                id: id, state: state, kind: kind, place: village ?? district, rw: rw, file: file,
                digest: digest,
                headings: headings, columns: columns, warnings: warnings, rowCount: rows,
                checked: checked, createdAt: Instant(milliseconds: createdAt),
                createdBy: createdBy,
                sentAt: sentAt.map { Instant(milliseconds: Int64($0)) }, sentBy: sentBy,
                receipt: prefix.flatMap { prefix in
                    year.flatMap { year in
                        number.map {
                            ProposalReceipt(prefix: prefix, year: year, number: $0).text
                        }
                    }
                }, counts: counts)
        }
    }

    /// Rows in order of their records.
    func rows(
        of list: Int, where condition: String = "1 = 1", _ values: [SQLValue] = [],
        after record: Int = 0, limit: Int
    ) throws(Problem) -> [ProposalRow] {
        // The condition's own values come first: its placeholders count from 1.
        let place = values.count
        return try reader.all(
            """
            SELECT \(ProposalReading.rowColumns) FROM proposal_row r
            WHERE r.list_id = $\(place + 1) AND r.record > $\(place + 2) AND \(condition)
            ORDER BY r.record LIMIT \(limit)
            """, values + [SQLValue(list), SQLValue(record)]
        ) { fields throws(Problem) in try row(&fields) }
    }

    private func row(_ fields: inout SQLFields) throws(Problem) -> ProposalRow {
        let (id, record) = (fields.int(), fields.int())
        guard let state = ProposalRow.State(rawValue: fields.text()) else {
            throw Problem.storeDamaged("proposal_row.state")
        }
        let codes = fields.text().split(separator: ";").map(String.init)
        let settled = Set(fields.text().split(separator: ";").map(String.init))
        let (rw, cut) = (fields.optionalInt(), fields.int())
        let (nameKey, birth) = (fields.text(), fields.day())
        let nik = try fields.optionalBytes().map { box throws(Problem) in
            NIK(digits: Sealer.number(try sealer.open(box, .proposalNIK, row: id)))
        }
        let content = try fields.optionalBytes().map { box throws(Problem) in
            try ProposalContent(bytes: try sealer.open(box, .proposal, row: id))
        }
        return ProposalRow(
            record: record, state: state, codes: codes, settled: settled, rw: rw,
            isCut: cut == 1, nameKey: nameKey, birth: birth, nik: nik ?? nil,
            content: content ?? ProposalContent(), number: fields.optionalText(),
            version: fields.int())
    }
}
