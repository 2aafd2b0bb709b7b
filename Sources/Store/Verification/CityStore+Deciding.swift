package import Civic
package import Programme

extension CityStore {
    /// How many decisions one call takes: a page of them.
    package static let decisionsMax = 500

    /// Keeps decisions about candidates, each for itself: those that come too late, or lack what
    /// they need, are told and harm no other.
    ///
    /// There may be ``decisionsMax`` of them, about different candidates. `scope` tells about whom
    /// may be decided. Returned is what became of each, in their order; a repeated request is told
    /// what the first one did, as far as nothing was decided since.
    package func decide(
        _ decisions: [CaseDecision], in scope: Scope, _ policy: VerificationPolicy, by act: Act
    ) async throws(Problem) -> [CaseOutcome] {
        precondition(decisions.count <= CityStore.decisionsMax, "a page of decisions at most")
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let histories = try CaseTable.histories(
                of: decisions.map(\.number), in: scope, writer)
            guard try RequestKeys.claim(act, "verification.decide", writer) else {
                return decisions.map { decision in
                    histories[decision.number.text].map { .done(version: $0.version) } ?? .unknown
                }
            }
            var events: [(number: String, event: CaseEvent)] = []
            let outcomes = try decisions.map { decision throws(Problem) -> CaseOutcome in
                let number = decision.number.text
                guard let history = histories[number] else { return .unknown }
                guard history.version == decision.seen else {
                    return try CaseEvents.all(of: number, writer).last.map { .conflict($0) }
                        ?? .unknown
                }
                guard let event = decision.event(after: history, by: act) else {
                    return .workMissing
                }
                events.append((number, event))
                return .done(version: event.seq)
            }
            try CaseTable.append(events, policy, writer)
            for (number, event) in events {
                try journal.append(
                    "verification.\(event.kind.rawValue)", number, event.journalDetail, by: act,
                    to: writer)
            }
            return outcomes
        }
    }

    /// Takes back the latest decision about a candidate, as long as the policy allows.
    package func undoDecision(
        about number: PersonNumber, seen: Int, in scope: Scope, _ policy: VerificationPolicy,
        by act: Act
    ) async throws(Problem) -> CaseOutcome {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let histories = try CaseTable.histories(of: [number], in: scope, writer)
            guard let history = histories[number.text] else { return .unknown }
            guard try RequestKeys.claim(act, "verification.undo", writer) else {
                return .done(version: history.version)
            }
            let events = try CaseEvents.all(of: number.text, writer)
            guard let last = events.last else { return .tooLate }
            guard history.version == seen else { return .conflict(last) }
            guard let undo = CaseEvent.undo(events, policy, by: act) else { return .tooLate }
            try CaseTable.append([(number.text, undo)], policy, writer)
            try journal.append(
                "verification.undo", number.text, undo.journalDetail, by: act, to: writer)
            return .done(version: undo.seq)
        }
    }

    /// Everything that was decided about a candidate, oldest first.
    package func caseEvents(
        about number: PersonNumber, in scope: Scope
    ) async throws(Problem) -> [CaseEvent] {
        try await engine.read { reader throws(Problem) in
            let isKnown = try !CaseTable.histories(of: [number], in: scope, reader).isEmpty
            return isKnown ? try CaseEvents.all(of: number.text, reader) : []
        }
    }
}

extension CaseEvent {
    /// What takes back the latest event that still counts; nil when there is none, or when it lies
    /// too far back.
    static func undo(
        _ events: [CaseEvent], _ policy: VerificationPolicy, by act: Act
    ) -> CaseEvent? {
        var counting: [CaseEvent] = []
        for event in events {
            if let undone = event.undoes {
                counting.removeAll { $0.seq == undone }
            } else {
                counting.append(event)
            }
        }
        guard let latest = counting.popLast(), let last = events.last,
            act.at < latest.at + Int64(policy.undoMinutes) * 60_000
        else { return nil }
        return CaseEvent(
            seq: last.seq + 1, kind: .undo, reason: nil, witness: nil, undoes: latest.seq,
            state: counting.last?.state ?? .open, work: counting.last?.work, actor: act.actor,
            at: act.at)
    }

    /// What the journal tells besides who and when.
    var journalDetail: [String: String] {
        var detail = ["seq": String(seq), "state": state.rawValue]
        detail["reason"] = reason
        detail["work"] = work?.rawValue
        detail["undoes"] = undoes.map { String($0) }
        return detail
    }
}
