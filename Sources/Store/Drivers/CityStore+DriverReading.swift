package import Civic
package import Programme

extension CityStore {
    /// The lists in `scope`, newest first.
    package func driverLists(in scope: Scope, limit: Int) async throws(Problem) -> [DriverList] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let isOwn = scope.owns("l", &sql)
            return try DriverTable(reader: reader).lists(where: isOwn, sql, limit: limit)
        }
    }

    /// One list with what was wrong with it and what became of it.
    package func driverList(
        _ id: Int, in scope: Scope
    ) async throws(Problem) -> DriverListRecord {
        try await engine.read { reader throws(Problem) in
            let table = DriverTable(reader: reader)
            let list = try table.list(id, in: scope)
            var sql = SQLText()
            let isAbout = "d.list_id = \(sql.bind(SQLValue(id)))"
            let faults = try table.faults(of: id).values
            return DriverListRecord(
                list: list, faultCounts: faults.reduce(into: [:]) { $0[$1, default: 0] += 1 },
                deletions: try table.deletions(where: isAbout, sql))
        }
    }

    /// The rows of a list as its platform may see them, in order, at most `limit` of them.
    package func driverResults(
        of id: Int, in scope: Scope, limit: Int
    ) async throws(Problem) -> [DriverResult] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            _ = try DriverTable(reader: reader).list(id, in: scope)
            let boxes = DriverBoxes(sealer: try sealer.named(by: reader))
            return try reader.all(
                """
                SELECT id, record, sealed, outcome, reason FROM driver_row
                WHERE list_id = $1 ORDER BY record LIMIT $2
                """, [SQLValue(id), SQLValue(limit)]
            ) { fields throws(Problem) in
                let (row, record) = (fields.int(), fields.int())
                let nik = try boxes.nik(fields.optionalBytes(), row: row)
                let outcome = fields.optionalText().flatMap(DriverAnswer.Outcome.init(rawValue:))
                let reason = fields.optionalText()
                return DriverResult(
                    record: record, nik: nik,
                    answer: outcome.map { DriverAnswer($0, reason: reason) })
            }
        }
    }

    /// Which rows of a list were not kept, and why.
    package func driverFaults(
        of id: Int, in scope: Scope
    ) async throws(Problem) -> [Int: DriverFault] {
        try await engine.read { reader throws(Problem) in
            let table = DriverTable(reader: reader)
            _ = try table.list(id, in: scope)
            return try table.faults(of: id)
        }
    }

    /// The certificates in `scope`, oldest first.
    package func driverDeletions(in scope: Scope) async throws(Problem) -> [DriverDeletion] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let isOwn = scope.owns("d", &sql)
            return try DriverTable(reader: reader).deletions(where: isOwn, sql)
        }
    }

    /// One certificate; `driver-list-unknown` when there is none in `scope`.
    package func driverDeletion(
        _ id: Int, in scope: Scope
    ) async throws(Problem) -> DriverDeletion {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let isThis = "d.id = \(sql.bind(SQLValue(id)))"
            let isOwn = scope.owns("d", &sql)
            let found = try DriverTable(reader: reader).deletions(
                where: "\(isThis) AND \(isOwn)", sql)
            guard let deletion = found.first else { throw DriverTable.unknown() }
            return deletion
        }
    }

    /// All drivers that were sent and are still kept, for the next run; lists in order.
    package func sentDrivers() async throws(Problem) -> [SentDrivers] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let boxes = DriverBoxes(sealer: try sealer.named(by: reader))
            let lists = try reader.all(
                """
                SELECT l.id, l.agency, l.sent_at FROM driver_list l
                WHERE l.sent_at IS NOT NULL ORDER BY l.id
                """
            ) { fields in
                (
                    id: fields.int(), agency: fields.text(),
                    day: Day.jakarta(at: Instant(milliseconds: fields.integer()))
                )
            }
            var sent: [SentDrivers] = []
            for list in lists {
                let rows = try boxes.rows(of: list.id, reader).map(\.row)
                guard !rows.isEmpty else { continue }
                sent.append(
                    SentDrivers(list: list.id, agency: list.agency, sentOn: list.day, rows: rows))
            }
            return sent
        }
    }
}
