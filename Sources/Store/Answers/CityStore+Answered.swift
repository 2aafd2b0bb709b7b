package import Civic
package import Programme

extension CityStore {
    /// How an agency answered so far; what was taken back does not count.
    package func answerCounts(_ ask: AgencyAsk) async throws(Problem) -> AnswerCounts {
        try await engine.read { reader throws(Problem) in
            var counts = AnswerCounts()
            try reader.scan(
                """
                SELECT answer, COUNT(*) FROM confirmation_now WHERE source = $1 GROUP BY answer
                """, [.text(ask.source)]
            ) { row throws(Problem) in
                let count = Int(row.integer(1))
                switch Confirmation.Answer(rawValue: row.text(0)) {
                case .yes: counts.yes = count
                case .no: counts.no = count
                case .unknown: counts.unknown = count
                case .withdrawn, nil: break
                }
            }
            return counts
        }
    }

    /// An agency's answers, latest first, from behind `cursor` on.
    package func answers(
        _ ask: AgencyAsk, after cursor: AnswerCursor? = nil, limit: Int
    ) async throws(Problem) -> [GivenAnswer] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let source = sql.bind(.text(ask.source))
            var behind = ""
            if let cursor {
                let at = sql.bind(.integer(cursor.at.milliseconds))
                let number = sql.bind(.text(cursor.number))
                behind = " AND (n.at < \(at) OR (n.at = \(at) AND n.number > \(number)))"
            }
            return try reader.all(
                """
                SELECT n.number, p.name, n.answer, n.actor, n.at,
                (SELECT MAX(f.basis) FROM confirmation f
                WHERE f.number = n.number AND f.source = n.source AND f.at = n.at)
                FROM confirmation_now n JOIN person p ON p.number = n.number
                WHERE n.source = \(source)\(behind)
                ORDER BY n.at DESC, n.number LIMIT \(limit)
                """, sql.values
            ) { fields throws(Problem) in
                let (number, name) = (fields.text(), fields.text())
                guard let answer = Confirmation.Answer(rawValue: fields.text()) else {
                    throw Problem.storeDamaged("confirmation_now.answer")
                }
                return GivenAnswer(
                    number: number, name: name, answer: answer, actor: fields.text(),
                    at: Instant(milliseconds: fields.integer()), basis: fields.optionalText())
            }
        }
    }

    /// What `actor` answered last for the agency, as long as it can be taken back at `now`.
    package func lastAnswer(
        _ ask: AgencyAsk, by actor: String, at now: Instant
    ) async throws(Problem) -> LastAnswer? {
        try await engine.read { reader throws(Problem) in
            let earliest = now + -Int64(ask.policy.undoMinutes) * 60_000
            let found = try reader.first(
                """
                SELECT f.at, COUNT(*), MIN(f.number), MIN(f.answer)
                FROM confirmation f JOIN confirmation_now n
                ON n.number = f.number AND n.source = f.source AND n.at = f.at
                WHERE f.actor = $1 AND f.at > $2 AND f.source = $3 AND n.answer <> 'withdrawn'
                GROUP BY f.at ORDER BY f.at DESC LIMIT 1
                """,
                [.text(actor), .integer(earliest.milliseconds), .text(ask.source)]
            ) { fields in
                (
                    at: Instant(milliseconds: fields.integer()), count: fields.int(),
                    number: fields.text(), answer: fields.text()
                )
            }
            guard let found else { return nil }
            let isOne = found.count == 1
            return LastAnswer(
                at: found.at, count: found.count, number: isOne ? found.number : nil,
                answer: isOne ? Confirmation.Answer(rawValue: found.answer) : nil)
        }
    }
}

/// An agency that must answer about somebody, and what it said.
package struct AskedAgency: Sendable, Hashable {
    package let agency: String
    /// Nil while it has not.
    package let answer: Confirmation.Answer?
    package let at: Instant?
    package let basis: String?
}

/// All that agencies are asked about one candidate.
package struct CaseQuestions: Sendable, Hashable {
    package let standing: CaseStanding
    package let due: Day
    package let agencies: [AskedAgency]

    package init(standing: CaseStanding, due: Day, agencies: [AskedAgency]) {
        self.standing = standing
        self.due = due
        self.agencies = agencies
    }
}

extension CityStore {
    /// What agencies are asked about a candidate, with their answers; nil when there is no such
    /// candidate in `scope`.
    package func caseQuestions(
        about number: PersonNumber, in scope: Scope, _ policy: VerificationPolicy
    ) async throws(Problem) -> CaseQuestions? {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            var all = ["c.number = \(sql.bind(.text(number.text)))"]
            if let condition = scope.caseCondition(on: "c", &sql) { all.append(condition) }
            let found = try reader.first(
                """
                SELECT c.standing, c.due, c.occupation FROM verification_case c
                WHERE \(all.joined(separator: " AND "))
                """, sql.values
            ) { fields in (fields.text(), fields.int(), fields.optionalText()) }
            guard let (text, due, occupation) = found else { return nil }
            guard let standing = CaseStanding(rawValue: text) else {
                throw Problem.storeDamaged("verification_case.standing")
            }
            let given = try CaseWords.all(about: [number.text], reader)[number.text] ?? []
            let agencies = policy.agencies(for: occupation).map { agency in
                let word = given.first {
                    $0.source == Confirmation.agency(agency) && $0.answer != .withdrawn
                }
                return AskedAgency(
                    agency: agency, answer: word?.answer, at: word?.at, basis: word?.basis)
            }
            return CaseQuestions(
                standing: standing, due: Day(number: Int32(clamping: due)), agencies: agencies)
        }
    }
}
