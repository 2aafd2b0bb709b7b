/// Somebody signed in.
package struct Session: Sendable, Hashable {
    package let account: Account
    /// What forms must send back, so that no other site can send them.
    package let csrf: String
    package let createdAt: Instant
    package let seenAt: Instant
    package let expiresAt: Instant
}

/// A session just begun. The token goes into the browser's cookie and is kept nowhere; the store
/// has only its hash.
package struct StartedSession: Sendable {
    package let token: String
    package let session: Session
}
