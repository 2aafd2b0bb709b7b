package import Civic
package import Programme

extension CityStore {
    /// Takes back the latest decision of whoever acts that still counts, as long as the policy
    /// allows. A repeated request is told about whom the first one was.
    package func undoLast(
        in scope: Scope, _ policy: VerificationPolicy, by act: Act
    ) async throws(Problem) -> (number: PersonNumber, version: Int)? {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "verification.undo", writer) else {
                return try LastDecision.undone(by: act.actor, writer)
            }
            guard let found = try LastDecision.find(policy, by: act, writer) else { return nil }
            let number = PersonNumber(known: found.number)
            guard try CaseTable.histories(of: [number], in: scope, writer).count == 1 else {
                return nil
            }
            try CaseTable.append([found], policy, writer)
            try journal.append(
                "verification.undo", found.number, found.event.journalDetail, by: act, to: writer)
            return (number, found.event.seq)
        }
    }
}

private enum LastDecision {
    /// What takes back the actor's latest event that nobody took back or decided over.
    static func find(
        _ policy: VerificationPolicy, by act: Act, _ reader: any SQLReader
    ) throws(Problem) -> (number: String, event: CaseEvent)? {
        let start = act.at + -Int64(policy.undoMinutes) * 60_000
        let own = try reader.all(
            """
            SELECT e.number, e.seq FROM verification_event e
            WHERE e.actor = $1 AND e.at > $2 AND e.kind <> 'undo'
            AND NOT EXISTS (SELECT 1 FROM verification_event u
                WHERE u.number = e.number AND u.undoes = e.seq)
            ORDER BY e.at DESC, e.id DESC
            """, [.text(act.actor), .integer(start.milliseconds)]
        ) { fields in (number: fields.text(), seq: fields.int()) }
        for (number, seq) in own {
            let events = try CaseEvents.all(of: number, reader)
            if let undo = CaseEvent.undo(events, policy, by: act), undo.undoes == seq {
                return (number, undo)
            }
        }
        return nil
    }

    static func undone(
        by actor: String, _ reader: any SQLReader
    ) throws(Problem) -> (number: PersonNumber, version: Int)? {
        try reader.first(
            """
            SELECT number, seq FROM verification_event WHERE actor = $1 AND kind = 'undo'
            ORDER BY at DESC, id DESC LIMIT 1
            """, [.text(actor)]
        ) { fields in (PersonNumber(known: fields.text()), fields.int()) }
    }
}
