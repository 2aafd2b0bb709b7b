/// Somebody signed in.
package struct Session: Sendable, Hashable {
    /// Names the session in lists, and is no help to whoever wants to take it over.
    package let id: String
    package let account: Account
    /// What forms must send back, so that no other site can send them.
    package let csrf: String
    package let createdAt: Instant
    package let seenAt: Instant
    package let expiresAt: Instant
    /// Browser and system as they were told, for its owner to recognise it.
    package let device: String
    /// Only the password was given: the second factor is still asked, and nothing else is allowed.
    package let isHalf: Bool
    /// Whether the city insists on second factors where a role needs one.
    package let insistsOnFactor: Bool
}

/// A session just begun. The token goes into the browser's cookie and is kept nowhere; the store
/// has only its hash.
package struct StartedSession: Sendable {
    package let token: String
    package let session: Session
}
