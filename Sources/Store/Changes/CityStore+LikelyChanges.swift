package import Civic
import Programme

/// What the latest lists say of members.
extension CityStore {
    /// Standing members in `scope` of whom the latest lists say something that would end them, and
    /// about whom nothing is noted or set aside: for somebody to confirm.
    package func likelyChanges(
        _ signs: LikelySigns, in scope: Scope, limit: Int
    ) async throws(Problem) -> [LikelyChange] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let found = try LikelyReading(signs: signs, scope: scope, reader: reader).found()
                .prefix(limit)
            guard !found.isEmpty else { return [] }
            var sql = SQLText()
            let isOne = "m.number IN (\(sql.bind(found.map { .text($0.number) })))"
            let members = try MemberTable.members(
                where: isOne, sql.values, try sealer.named(by: reader), reader)
            let known = Dictionary(members.map { ($0.number, $0) }) { first, _ in first }
            return found.compactMap { found in
                known[found.number].map { member in
                    LikelyChange(
                        member: member, person: found.person, kind: found.kind,
                        reasons: found.reasons, verdicts: found.verdicts,
                        evidence: found.evidence)
                }
            }
        }
    }

    /// How many of them there are.
    package func waitingChanges(
        _ signs: LikelySigns, in scope: Scope
    ) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            let found = try LikelyReading(signs: signs, scope: scope, reader: reader).found()
            return Waiting(count: found.count, oldest: nil, due: nil)
        }
    }

    /// Sets aside what the lists say of a member in `scope`: it is not told again as long as they
    /// say nothing else. `evidence` is what was looked at. Repeating the act changes nothing.
    ///
    /// - Throws: `likely-dismissed` when somebody did so before; `likely-gone` when the lists say
    ///   something else by now, or nothing.
    package func dismissLikely(
        _ number: String, kind: String, evidence: String, reason: String, _ signs: LikelySigns,
        in scope: Scope, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "likely.dismiss", writer) else { return }
            let found = try LikelyReading(signs: signs, scope: scope, reader: writer).found()
            let key = LikelyTable.Key(number: number, kind: kind, evidence: evidence)
            guard found.contains(where: { LikelyTable.Key($0) == key }) else {
                if let actor = try LikelyTable.actor(key, writer) {
                    throw ChangeProblem.dismissed(by: actor)
                }
                throw ChangeProblem.likelyGone()
            }
            try LikelyTable.insert(key, reason: reason, by: act, writer)
            try journal.append(
                "likely.dismiss", number, ["kind": kind, "reason": reason], by: act, to: writer)
        }
    }

    /// What was set aside of members in `scope`, newest first.
    package func likelyDismissals(
        in scope: Scope, limit: Int
    ) async throws(Problem) -> [LikelyDismissal] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let isInScope = scope.memberCondition(on: "m", &sql)
            return try reader.all(
                """
                SELECT d.number, m.name, m.village, d.kind, d.reason, d.actor, d.at
                FROM likely_dismissal d JOIN member m ON m.number = d.number
                WHERE \(isInScope) ORDER BY d.id DESC LIMIT \(limit)
                """, sql.values
            ) { fields in
                LikelyDismissal(
                    number: fields.text(), name: fields.text(), village: fields.place(),
                    kind: fields.text(), reason: fields.text(), actor: fields.text(),
                    at: Instant(milliseconds: fields.integer()))
            }
        }
    }
}
