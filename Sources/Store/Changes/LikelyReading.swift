import Civic
import Crypto
import Programme

/// Members whom the latest lists refuse.
struct LikelyReading {
    let signs: LikelySigns
    let scope: Scope
    let reader: any SQLReader

    static let source = """
        member m LEFT JOIN person_alias l ON l.number = m.number
        JOIN person p ON p.number = COALESCE(l.survivor, m.number)
        """

    /// Whom and what the lists speak of, apart from what was set aside.
    struct Found {
        let number: String
        let person: String
        let kind: String
        let reasons: [String]
        let verdicts: [RuleVerdict]
        let evidence: String
    }

    /// In order of names. Of somebody of whom several kinds are likely, the first that nobody has set
    /// aside.
    func found() throws(Problem) -> [Found] {
        var sql = SQLText()
        let condition = condition(&sql)
        let dismissed = try LikelyTable.known(reader)
        return try reader.all(
            """
            SELECT m.number, m.state, p.number, p.reasons, p.evidence
            FROM \(LikelyReading.source) WHERE \(condition) ORDER BY m.name_key, m.number
            """, sql.values
        ) { fields throws(Problem) in
            let number = fields.text()
            let state = try MemberTable.state(fields.text())
            let person = fields.text()
            let reasons = fields.text().split(separator: ";").map(String.init)
            let verdicts = try Evidence.verdicts(fields.text())
            return signs.policy.likely(reasons, state).map { kind in
                found(kind, number: number, person: person, reasons, verdicts)
            }.first { !dismissed.contains(LikelyTable.Key($0)) }
        }.compactMap(\.self)
    }

    private func found(
        _ kind: ChangeKind, number: String, person: String, _ reasons: [String],
        _ verdicts: [RuleVerdict]
    ) -> Found {
        let said = signs.verdicts(of: kind, reasons, verdicts)
        let words = kind.signs.filter { reasons.contains($0) }
        let lines = said.map { verdict in
            [verdict.rule, verdict.datum, verdict.agency, verdict.day?.iso].map { $0 ?? "" }
                .joined(separator: "\t")
        }
        let text = ([kind.id, person, words.joined(separator: ";")] + lines.sorted())
            .joined(separator: "\n")
        return Found(
            number: number, person: person, kind: kind.id, reasons: reasons, verdicts: said,
            evidence: Hexadecimal.text(Array(SHA256.hash(data: Array(text.utf8)))))
    }

    private func condition(_ sql: inout SQLText) -> String {
        let isInScope = scope.memberCondition(on: "m", &sql)
        var likely: [String] = []
        for kind in signs.policy.kinds where !kind.signs.isEmpty {
            let states = MemberState.allCases.filter(kind.ends).map { SQLValue.text($0.rawValue) }
            let isStanding = "m.state IN (\(sql.bind(states)))"
            for sign in kind.signs {
                let pattern = sql.bind(.text("%;\(sign);%"))
                likely.append("(\(isStanding) AND (';' || p.reasons || ';') LIKE \(pattern))")
            }
        }
        let isLikely = likely.isEmpty ? "1 = 0" : likely.joined(separator: " OR ")
        return """
            \(isInScope) AND p.standing IN ('refused', 'insured') AND (\(isLikely))
            """
    }
}
