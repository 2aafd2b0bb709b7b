package import Civic
package import Programme

extension CityStore {
    /// Notes that a datum of a person in `scope` is wrong, and sends the request to whoever can put
    /// it right. Returns its receipt, which begins with `prefix`; repeating the request returns the
    /// same one. `person-unknown` when there is nobody such in the scope; `correction-open` while the
    /// same datum waits to be corrected.
    package func requestCorrection(
        _ new: NewCorrection, prefix: String, in scope: Scope, _ terms: CorrectionTerms,
        by act: Act
    ) async throws(Problem) -> String {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            guard let person = try RequestedPerson.find(new.number, scope, writer) else {
                throw unknownPerson()
            }
            let requests = CorrectionRequests(
                terms: terms, sealer: try sealer.named(by: writer), journal: journal,
                writer: writer)
            guard try RequestKeys.claim(act, "correction.request", writer) else {
                return try requests.latest(new, by: act.actor) ?? ""
            }
            return try requests.open(new, about: person, prefix: prefix, by: act)
        }
    }

    /// Keeps what an office answers, having seen the version `seen` of the request, and puts the datum
    /// right where it says so: the person is judged again in the same transaction.
    package func answerCorrection(
        _ receipt: String, _ answer: CorrectionAnswer, seen: Int, as reach: CorrectionReach,
        _ terms: CorrectionTerms, by act: Act
    ) async throws(Problem) -> CorrectionOutcome {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            guard let found = try CorrectionTable.find(receipt, reach, writer) else {
                return .unknown
            }
            guard try RequestKeys.claim(act, "correction.answer", writer) else { return .done }
            return try CorrectionAnswering(
                terms: terms, sealer: try sealer.named(by: writer), journal: journal,
                writer: writer
            ).answer(found, answer, seen: seen, as: reach.party, by: act)
        }
    }

    /// One request with everything about it; nil when there is none in the reach.
    package func correction(
        _ receipt: String, in reach: CorrectionReach, _ terms: CorrectionTerms
    ) async throws(Problem) -> CorrectionRecord? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            guard let found = try CorrectionTable.find(receipt, reach, reader) else { return nil }
            let boxes = CorrectionBoxes(sealer: sealer)
            let sealed = try reader.first(
                "SELECT asked_sealed, decided_sealed FROM correction WHERE id = $1",
                [SQLValue(found.id)]
            ) { fields in (fields.optionalBytes(), fields.optionalBytes()) }
            let person = try StoredPerson.read(found.number, sealer, reader)?.person
            let occupation = try CorrectionTable.occupation(of: found.id, reader)
            return CorrectionRecord(
                summary: found, kept: person.map { KeptData($0) },
                asked: try boxes.datum(sealed?.0, found.field, .asked, found.id),
                decided: try boxes.datum(sealed?.1, found.field, .decided, found.id),
                route: terms.route(found.field, occupation),
                steps: try CorrectionTable.steps(of: found.id, reader))
        }
    }

    /// All requests about a person in `scope`, oldest first.
    package func corrections(
        of number: PersonNumber, in scope: Scope
    ) async throws(Problem) -> [CorrectionSummary] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let isThis = "c.number = \(sql.bind(.text(number.text)))"
            let isVisible = scope.condition(on: "p", &sql) ?? "1 = 1"
            return try reader.all(
                """
                SELECT \(CorrectionTable.columns) FROM \(CorrectionTable.source)
                WHERE \(isThis) AND \(isVisible) ORDER BY c.id
                """, sql.values, CorrectionTable.summary)
        }
    }

    /// A page of the requests in one state behind the one with id `position`: those that wait oldest
    /// first, those that are done newest first.
    package func corrections(
        _ state: CorrectionState, in reach: CorrectionReach, after position: Int?, limit: Int
    ) async throws(Problem) -> CorrectionList {
        precondition(limit >= 1, "a page holds at least one request")
        return try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            var all = ["c.state = \(sql.bind(.text(state.rawValue)))"]
            if let condition = reach.condition(on: "c", &sql) { all.append(condition) }
            let total = try reader.integer(
                "SELECT COUNT(*) FROM correction c WHERE \(all.joined(separator: " AND "))",
                sql.values)
            let (further, order) = state == .open ? (">", "") : ("<", " DESC")
            if let position { all.append("c.id \(further) \(sql.bind(SQLValue(position)))") }
            let found = try reader.all(
                """
                SELECT \(CorrectionTable.columns) FROM \(CorrectionTable.source)
                WHERE \(all.joined(separator: " AND ")) ORDER BY c.id\(order)
                LIMIT \(sql.bind(SQLValue(limit + 1)))
                """, sql.values, CorrectionTable.summary)
            return CorrectionList(
                requests: Array(found.prefix(limit)), total: total,
                next: found.count > limit ? found[limit - 1].id : nil)
        }
    }

    /// The requests that wait for `office`, or for anybody, as far as `reach` goes.
    package func waitingCorrections(
        for office: String?, in reach: CorrectionReach
    ) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            var all = ["c.state = 'open'"]
            if let office { all.append("c.office = \(sql.bind(.text(office)))") }
            if let condition = reach.condition(on: "c", &sql) { all.append(condition) }
            return try reader.first(
                """
                SELECT COUNT(*), MIN(c.opened), MIN(c.due) FROM correction c
                WHERE \(all.joined(separator: " AND "))
                """, sql.values
            ) { fields in
                Waiting(count: fields.int(), oldest: fields.day(), due: fields.day())
            } ?? .nothing
        }
    }
}

/// One page of a list of requests.
package struct CorrectionList: Sendable {
    package let requests: [CorrectionSummary]
    /// How many the whole list holds.
    package let total: Int
    /// Where the next page begins; nil on the last.
    package let next: Int?
}
