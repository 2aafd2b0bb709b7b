package import Civic

extension CityStore {
    /// Notes what was found out about rows of a list that is being looked at. `checked` rows are
    /// then done; the last ones open the list.
    package func noteChecked(
        _ rows: [ProposalRow], of id: Int, checked: Int, isLast: Bool, by act: Act
    ) async throws(Problem) {
        let (sealer, journal) = (sealer, journal)
        try await engine.write { writer throws(Problem) in
            let table = ProposalTable(sealer: try sealer.named(by: writer), writer: writer)
            _ = try table.replace(rows, of: id)
            let count = try writer.execute(
                """
                UPDATE proposal_list SET checked = $2, state = $3
                WHERE id = $1 AND state = 'checking'
                """,
                [SQLValue(id), SQLValue(checked), .text(isLast ? "open" : "checking")])
            guard count == 1 else { throw Problem.proposalMoved() }
            guard isLast else { return }
            try journal.append(
                "proposal.checked", CityStore.subject(id), ["rows": String(checked)], by: act,
                to: writer)
        }
    }

    /// Keeps corrected rows of an open list. Those that somebody changed meanwhile stay as they
    /// are; returns how many were kept.
    package func correct(
        _ rows: [ProposalRow], of id: Int, in scope: Scope, by act: Act
    ) async throws(Problem) -> Int {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            guard try CityStore.isOpen(id, scope, writer) else { throw Problem.proposalMoved() }
            let table = ProposalTable(sealer: try sealer.named(by: writer), writer: writer)
            var count = 0
            for part in rows.parts(of: 500) { count += try table.replace(part, of: id) }
            // One row is a keystroke; a file of rows is a step that is told.
            if rows.count > 1, count > 0 {
                try journal.append(
                    "proposal.correct", CityStore.subject(id), ["rows": String(count)], by: act,
                    to: writer)
            }
            return count
        }
    }

    /// Adds a row that was typed to an open list; its record is one more than the last. The same form
    /// twice adds it once.
    package func addRow(
        _ row: ProposalRow, to id: Int, in scope: Scope, by act: Act
    ) async throws(Problem) {
        let sealer = sealer
        try await engine.write { writer throws(Problem) in
            guard try CityStore.isOpen(id, scope, writer) else { throw Problem.proposalMoved() }
            guard try RequestKeys.claim(act, "proposal.row", writer) else { return }
            let last = try writer.integer(
                "SELECT MAX(record) FROM proposal_row WHERE list_id = $1", [SQLValue(id)])
            let table = ProposalTable(sealer: try sealer.named(by: writer), writer: writer)
            try table.append(
                [
                    ProposalRow(
                        record: last + 1, state: row.state, codes: row.codes,
                        settled: row.settled, rw: row.rw, isCut: false, nameKey: row.nameKey,
                        birth: row.birth, nik: row.nik, content: row.content, version: 1)
                ], to: id)
            try writer.execute(
                """
                UPDATE proposal_list SET row_count = row_count + 1, checked = checked + 1
                WHERE id = $1
                """, [SQLValue(id)])
        }
    }

    static func isOpen(
        _ id: Int, _ scope: Scope, _ reader: any SQLReader
    ) throws(Problem) -> Bool {
        var sql = SQLText()
        let isThis = "l.id = \(sql.bind(SQLValue(id)))"
        let isVisible = ProposalReading.condition(scope, &sql)
        return try reader.integer(
            """
            SELECT COUNT(*) FROM proposal_list l
            WHERE \(isThis) AND l.state = 'open' AND \(isVisible)
            """, sql.values) == 1
    }

    /// Records that full numbers left the house in a file.
    package func noteDownload(
        of id: Int, rows: Int, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            try journal.append(
                "proposal.download", CityStore.subject(id), ["rows": String(rows)], by: act,
                to: writer)
        }
    }
}
