/// What a link leads to.
package enum RoundDoor: Sendable, Hashable {
    /// There is no such link.
    case unknown
    /// It was taken back, or a newer one was made.
    case replaced
    case expired
    /// The code was typed wrongly too often, from wherever.
    case locked
    /// The code has to be typed; so many wrong ones are left, nil when none was typed yet.
    case shut(left: Int?)
    /// The list, and what forms must send back.
    case open(Round, csrf: String)
}

/// What became of a code that was typed.
package enum RoundOpening: Sendable, Hashable {
    case opened(StartedRoundSession)
    case wrong(left: Int)
    /// Nothing can be typed here.
    case refused(RoundDoor)
}

/// A link opened in a browser. The token goes into its cookie and is kept nowhere.
package struct StartedRoundSession: Sendable, Hashable {
    package let token: String
    package let expiresAt: Instant
}

/// A link that was just made. It is shown once and kept nowhere.
package struct IssuedRoundLink: Sendable, Hashable {
    package let token: String
    /// Four digits that are handed over on paper.
    package let code: String
    package let expiresAt: Instant
}

/// What became of the wish for a link.
package enum RoundLinkOutcome: Sendable, Hashable {
    case issued(IssuedRoundLink)
    /// The same request made one before, which is not shown again.
    case repeated
    case unknown
}

extension RoundLinkTable.Row {
    /// Nil when the code may be typed; `tries` wrong ones after the first.
    func obstacle(tries: Int, at now: Instant) -> RoundDoor? {
        if isRevoked { return .replaced }
        if expiresAt <= now { return .expired }
        return wrong > tries ? .locked : nil
    }
}
