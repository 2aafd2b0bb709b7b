package import Civic
import Programme

/// Claims that wait for somebody.
extension CityStore {
    /// Claims in `scope`, those that wait first, in order of their days.
    package func claims(in scope: Scope, limit: Int) async throws(Problem) -> [ClaimSummary] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let condition = scope.memberCondition(on: "m", &sql)
            return try ClaimTable.summaries(where: condition, sql.values, limit: limit, reader)
        }
    }

    /// Nil when there is none in `scope`.
    package func claim(_ id: Int, in scope: Scope) async throws(Problem) -> ClaimRecord? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            guard let summary = try CityStore.summary(id, in: scope, reader),
                let member = try MemberTable.member(
                    summary.number, try sealer.named(by: reader), reader)
            else { return nil }
            return ClaimRecord(
                summary: summary, member: member,
                months: try ChangeMonths.all(of: summary.number, reader),
                steps: try ClaimStepTable.all(id, reader))
        }
    }

    /// Claims in `scope` about which nobody has spoken to the family.
    package func waitingClaims(in scope: Scope) async throws(Problem) -> Waiting {
        try await waitingClaims(
            "COALESCE(\(ClaimStepTable.last), 'reopened') = 'reopened'", [], in: scope)
    }

    /// Claims in `scope` of which the next step was due before `day`.
    package func overdueClaims(
        on day: Day, in scope: Scope
    ) async throws(Problem) -> Waiting {
        try await waitingClaims(
            """
            \(ClaimStepTable.last) IN ('asked', 'sent', 'refused') AND k.due < $1
            """, [SQLValue(day)], in: scope)
    }

    /// Notes the next step of a claim in `scope`. False when there is no such claim. Repeating the
    /// act changes nothing.
    ///
    /// - Throws: `claim-step` for a step that does not follow the last; `claim-day`.
    package func noteClaimStep(
        _ new: NewClaimStep, of id: Int, in scope: Scope, by act: Act
    ) async throws(Problem) -> Bool {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard let claim = try CityStore.summary(id, in: scope, writer) else { return false }
            guard try RequestKeys.claim(act, "claim.step", writer) else { return true }
            let steps = try ClaimStepTable.all(id, writer)
            guard claim.state == .open,
                ClaimStep.next(after: steps.last?.step).contains(new.step)
            else { throw ClaimProblem.moved() }
            guard new.day <= .jakarta(at: act.at), new.day >= steps.last?.day ?? claim.day else {
                throw ClaimProblem.day()
            }
            try ClaimStepTable.insert(new, seq: steps.count + 1, of: id, by: act, writer)
            try writer.execute(
                "UPDATE claim SET due = $2, version = version + 1 WHERE id = $1",
                [SQLValue(id), SQLValue(new.due ?? new.day)])
            var detail = ["claim": String(id), "step": new.step.rawValue, "day": new.day.iso]
            detail["amount"] = new.amount.map { String($0.amount) }
            try journal.append("claim.step", claim.number, detail, by: act, to: writer)
            return true
        }
    }

    private static func summary(
        _ id: Int, in scope: Scope, _ reader: any SQLReader
    ) throws(Problem) -> ClaimSummary? {
        var sql = SQLText()
        let isThis = "k.id = \(sql.bind(SQLValue(id)))"
        let isInScope = scope.memberCondition(on: "m", &sql)
        return try ClaimTable.summaries(
            where: "\(isThis) AND \(isInScope)", sql.values, limit: 1, reader
        ).first
    }

    private func waitingClaims(
        _ condition: String, _ values: [SQLValue], in scope: Scope
    ) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            for value in values { _ = sql.bind(value) }
            let isInScope = scope.memberCondition(on: "m", &sql)
            let found = try reader.first(
                """
                SELECT COUNT(*), MIN(k.at), MIN(k.due) FROM \(ClaimTable.source)
                WHERE k.state = 'open' AND \(condition) AND \(isInScope)
                """, sql.values
            ) { fields in
                let (count, at) = (fields.int(), fields.optionalInt())
                return Waiting(
                    count: count,
                    oldest: at.map { .jakarta(at: Instant(milliseconds: Int64($0))) },
                    due: fields.day())
            }
            return found ?? .nothing
        }
    }
}
