package import Civic
import Crypto

/// Second factors: an app that shows codes, and codes on paper.
extension CityStore {
    /// A new secret for the app of an account. It counts once a code of it was typed, see
    /// ``confirmApp(of:code:until:device:by:)``.
    package func draftApp(of login: String, by act: Act) async throws(Problem) {
        let secret = SymmetricKey(size: .init(bitCount: TimeCode.secretSize * 8)).bytes
        let (journal, sealer) = (journal, sealer)
        try await engine.write { writer throws(Problem) in
            let account = try AccountTable.known(login, writer)
            try FactorTable(account, sealer, writer).putDraft(secret, writer)
            try journal.append("factor.draft", account.login, by: act, to: writer)
        }
    }

    /// The secret that waits for its first code; nil when there is none.
    package func appDraft(of login: String) async throws(Problem) -> [UInt8]? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let account = try AccountTable.known(login, reader)
            return try FactorTable(account, sealer, reader).draft(reader)
        }
    }

    /// Makes the drafted secret that of the account's app, and its sessions one new one; nil when the
    /// code is not of now.
    package func confirmApp(
        of login: String, code: String, until expiry: Instant, device: String, by act: Act
    ) async throws(Problem) -> StartedSession? {
        let (journal, sealer) = (journal, sealer)
        return try await engine.write { writer throws(Problem) in
            let account = try AccountTable.known(login, writer)
            let factor = try FactorTable(account, sealer, writer)
            guard let secret = try factor.draft(writer),
                let step = TimeCode.step(of: code, secret, at: act.at, after: nil)
            else { return nil }
            try factor.confirm(secret, step: step, at: act.at, writer)
            try journal.append("factor.app", account.login, by: act, to: writer)
            return try renew(account, until: expiry, device, act, writer)
        }
    }

    /// Gives an account a new list of codes, which replaces an older one, and makes its sessions one
    /// new one. Nil when that was done under the same key before: a list is shown once.
    package func printCodes(
        of login: String, count: Int, until expiry: Instant, device: String, by act: Act
    ) async throws(Problem) -> (codes: [String], started: StartedSession)? {
        let codes = (0..<count).map { _ in PrintedCode.random() }
        let salt = Array(SymmetricKey(size: .bits128).bytes.prefix(Passwords.saltSize))
        let hashes = try await passwords.hashes(codes.map(PrintedCode.normal), salt: salt)
        let (journal, sealer) = (journal, sealer)
        let started = try await engine.write { writer throws(Problem) -> StartedSession? in
            let account = try AccountTable.known(login, writer)
            guard try RequestKeys.claim(act, "factor.codes", writer) else { return nil }
            try FactorTable(account, sealer, writer)
                .putCodes(hashes, salt: salt, at: act.at, writer)
            try journal.append(
                "factor.codes", account.login, ["codes": "\(count)"], by: act, to: writer)
            return try renew(account, until: expiry, device, act, writer)
        }
        return started.map { (codes, $0) }
    }

    /// Turns the half session of `token` into a whole one with another token, when the code is one of
    /// the account's app or of its list; nil when it is none. A code is taken once.
    package func passFactor(
        token: String, code typed: String, until expiry: Instant, at instant: Instant
    ) async throws(Problem) -> StartedSession? {
        let half = try await engine.read { reader throws(Problem) in
            try SessionTable.session(token, reader).map { session throws(Problem) in
                (session, try FactorTable.salt(session.account, reader))
            }
        }
        guard let (session, salt) = half, session.isHalf else { return nil }
        let isApp = TimeCode.isForm(typed)
        var hash: [UInt8]?
        if !isApp, let salt {
            hash = try await passwords.hashes([PrintedCode.normal(typed)], salt: salt).first
        }
        let (journal, sealer, hashed) = (journal, sealer, hash)
        return try await engine.write { writer throws(Problem) in
            guard let session = try SessionTable.session(token, writer), session.isHalf else {
                return nil
            }
            let factor = try FactorTable(session.account, sealer, writer)
            let act = Act(actor: session.account.login, at: instant)
            var fits = false
            if let hashed {
                fits = try factor.takeCode(hashed, at: instant, writer)
            } else if isApp {
                fits = try factor.takeAppCode(typed, at: instant, writer)
            }
            guard fits else {
                try journal.append("factor.refused", act.actor, by: act, to: writer)
                return nil
            }
            try SessionTable.end(token, writer)
            let started = try SessionTable.start(
                for: session.account, until: expiry, device: session.device, isHalf: false,
                at: instant, writer)
            try journal.append(
                "session.start", act.actor, ["factor": isApp ? "app" : "code"], by: act,
                to: writer)
            return started
        }
    }

    /// Takes an account's app and codes away and ends its sessions, for whoever lost them.
    package func resetFactor(of login: String, by act: Act) async throws(Problem) {
        let sealer = sealer
        try await change(login, "factor.reset", by: act) { account, writer throws(Problem) in
            try FactorTable(account, sealer, writer).removeAll(writer)
            try SessionTable.endAll(of: account, writer)
        }
    }

    /// Ends all sessions of an account and begins a new one for whoever just proved to be it.
    func renew(
        _ account: Account, until expiry: Instant, _ device: String, _ act: Act,
        _ writer: any SQLWriter
    ) throws(Problem) -> StartedSession {
        try SessionTable.endAll(of: account, writer)
        return try SessionTable.start(
            for: account, until: expiry, device: device, isHalf: false, at: act.at, writer)
    }
}
