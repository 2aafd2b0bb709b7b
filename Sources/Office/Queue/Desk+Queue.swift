package import Civic
import Programme
package import Store

/// One page of the queue, and how far the work is.
package struct QueueView: Sendable {
    package let list: CaseList
    package let progress: QueueProgress
}

/// How far the work is, and when it will be done at the speed of whoever does it.
package struct QueueProgress: Sendable {
    package let counts: QueueCounts
    /// Nil as long as too little is known of the speed, and when nothing is left.
    package let end: Instant?

    init(_ counts: QueueCounts, at now: Instant) {
        self.counts = counts
        let pace = counts.waiting > 0 ? Pace(counts.moments) : nil
        let time = pace?.time(for: counts.waiting)
        end = time.flatMap { $0 < QueueProgress.foresight ? now + $0 : nil }
    }

    /// Beyond thirty days nobody can tell.
    private static let foresight: Int64 = 30 * 86_400_000
}

/// What became of a decision, and how the case stands now.
package struct QueueReply: Sendable {
    package let outcome: CaseOutcome
    /// Nil when there is no such case for the viewer.
    package let now: QueueCase?
    package let progress: QueueProgress
    /// Name of whoever decided first, where that is the outcome.
    package let rival: String?
}

extension Desk {
    /// One page of the cases that wait for the viewer's decision.
    package func queue(
        matching filter: CaseFilter, at position: PagePosition, for viewer: Viewer
    ) async throws(Problem) -> QueueView {
        let scope = try viewer.scope(for: .verify)
        return QueueView(
            list: try await store.cases(
                matching: filter, in: scope, at: position, limit: Desk.pageSize),
            progress: try await progress(in: scope, of: viewer))
    }

    /// Nil when there is no such case in the viewer's reach.
    package func caseFile(
        _ number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> CaseFile? {
        try await store.caseFile(number, in: try viewer.scope(for: .verify))
    }

    /// How far a person's verification is, for whoever may see the person.
    package func verification(
        of number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> CaseFile? {
        try await store.caseFile(number, in: try viewer.scope(for: .seePeople))
    }

    /// Decides one case. The key makes a repeated request harmless.
    package func decide(
        _ decision: CaseDecision, key: String, for viewer: Viewer
    ) async throws(Problem) -> QueueReply {
        let scope = try viewer.scope(for: .verify)
        try requireReason(of: decision)
        let outcomes = try await store.decide(
            [decision], in: scope, region.verification, by: act(viewer, key))
        return try await reply(outcomes.first ?? .unknown, decision.number, scope, viewer)
    }

    /// Decides several cases, each for itself.
    package func decide(
        _ decisions: [CaseDecision], key: String, for viewer: Viewer
    ) async throws(Problem) -> [CaseOutcome] {
        let scope = try viewer.scope(for: .verify)
        for decision in decisions { try requireReason(of: decision) }
        return try await store.decide(
            decisions, in: scope, region.verification, by: act(viewer, key))
    }

    /// Takes back the latest decision about one case.
    package func undoDecision(
        about number: PersonNumber, seen: Int, key: String, for viewer: Viewer
    ) async throws(Problem) -> QueueReply {
        let scope = try viewer.scope(for: .verify)
        let outcome = try await store.undoDecision(
            about: number, seen: seen, in: scope, region.verification, by: act(viewer, key))
        return try await reply(outcome, number, scope, viewer)
    }

    /// Takes back the viewer's own latest decision, whichever case it was about.
    package func undoLast(key: String, for viewer: Viewer) async throws(Problem) -> QueueReply {
        let scope = try viewer.scope(for: .verify)
        guard
            let undone = try await store.undoLast(
                in: scope, region.verification, by: act(viewer, key))
        else {
            return QueueReply(
                outcome: .tooLate, now: nil, progress: try await progress(in: scope, of: viewer),
                rival: nil)
        }
        return try await reply(.done(version: undone.version), undone.number, scope, viewer)
    }

    /// Cases among these that lie in the viewer's reach, by name.
    package func cases(
        _ numbers: [PersonNumber], for viewer: Viewer
    ) async throws(Problem) -> [QueueCase] {
        let scope = try viewer.scope(for: .verify)
        return try await store.queueCases(numbers, in: scope)
    }

    private func act(_ viewer: Viewer, _ key: String) -> Act {
        let login = viewer.account.login
        // Keys are made by browsers: two accounts must not meet in one.
        return Act(actor: login, at: .now(), key: "\(login) \(key)")
    }

    private func reply(
        _ outcome: CaseOutcome, _ number: PersonNumber, _ scope: Scope, _ viewer: Viewer
    ) async throws(Problem) -> QueueReply {
        var rival: String?
        if case .conflict(let event) = outcome {
            rival = try await store.accountNames(of: [event.actor])[event.actor] ?? event.actor
        }
        return QueueReply(
            outcome: outcome, now: try await store.queueCase(number, in: scope),
            progress: try await progress(in: scope, of: viewer), rival: rival)
    }

    private func progress(
        in scope: Scope, of viewer: Viewer
    ) async throws(Problem) -> QueueProgress {
        let now = Instant.now()
        let counts = try await store.queueCounts(
            in: scope, of: viewer.account.login, since: .start(of: .jakarta(at: now)))
        return QueueProgress(counts, at: now)
    }

    /// Only the reasons that the city lets a kelurahan give.
    private func requireReason(of decision: CaseDecision) throws(Problem) {
        guard case .refuse(let reason) = decision.step,
            !region.verification.refusalReasons.contains(reason)
        else { return }
        throw Problem(
            .input, "refusal-reason",
            Phrase("Pilih alasan penolakan.", en: "Choose the reason for refusing."),
            do: Phrase("Kembali, lalu pilih satu alasan.", en: "Go back and choose one reason."))
    }
}

extension Instant {
    /// Midnight in Asia/Jakarta.
    static func start(of day: Day) -> Instant {
        Instant(milliseconds: (Int64(day.number) * 24 - 7) * 3_600_000)
    }
}
