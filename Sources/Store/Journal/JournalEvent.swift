/// Something that was done: who, when, what and to what. Nothing in it may tell a NIK, a telephone
/// number or the like.
package struct JournalEvent: Sendable, Hashable {
    /// Counted from 1 without gaps.
    package let id: Int
    package let at: Instant
    /// Login of the user, or the name of the program's part.
    package let actor: String
    /// Stable, as `run.import`, `nik.reveal`.
    package let verb: String
    /// What it was done to: a SIGAP number, a login, a file; empty for the whole city.
    package let subject: String
    package let detail: [String: String]
}

/// Who does something, when, and under which request key.
///
/// A key makes a verb safe to repeat: the second call with the same key changes nothing. Nil where a
/// repetition does no harm.
package struct Act: Sendable, Hashable {
    package let actor: String
    package let at: Instant
    package let key: String?

    package init(actor: String, at: Instant, key: String? = nil) {
        self.actor = actor
        self.at = at
        self.key = key
    }
}
