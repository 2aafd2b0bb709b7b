package import Civic
package import Programme

/// Finding members.
extension CityStore {
    /// Members in `scope` that fit what was typed, by name.
    package func members(
        matching search: PersonSearch, in scope: Scope, limit: Int
    ) async throws(Problem) -> [Member] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let sealer = try sealer.named(by: reader)
            let reading = ChangeReading(scope: scope, sealer: sealer, reader: reader)
            switch search {
            case .number(let number):
                let numbers = try PersonAlias.all(of: number.text, reader)
                return try reading.members(limit: limit) { sql in
                    ["m.number IN (\(sql.bind(numbers.map { .text($0) })))"]
                }
            case .nik(let nik):
                return try reading.members(limit: limit) { sql in
                    ["m.nik_index IN (\(sql.bind(sealer.indexes(of: nik).map { .bytes($0) })))"]
                }
            case .name(let name):
                return try reading.members(limit: limit) { sql in
                    name.split(separator: " ").map { word in
                        "(' ' || m.name_key) LIKE \(sql.bind(.text("% \(word)%")))"
                    }
                }
            }
        }
    }

    /// The members that a person is or was: under the number of today and under every number that
    /// leads to it. More than one when two members were found to be one person.
    package func members(
        of person: PersonNumber, in scope: Scope
    ) async throws(Problem) -> [MemberRecord] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let numbers = try PersonAlias.all(of: person.text, reader)
            let reading = ChangeReading(
                scope: scope, sealer: try sealer.named(by: reader), reader: reader)
            let members = try reading.members(limit: numbers.count) { sql in
                ["m.number IN (\(sql.bind(numbers.map { .text($0) })))"]
            }
            return try members.map { member throws(Problem) in
                MemberRecord(
                    member: member, months: try MemberTable.months(of: member.number, reader),
                    events: try MemberEvents.all(of: member.number, reader))
            }
        }
    }

    /// Standing members in `scope` of whom the latest lists say something that would end them, and
    /// about whom nothing is noted: for somebody to confirm.
    package func likelyChanges(
        _ policy: ChangePolicy, in scope: Scope, limit: Int
    ) async throws(Problem) -> [LikelyChange] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let condition = LikelyReading.condition(policy, scope, &sql)
            let sealer = try sealer.named(by: reader)
            return try reader.all(
                """
                SELECT \(MemberTable.columns), p.number, p.reasons, p.evidence
                FROM \(LikelyReading.source) WHERE \(condition)
                ORDER BY m.name_key, m.number LIMIT \(limit)
                """, sql.values
            ) { fields throws(Problem) in
                let member = try MemberTable.member(&fields, sealer)
                return LikelyChange(
                    member: member, person: fields.text(),
                    reasons: fields.text().split(separator: ";").map(String.init),
                    verdicts: try Evidence.verdicts(fields.text()))
            }
        }
    }

    /// How many of them there are.
    package func waitingChanges(
        _ policy: ChangePolicy, in scope: Scope
    ) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let condition = LikelyReading.condition(policy, scope, &sql)
            let count = try reader.integer(
                "SELECT COUNT(*) FROM \(LikelyReading.source) WHERE \(condition)", sql.values)
            return Waiting(count: count, oldest: nil, due: nil)
        }
    }
}

/// Members whom the latest lists refuse.
enum LikelyReading {
    static let source = """
        member m LEFT JOIN person_alias l ON l.number = m.number
        JOIN person p ON p.number = COALESCE(l.survivor, m.number)
        """

    static func condition(
        _ policy: ChangePolicy, _ scope: Scope, _ sql: inout SQLText
    ) -> String {
        let isInScope = scope.memberCondition(on: "m", &sql)
        let signs = policy.kinds.filter { !$0.signs.isEmpty }.flatMap { kind in
            let states = MemberState.allCases.filter(kind.ends).map { SQLValue.text($0.rawValue) }
            let isStanding = "m.state IN (\(sql.bind(states)))"
            return kind.signs.map { sign in
                let pattern = sql.bind(.text("%;\(sign);%"))
                return "(\(isStanding) AND (';' || p.reasons || ';') LIKE \(pattern))"
            }
        }
        let isLikely = signs.isEmpty ? "1 = 0" : signs.joined(separator: " OR ")
        return """
            \(isInScope) AND p.standing IN ('refused', 'insured') AND (\(isLikely))
            """
    }
}
