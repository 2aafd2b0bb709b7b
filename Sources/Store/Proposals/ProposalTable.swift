import Civic

/// Writes lists that came in, and their rows.
struct ProposalTable {
    let sealer: Sealer
    let writer: any SQLWriter

    private static let rowColumns = [
        "id", "list_id", "record", "state", "codes", "settled", "rw", "cut", "name_key", "birth",
        "nik_sealed", "nik_index", "box", "version",
    ]

    func insert(_ list: NewProposalList, by act: Act) throws(Problem) -> Int {
        let id = try writer.integer("SELECT MAX(id) FROM proposal_list") + 1
        let state: ProposalList.State =
            list.kind == .typed ? .open : list.columns == nil ? .columns : .checking
        try writer.execute(
            """
            INSERT INTO proposal_list (id, state, kind, district, village, rw, file, digest,
            headings, columns, warnings, row_count, checked, created_at, created_by)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 0, $13, $14)
            """,
            [
                SQLValue(id), .text(state.rawValue), .text(list.kind.rawValue),
                SQLValue(list.place?.district.description),
                SQLValue(list.place?.level == .village ? list.place?.description : nil),
                SQLValue(list.rw), .text(list.file), .text(list.digest),
                .text(ProposalTable.json(list.headings.map { $0 })),
                .text(ProposalTable.json(list.columns ?? [])),
                .text(ProposalTable.json(list.warnings)), SQLValue(list.rows.count),
                .integer(act.at.milliseconds), .text(act.actor),
            ])
        try append(
            list.rows.map { row in
                ProposalRow(
                    record: row.record, state: .raw, codes: [], settled: [], rw: nil,
                    isCut: row.isCut, nameKey: "", birth: nil, nik: nil,
                    content: ProposalContent(cells: row.cells), version: 1)
            }, to: id)
        return id
    }

    func append(_ rows: [ProposalRow], to list: Int) throws(Problem) {
        guard !rows.isEmpty else { return }
        let first = try writer.integer("SELECT MAX(id) FROM proposal_row") + 1
        var values: [SQLValue] = []
        for (offset, row) in rows.enumerated() {
            let id = first + offset
            values += [SQLValue(id), SQLValue(list), SQLValue(row.record)]
            values += try content(of: row, id)
            values.append(SQLValue(row.version))
        }
        try writer.insert(into: "proposal_row", ProposalTable.rowColumns, values)
    }

    /// Replaces what is kept of rows, each if it still is of the version it was read in. Returns how
    /// many were.
    func replace(_ rows: [ProposalRow], of list: Int) throws(Problem) -> Int {
        var sql = SQLText()
        let this = sql.bind(SQLValue(list))
        let records = sql.bind(rows.map { SQLValue($0.record) })
        var ids: [Int: Int] = [:]
        try writer.scan(
            """
            SELECT record, id FROM proposal_row WHERE list_id = \(this) AND record IN (\(records))
            """, sql.values
        ) { row throws(Problem) in ids[Int(row.integer(0))] = Int(row.integer(1)) }
        var count = 0
        for row in rows {
            guard let id = ids[row.record] else { continue }
            count += try writer.execute(
                """
                UPDATE proposal_row SET state = $3, codes = $4, settled = $5, rw = $6, cut = $7,
                name_key = $8, birth = $9, nik_sealed = $10, nik_index = $11, box = $12,
                version = version + 1
                WHERE id = $1 AND version = $2 AND state <> 'sent'
                """, [SQLValue(id), SQLValue(row.version)] + (try content(of: row, id)))
        }
        return count
    }

    /// From the state on to the box.
    private func content(of row: ProposalRow, _ id: Int) throws(Problem) -> [SQLValue] {
        let nik = row.nik
        return [
            .text(row.state.rawValue), .text(row.codes.joined(separator: ";")),
            .text(row.settled.sorted().joined(separator: ";")), SQLValue(row.rw),
            row.isCut ? 1 : 0, .text(row.nameKey), SQLValue(row.birth),
            try nik.map { nik throws(Problem) in
                .bytes(
                    try sealer.seal(Sealer.bytes(nik.digits), .proposalNIK, row: id))
            } ?? .null,
            SQLValue(nik.map { sealer.index(of: $0) }),
            .bytes(try sealer.seal(row.content.bytes, .proposal, row: id)),
        ]
    }

    static func json(_ items: [String?]) -> String {
        var json = JSONText()
        json.list(items)
        return json.text
    }

    static func json(_ warnings: [DeliveryWarning]) -> String {
        var json = JSONText()
        json.list(warnings) { json, warning in
            json.list([warning.code, warning.sentence.indonesian, warning.sentence.english])
        }
        return json.text
    }
}
