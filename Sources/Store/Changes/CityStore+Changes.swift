package import Civic
package import Programme

/// What happens to members: noted, taken back, listed.
extension CityStore {
    /// Notes something about a member in `scope`: ends the member, lets go of what is not owed, and
    /// opens a claim where the kind asks for one. Repeating it changes nothing, and a death is noted
    /// once, however often it is told.
    ///
    /// - Throws: `member-unknown`; `member-left` and `change-active` where the kind ends nobody who
    ///   stands so; `change-moved` when the end is not the one that was shown; `change-day`.
    package func noteChange(
        _ new: NewChange, in scope: Scope, by act: Act
    ) async throws(Problem) -> NotedChange {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            let member = try ChangeReading(
                scope: scope, sealer: try sealer.named(by: writer), reader: writer
            ).member(new.number)
            guard let member else { throw ChangeProblem.unknownMember() }
            guard try RequestKeys.claim(act, "member.change", writer) else {
                let latest = try ChangeTable.latest(of: new.number, writer)
                guard let latest else { throw ChangeProblem.laterWork() }
                return NotedChange(
                    id: latest.id, replacedBy: latest.replacedBy,
                    claim: try ClaimTable.id(of: latest.id, writer))
            }
            return try ChangeNoting(act: act, journal: journal, writer: writer).note(new, member)
        }
    }

    /// Takes back a change in `scope` that no decree names; what it let go of is promised again.
    /// False when there is no such change.
    ///
    /// - Throws: `change-in-decree`; `change-refund`; `change-claim`; `change-later` when something was noted after it;
    ///   `ledger-below-zero` when the money was promised to others meanwhile.
    package func takeBackChange(
        _ id: Int, in scope: Scope, by act: Act
    ) async throws(Problem) -> Bool {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard let row = try ChangeTable.row(id, in: scope, writer) else { return false }
            guard row.state == "noted" else { return true }
            guard try RequestKeys.claim(act, "member.restore", writer) else { return true }
            try row.requireFree()
            try RefundTable.requireNone(of: id, writer)
            try ClaimStepTable.requireHere(id, writer)
            try ChangeNoting(act: act, journal: journal, writer: writer).takeBack(row)
            return true
        }
    }

    /// Puts the day of a change in `scope` right, and with it its end, months and money. False when
    /// there is no such change.
    package func correctChange(
        _ id: Int, to day: Day, _ policy: ChangePolicy, in scope: Scope, by act: Act
    ) async throws(Problem) -> Bool {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            let found = try ChangeTable.row(id, in: scope, writer)
            guard let row = found, row.state == "noted", let kind = policy.kind(row.kind) else {
                return false
            }
            guard try RequestKeys.claim(act, "member.change-day", writer) else { return true }
            guard row.day != day else { return true }
            try row.requireFree()
            try RefundTable.requireNone(of: id, writer)
            let member = try MemberTable.member(
                row.number, try sealer.named(by: writer), writer)
            guard let member else { return false }
            try ChangeNoting(act: act, journal: journal, writer: writer)
                .correct(row, to: day, kind, member)
            return true
        }
    }

    /// A page of the changes in `scope` behind the one with id `position`, newest first.
    package func changes(
        matching filter: ChangeFilter, in scope: Scope, after position: Int?, limit: Int
    ) async throws(Problem) -> ChangeList {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            var all = filter.conditions(scope, &sql)
            let total = try reader.integer(
                """
                SELECT COUNT(*) FROM \(ChangeTable.source)
                WHERE \(all.joined(separator: " AND "))
                """, sql.values)
            if let position { all.append("c.id < \(sql.bind(SQLValue(position)))") }
            let found = try ChangeTable.summaries(
                where: all.joined(separator: " AND "), sql.values, limit: limit + 1, reader)
            return ChangeList(
                changes: Array(found.prefix(limit)), total: total,
                next: found.count > limit ? found[limit - 1].id : nil)
        }
    }

    /// Everything about a change; nil when there is none in `scope`.
    package func change(_ id: Int, in scope: Scope) async throws(Problem) -> ChangeRecord? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try ChangeReading(
                scope: scope, sealer: try sealer.named(by: reader), reader: reader
            ).record(id)
        }
    }

    /// A member in `scope` about whom something is to be noted; nil when there is none.
    package func changeSubject(
        _ number: String, in scope: Scope
    ) async throws(Problem) -> ChangeSubject? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let reading = ChangeReading(
                scope: scope, sealer: try sealer.named(by: reader), reader: reader)
            guard let member = try reading.member(number) else { return nil }
            return ChangeSubject(
                member: member, months: try ChangeMonths.all(of: number, reader),
                latest: try ChangeTable.latest(of: number, reader))
        }
    }

    /// Who would take the place of a member whose months from `ended` on were let go of; nil when
    /// nothing is left to take.
    package func replacement(
        of number: String, from ended: Month
    ) async throws(Problem) -> Replacement? {
        try await engine.read { reader throws(Problem) in
            let reading = ReplacementReading(reader: reader)
            guard let place = try reading.place(of: number, from: ended) else { return nil }
            return try reading.next(for: place)
        }
    }
}

extension ChangeTable.Row {
    func requireFree() throws(Problem) {
        guard amendment == nil || amendment == "withdrawn" else {
            throw ChangeProblem.inDecree()
        }
    }
}
