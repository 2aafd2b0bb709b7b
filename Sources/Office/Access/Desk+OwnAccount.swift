package import Civic
package import Store

/// What everybody may do with the account they are signed in to. A change of password or second
/// factor ends all its sessions, and begins a new one for whoever made it.
extension Desk {
    /// - Throws: `password-wrong` unless `password` is the account's.
    package func confirm(
        _ password: String, of account: Account
    ) async throws(Problem) {
        let found = try await store.account(login: account.login, password: password)
        guard found?.id == account.id else {
            throw Problem(
                .input, "password-wrong",
                Phrase("Kata sandi lama salah.", en: "The old password is wrong."),
                do: Phrase("Ketik kata sandi yang sekarang.", en: "Type the password of now."))
        }
    }

    /// - Throws: `password-short`.
    package func requireLength(of password: String) throws(Problem) {
        guard password.count < rules.passwordLength else { return }
        let length = rules.passwordLength
        throw Problem(
            .input, "password-short",
            Phrase(
                "Kata sandi baru kurang dari \(length) huruf.",
                en: "The new password has fewer than \(length) characters."),
            do: Phrase(
                "Pakai beberapa kata yang mudah Anda ingat.",
                en: "Use a few words that you can remember."))
    }

    /// - Throws: `password-wrong`, `password-short`, `password-same`.
    package func changePassword(
        of session: Session, from old: String, to new: String
    ) async throws(Problem) -> StartedSession {
        try requireLength(of: new)
        try await confirm(old, of: session.account)
        guard new != old, new.lowercased() != session.account.login else {
            throw Problem(
                .input, "password-same",
                Phrase(
                    "Kata sandi baru sama dengan yang lama atau dengan nama pengguna.",
                    en: "The new password is the old one or the user name."),
                do: Phrase("Pilih yang lain.", en: "Choose another one."))
        }
        let now = Instant.now()
        return try await store.changePassword(
            of: session.account.login, to: new, until: sessionEnd(now), device: session.device,
            by: Act(actor: session.account.login, at: now))
    }

    /// Makes a secret for an app.
    package func draftApp(for session: Session) async throws(Problem) {
        let login = session.account.login
        try await store.draftApp(of: login, by: Act(actor: login, at: .now()))
    }

    /// The secret that waits for its first code, as letters that can be typed.
    package func appDraft(of session: Session) async throws(Problem) -> String? {
        try await store.appDraft(of: session.account.login).map(Base32.text)
    }

    /// Nil when the code is not the one that the app shows now.
    package func confirmApp(
        of session: Session, code: String
    ) async throws(Problem) -> StartedSession? {
        let now = Instant.now()
        return try await store.confirmApp(
            of: session.account.login, code: code.filter { !$0.isWhitespace },
            until: sessionEnd(now), device: session.device,
            by: Act(actor: session.account.login, at: now))
    }

    /// A new list of codes; nil when it was made under the same key before, since a list is shown once.
    package func printCodes(
        for session: Session, key: String?
    ) async throws(Problem) -> (codes: [String], started: StartedSession)? {
        let now = Instant.now()
        return try await store.printCodes(
            of: session.account.login, count: rules.codes, until: sessionEnd(now),
            device: session.device, by: Act(actor: session.account.login, at: now, key: key))
    }

    package func ownSessions(_ session: Session) async throws(Problem) -> [Session] {
        try await store.sessions(
            of: session.account.login, at: .now(), idleLimit: Desk.length(rules.idleMinutes))
    }

    /// Ends one of the account's own sessions, or all but this one.
    package func endOwnSessions(_ session: Session, id: String?) async throws(Problem) {
        let login = session.account.login
        let act = Act(actor: login, at: .now())
        if let id {
            try await store.endSession(id, of: login, by: act)
        } else {
            try await store.endSessions(of: login, but: session.id, by: act)
        }
    }
}
