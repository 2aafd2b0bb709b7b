package import Civic
package import Programme

/// Asking RWs which of their candidates work, on paper or by a link.
extension CityStore {
    /// How many people one list holds: what somebody can answer in one sitting.
    package static let roundPeopleMax = 300
    private static let roundsShown = 100

    /// RWs in `scope` with candidates that wait for their word, in order of place and number.
    package func wards(in scope: Scope, at now: Instant) async throws(Problem) -> [Ward] {
        try await engine.read { reader throws(Problem) in
            try WardReading(scope: scope, now: now, reader: reader).wards()
        }
    }

    /// Whom the next list of an RW would hold.
    package func wardCandidates(
        of village: PlaceCode, rw: Int, in scope: Scope, at now: Instant
    ) async throws(Problem) -> [WardCandidate] {
        try await engine.read { reader throws(Problem) in
            try WardReading(scope: scope, now: now, reader: reader).candidates(
                of: village, rw: rw, isFieldOnly: false, limit: CityStore.roundPeopleMax)
        }
    }

    /// The name that was given for an RW last time.
    package func lastWitness(
        of village: PlaceCode, rw: Int, in scope: Scope
    ) async throws(Problem) -> String? {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let isHere = """
                r.village = \(sql.bind(.text(village.description)))
                AND r.rw = \(sql.bind(SQLValue(rw)))
                """
            let isInScope = scope.roundCondition(on: "r", &sql)
            return try reader.first(
                """
                SELECT r.witness FROM confirmation_round r WHERE \(isHere) AND \(isInScope)
                ORDER BY r.id DESC LIMIT 1
                """, sql.values
            ) { fields in fields.text() }
        }
    }

    /// The latest lists in `scope`, newest first.
    package func rounds(in scope: Scope) async throws(Problem) -> [RoundSummary] {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let condition = scope.roundCondition(on: "r", &sql)
            return try RoundTable.summaries(
                where: condition, sql.values, limit: CityStore.roundsShown, reader)
        }
    }

    /// A list with its people; nil unless it lies in `scope`.
    package func round(_ id: Int, in scope: Scope) async throws(Problem) -> Round? {
        try await engine.read { reader throws(Problem) in
            guard let summary = try RoundTable.summary(id, in: scope, reader) else { return nil }
            return Round(
                summary: summary, members: try RoundTable.members(of: id, reader),
                link: try RoundLinkTable.current(of: id, reader))
        }
    }

    /// Puts everybody of an RW in `scope` who waits on a list; nil when nobody does. For `days` they
    /// stand on no other. The act needs a key: a repeated request gets the list of the first one.
    package func makeRound(
        _ new: NewRound, in scope: Scope, days: Int, by act: Act
    ) async throws(Problem) -> Int? {
        guard let key = act.key else { preconditionFailure("a list is made under a key") }
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "round.make", writer) else {
                return try writer.first(
                    "SELECT id FROM confirmation_round WHERE key = $1", [.text(key)]
                ) { fields in fields.int() }
            }
            let people = try WardReading(scope: scope, now: act.at, reader: writer).candidates(
                of: new.village, rw: new.rw, isFieldOnly: new.isFieldOnly,
                limit: CityStore.roundPeopleMax)
            guard !people.isEmpty else { return nil }
            let id = try RoundTable.insert(
                new, people, until: act.at + Int64(days) * RoundLinkTable.dayLength, by: act,
                key: key, writer)
            try journal.append(
                "round.make", RoundAnswering.subject(id),
                [
                    "village": new.village.description, "rw": String(new.rw),
                    "people": String(people.count),
                ], by: act, to: writer)
            return id
        }
    }

    /// Ends a list: its links open nothing any more, and whoever was not answered waits again.
    /// False unless it lies in `scope`.
    package func closeRound(
        _ id: Int, in scope: Scope, by act: Act
    ) async throws(Problem) -> Bool {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard let round = try RoundTable.summary(id, in: scope, writer) else { return false }
            guard round.closedAt == nil else { return true }
            try writer.execute(
                "UPDATE confirmation_round SET closed_at = $2 WHERE id = $1",
                [SQLValue(id), .integer(act.at.milliseconds)])
            try RoundLinkTable.revoke(of: id, at: act.at, writer)
            try journal.append("round.close", RoundAnswering.subject(id), by: act, to: writer)
            return true
        }
    }

    /// Keeps what came back on paper, as far as it is new; nil unless the list lies in `scope`.
    ///
    /// - Returns: the list as it is answered then.
    package func answerRound(
        _ id: Int, _ words: [RoundWord], in scope: Scope, _ policy: VerificationPolicy, by act: Act
    ) async throws(Problem) -> RoundSummary? {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard let round = try RoundTable.summary(id, in: scope, writer) else { return nil }
            guard round.closedAt == nil else { throw RoundAnswering.closed() }
            guard try RequestKeys.claim(act, "round.answer", writer) else { return round }
            return try RoundAnswering(policy: policy, journal: journal, writer: writer)
                .keep(words, of: round, .paper, by: act)
        }
    }
}
