package import Civic

/// Lists that come in through the browser. The scope of whoever asks is part of every query and of
/// every change; a list out of reach is as if it were not there.
extension CityStore {
    /// Takes in a list; the same content for the same place changes nothing.
    package func openProposals(
        _ list: NewProposalList, by act: Act
    ) async throws(Problem) -> ProposalCreation {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            if let known = try CityStore.sameList(list, writer) { return .known(known) }
            let table = ProposalTable(sealer: try sealer.named(by: writer), writer: writer)
            let id = try table.insert(list, by: act)
            try journal.append(
                "proposal.open", CityStore.subject(id),
                [
                    "kind": list.kind.rawValue, "rows": String(list.rows.count),
                    "place": list.place?.description ?? "",
                ], by: act, to: writer)
            return .created(id)
        }
    }

    private static func sameList(
        _ list: NewProposalList, _ reader: any SQLReader
    ) throws(Problem) -> Int? {
        // What is typed row by row has no content to compare, but the form that began it.
        let district = list.place?.district.description
        let village = list.place?.level == .village ? list.place?.description : nil
        return try reader.first(
            """
            SELECT id FROM proposal_list WHERE digest = $1 AND state <> 'undone'
            AND COALESCE(district, '') = $2 AND COALESCE(village, '') = $3 ORDER BY id
            """, [.text(list.digest), .text(district ?? ""), .text(village ?? "")]
        ) { fields in fields.int() }
    }

    static func subject(_ list: Int) -> String { "proposal:\(list)" }

    package func proposalLists(
        in scope: Scope, limit: Int
    ) async throws(Problem) -> [ProposalList] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try ProposalReading(sealer: sealer, reader: reader).lists(scope, limit: limit)
        }
    }

    package func proposalList(
        _ id: Int, in scope: Scope
    ) async throws(Problem) -> ProposalList? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try ProposalReading(sealer: sealer, reader: reader).list(id, scope)
        }
    }

    /// Rows of a list in these states behind `record`, in order; none of a list out of reach.
    package func proposalRows(
        of id: Int, in scope: Scope, states: [ProposalRow.State], after record: Int = 0,
        limit: Int
    ) async throws(Problem) -> [ProposalRow] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let reading = ProposalReading(sealer: sealer, reader: reader)
            guard !states.isEmpty, try reading.list(id, scope) != nil else { return [] }
            let list = states.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            return try reading.rows(
                of: id, where: "r.state IN (\(list))", after: record, limit: limit)
        }
    }

    /// These rows of a list, in order.
    package func proposalRows(
        of id: Int, in scope: Scope, records: [Int]
    ) async throws(Problem) -> [ProposalRow] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let reading = ProposalReading(sealer: sealer, reader: reader)
            guard !records.isEmpty, try reading.list(id, scope) != nil else { return [] }
            var found: [ProposalRow] = []
            for part in records.parts(of: 500) {
                var sql = SQLText()
                let list = sql.bind(part.map { SQLValue($0) })
                found += try reading.rows(
                    of: id, where: "r.record IN (\(list))", sql.values, limit: part.count)
            }
            return found
        }
    }

    /// Rows of a list about which one of these codes is to be said, in order.
    package func proposalRows(
        of id: Int, in scope: Scope, code codes: [String], limit: Int
    ) async throws(Problem) -> [ProposalRow] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let reading = ProposalReading(sealer: sealer, reader: reader)
            guard !codes.isEmpty, try reading.list(id, scope) != nil else { return [] }
            var sql = SQLText()
            let any = codes.map { "r.codes LIKE \(sql.bind(.text("%\($0)%")))" }
            return try reading.rows(
                of: id, where: "r.state <> 'sent' AND (\(any.joined(separator: " OR ")))",
                sql.values, limit: limit)
        }
    }

    /// Says what the columns mean, remembers it for the place, and lets the rows be looked at.
    package func setColumns(
        _ columns: [String?], of id: Int, in scope: Scope, remember: ColumnMemory, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            var sql = SQLText()
            let text = sql.bind(.text(ProposalTable.json(columns)))
            let isThis = "l.id = \(sql.bind(SQLValue(id)))"
            let isVisible = ProposalReading.condition(scope, &sql)
            let count = try writer.execute(
                """
                UPDATE proposal_list SET columns = \(text), state = 'checking', checked = 0
                WHERE id IN (SELECT l.id FROM proposal_list l
                WHERE \(isThis) AND l.state = 'columns' AND \(isVisible))
                """, sql.values)
            guard count == 1 else { throw Problem.proposalMoved() }
            try remember.write(at: act.at, writer)
            try journal.append("proposal.columns", CityStore.subject(id), by: act, to: writer)
        }
    }

    /// Takes back a whole list that was not sent; its rows are gone.
    package func undoProposals(
        _ id: Int, in scope: Scope, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            var sql = SQLText()
            let isThis = "l.id = \(sql.bind(SQLValue(id)))"
            let isVisible = ProposalReading.condition(scope, &sql)
            let count = try writer.execute(
                """
                UPDATE proposal_list SET state = 'undone' WHERE id IN (
                SELECT l.id FROM proposal_list l WHERE \(isThis)
                AND l.state IN ('columns', 'checking', 'open') AND \(isVisible))
                """, sql.values)
            guard count == 1 else { throw Problem.proposalMoved() }
            try writer.execute("DELETE FROM proposal_row WHERE list_id = $1", [SQLValue(id)])
            try journal.append("proposal.undo", CityStore.subject(id), by: act, to: writer)
        }
    }
}

extension Array {
    /// Runs of at most `length`, in order.
    func parts(of length: Int) -> [[Element]] {
        stride(from: 0, to: count, by: length).map {
            Array(self[$0..<Swift.min($0 + length, count)])
        }
    }
}

extension Problem {
    /// The list is not there, or has gone on to another state.
    package static func proposalMoved() -> Problem {
        Problem(
            .conflict, "proposal-moved",
            Phrase(
                "Daftar ini sudah berubah: terkirim, dibatalkan, atau sedang diperiksa.",
                en: "This list has changed: it was sent, undone, or is being checked."),
            do: Phrase("Buka lagi halamannya.", en: "Open the page again."))
    }
}
