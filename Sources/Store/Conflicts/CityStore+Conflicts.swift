package import Civic
package import Programme

/// A candidate about whom those who were asked disagree.
package struct ConflictRecord: Sendable {
    package let person: PersonSummary
    package let due: Day
    /// The version of the case, to be given back with the settlement.
    package let version: Int
    /// The kelurahan's decision, and the answer about work with it.
    package let decision: CaseEvent?
    package let words: [CaseWord]
}

package struct ConflictList: Sendable {
    package let conflicts: [ConflictRecord]
    package let total: Int
    /// The number of the last one, where the list goes on.
    package let next: String?
}

/// How a disagreement ends.
package enum Settlement: Sendable, Hashable {
    /// The candidate stays approved.
    case uphold
    /// With the code of the reason.
    case refuse(reason: String)
    /// Those who object are asked anew.
    case askAgain
}

extension CityStore {
    /// Candidates in `scope` about whom there is disagreement, by name.
    package func conflicts(
        in scope: Scope, after number: String? = nil, limit: Int
    ) async throws(Problem) -> ConflictList {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            var all = ["c.standing = 'conflict'"]
            if let condition = scope.caseCondition(on: "c", &sql) { all.append(condition) }
            let whole = all.joined(separator: " AND ")
            let total = try reader.integer(
                "SELECT COUNT(*) FROM verification_case c WHERE \(whole)", sql.values)
            if let number {
                let place = sql.bind(.text(number))
                all.append(
                    """
                    (c.name_key, c.number) >
                    (SELECT k.name_key, k.number FROM verification_case k WHERE k.number = \(place))
                    """)
            }
            let found = try ConflictReading(sealer: try sealer.named(by: reader)).all(
                all.joined(separator: " AND "), sql, limit: limit + 1, reader)
            let page = Array(found.prefix(limit))
            return ConflictList(
                conflicts: page, total: total,
                next: found.count > limit ? page.last?.person.number : nil)
        }
    }

    /// Ends the disagreement about a candidate in `scope`, or asks anew.
    ///
    /// - Returns: `unknown` without such a candidate, `tooLate` where nobody disagrees any more.
    package func settle(
        _ number: PersonNumber, seen: Int, _ settlement: Settlement, in scope: Scope,
        _ policy: VerificationPolicy, by act: Act
    ) async throws(Problem) -> CaseOutcome {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let histories = try CaseTable.histories(of: [number], in: scope, writer)
            guard let history = histories[number.text] else { return .unknown }
            guard try RequestKeys.claim(act, "conflict.settle", writer) else {
                return .done(version: history.version)
            }
            let events = try CaseEvents.all(of: number.text, writer)
            guard history.version == seen else {
                return events.last.map { .conflict($0) } ?? .unknown
            }
            let standing = try writer.first(
                "SELECT standing FROM verification_case WHERE number = $1", [.text(number.text)]
            ) { fields in fields.text() }
            guard standing == CaseStanding.conflict.rawValue else { return .tooLate }
            return try Settling(
                number: number, history: history, policy: policy, journal: journal, writer: writer
            ).settle(settlement, by: act)
        }
    }
}

/// Reads candidates with all that was said about them.
struct ConflictReading {
    let sealer: Sealer

    func all(
        _ condition: String, _ sql: SQLText, limit: Int, _ reader: any SQLReader
    ) throws(Problem) -> [ConflictRecord] {
        let summaries = SummaryReading(sealer: sealer)
        let found = try reader.all(
            """
            SELECT c.due, c.version, \(SummaryReading.columns)
            FROM verification_case c JOIN person p ON p.number = c.number
            WHERE \(condition) ORDER BY c.name_key, c.number LIMIT \(limit)
            """, sql.values
        ) { fields throws(Problem) in
            let (due, version) = (Day(number: Int32(clamping: fields.int())), fields.int())
            return (due: due, version: version, person: try summaries.summary(&fields).person)
        }
        let words = try CaseWords.all(about: found.map(\.person.number), reader)
        return try found.map { entry throws(Problem) in
            let number = entry.person.number
            return ConflictRecord(
                person: entry.person, due: entry.due, version: entry.version,
                decision: try CaseEvents.all(of: number, reader).last,
                words: (words[number] ?? []).filter { $0.answer != .withdrawn })
        }
    }
}

/// Carries a settlement out inside a transaction.
private struct Settling {
    let number: PersonNumber
    let history: CaseHistory
    let policy: VerificationPolicy
    let journal: JournalWriter
    let writer: any SQLWriter

    func settle(_ settlement: Settlement, by act: Act) throws(Problem) -> CaseOutcome {
        let how: String
        var version = history.version
        switch settlement {
        case .uphold:
            how = "uphold"
            try say([(Confirmation.manager, .yes)], by: act)
        case .refuse(let reason):
            how = "refuse"
            version = try decide(.refuse(reason: reason), by: act)
        case .askAgain:
            how = "ask-again"
            let words = try ConfirmationTable.all(about: [number.text], writer).map(\.word)
            try say(words.filter { $0.answer == .no }.map { ($0.source, .withdrawn) }, by: act)
            // Nobody asks the RW but for a case that is checked in the field.
            let isAboutWork =
                history.work == .not
                || words.contains { $0.source == Confirmation.rw && $0.answer == .no }
            if isAboutWork { version = try decide(.field, by: act) }
        }
        try journal.append(
            "conflict.settle", number.text, ["how": how], by: act, to: writer)
        return .done(version: version)
    }

    private func say(
        _ words: [(source: String, answer: Confirmation.Answer)], by act: Act
    ) throws(Problem) {
        try Confirming(policy: policy, journal: journal, writer: writer).keep(
            words.map { word in
                NewConfirmation(
                    number: number, source: word.source, answer: word.answer, channel: .desk)
            }, by: act)
    }

    private func decide(_ step: CaseDecision.Step, by act: Act) throws(Problem) -> Int {
        let decision = CaseDecision(number: number, seen: history.version, step: step)
        guard let event = decision.event(after: history, by: act) else { return history.version }
        try CaseTable.append([(number.text, event)], policy, writer)
        try journal.append(
            "verification.\(event.kind.rawValue)", number.text, event.journalDetail, by: act,
            to: writer)
        return event.seq
    }
}
