package import Store

/// What somebody who gave a password has to do before anything else is allowed.
package enum SignInStep: Sendable, Hashable, CaseIterable {
    /// Give the second factor.
    case factor
    /// Change a password that somebody else has seen.
    case password
    /// Set up the second factor that the role needs.
    case setUp
}

extension Desk {
    /// Nil when nothing is left to do.
    package func step(_ session: Session) -> SignInStep? {
        if session.isHalf { return .factor }
        if session.account.mustChangePassword { return .password }
        let needsFactor = access.role(session.account.role)?.needsSecondFactor ?? false
        if needsFactor, session.insistsOnFactor, !session.account.hasSecondFactor { return .setUp }
        return nil
    }

    /// The account of a session with what it may do; nil while a step of signing in is left, and for a
    /// role that is not in the table.
    package func viewer(_ session: Session) -> Viewer? {
        step(session) == nil ? Viewer(session.account, access) : nil
    }

    package var rules: SignInRules { access.signIn }
}
