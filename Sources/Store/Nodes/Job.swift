/// Work to be done once, by whichever node takes it.
package struct NewJob: Sendable, Hashable {
    package let kind: String
    /// One for each occurrence, as `journal.root:2026-11-26`: the same work is never put down twice.
    package let key: String
    /// What the work needs to know. Nothing personal: it stands in the store unsealed.
    package let payload: [String: String]
    package let runAfter: Instant

    package init(kind: String, key: String, payload: [String: String] = [:], runAfter: Instant) {
        self.kind = kind
        self.key = key
        self.payload = payload
        self.runAfter = runAfter
    }
}

package enum JobState: String, Sendable, CaseIterable {
    case waiting
    case running
    case done
    /// Tried too often.
    case failed
}

/// The right of one node to do one job, until another node takes it over.
package struct JobClaim: Sendable, Hashable {
    package let key: String
    package let kind: String
    package let payload: [String: String]
    /// Rises with every claim of the job. Whoever comes with an older one holds it no longer.
    package let fence: Int
    /// How often the job was begun, this time included.
    package let attempts: Int
    /// How far it came before; empty at first.
    package let progress: String
}

/// What shows that a job is still held: the beat moves as long as its node lives.
///
/// Nobody's clock decides whether a lease has lapsed. Whoever wants the job watches, by his own
/// clock that no one can put back, whether the beat stands still: so clocks that differ or jump
/// cannot take a job away from a living node, nor keep that of a dead one for ever.
package struct JobLease: Sendable, Hashable {
    package let key: String
    package let fence: Int
    package let beat: Int

    package init(key: String, fence: Int, beat: Int) {
        self.key = key
        self.fence = fence
        self.beat = beat
    }
}

/// A job as an administrator sees it.
package struct JobRecord: Sendable, Hashable {
    package let key: String
    package let kind: String
    package let state: JobState
    package let runAfter: Instant
    package let attempts: Int
    /// Which node has it.
    package let node: String?
    package let progress: String
    /// Code of the problem that ended the last attempt.
    package let fault: String?
    package let createdAt: Instant
    package let finishedAt: Instant?
}
