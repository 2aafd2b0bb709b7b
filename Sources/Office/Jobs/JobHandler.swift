package import Civic
package import Store

/// How one kind of work is done. May be done twice where a node dies at its end, so that a
/// repetition must do no harm.
package protocol JobHandler: Sendable {
    var kind: JobKind { get }

    /// The latest occurrence that is due at `instant`; nil when none is.
    func occurrence(at instant: Instant) -> NewJob?

    /// Whether doing the work again soon cannot help.
    func isFinal(_ problem: Problem) -> Bool

    /// Does the work, and stops early when its task is cancelled. Never on the runner itself, whose
    /// beats must go on meanwhile.
    @concurrent func run(_ desk: JobDesk) async throws(Problem)
}

extension JobHandler {
    package func isFinal(_ problem: Problem) -> Bool { false }
}

/// What a handler works with.
package struct JobDesk: Sendable {
    package let store: CityStore
    package let claim: JobClaim
    package let clock: any JobClock

    /// Who does the work and when; a repetition under the same key changes nothing.
    package func act() -> Act {
        Act(actor: "sigap", at: clock.now(), key: "job \(claim.key)")
    }

    /// Notes how far the work has come, for a node that has to go on with it.
    ///
    /// - Throws: `job-lost` when another node does it already.
    package func note(_ progress: String) async throws(Problem) {
        guard try await store.note(progress, of: claim) else { throw Problem.jobLost() }
    }
}

extension Problem {
    static func jobLost() -> Problem {
        Problem(
            .conflict, "job-lost",
            Phrase(
                "Pekerjaan ini sudah diambil alih server lain.",
                en: "Another node has taken this job over."),
            do: Phrase("Tidak perlu tindakan.", en: "Nothing needs to be done."))
    }
}
