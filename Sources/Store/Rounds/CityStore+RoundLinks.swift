package import Civic
package import Programme

/// Links with which an RW answers a list on a telephone.
extension CityStore {
    /// Makes a link to a list, good for `days`, and takes back those before.
    package func issueRoundLink(
        _ id: Int, in scope: Scope, days: Int, by act: Act
    ) async throws(Problem) -> RoundLinkOutcome {
        let journal = journal
        let link = IssuedRoundLink(
            token: SessionTable.secret(),
            code: NumberText.padded(Int.random(in: 0...9999), to: 4),
            expiresAt: act.at + Int64(days) * RoundLinkTable.dayLength)
        return try await engine.write { writer throws(Problem) in
            guard let round = try RoundTable.summary(id, in: scope, writer) else {
                return .unknown
            }
            guard round.closedAt == nil else { throw RoundAnswering.closed() }
            guard try RequestKeys.claim(act, "round.link", writer) else { return .repeated }
            try RoundLinkTable.revoke(of: id, at: act.at, writer)
            try RoundLinkTable.insert(
                link.token, link.code, of: id, until: link.expiresAt, at: act.at, writer)
            try writer.execute(
                "UPDATE confirmation_round SET expires_at = $2 WHERE id = $1",
                [SQLValue(id), .integer(link.expiresAt.milliseconds)])
            try journal.append("round.link", RoundAnswering.subject(id), by: act, to: writer)
            return .issued(link)
        }
    }

    /// Takes back the links to a list; it can still be keyed in. False unless it lies in `scope`.
    package func revokeRoundLink(
        _ id: Int, in scope: Scope, by act: Act
    ) async throws(Problem) -> Bool {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RoundTable.summary(id, in: scope, writer) != nil else { return false }
            if try RoundLinkTable.revoke(of: id, at: act.at, writer) > 0 {
                try journal.append("round.revoke", RoundAnswering.subject(id), by: act, to: writer)
            }
            return true
        }
    }

    /// What the link leads to in the browser that bears `session`.
    package func roundDoor(
        _ token: String, session: String?, _ policy: VerificationPolicy, at now: Instant
    ) async throws(Problem) -> RoundDoor {
        try await engine.read { reader throws(Problem) in
            try RoundLinks(policy: policy, now: now, reader: reader).door(token, session)
        }
    }

    /// Opens a link with its code.
    ///
    /// Wrong codes count for the link, from wherever they come: four digits are no secret from
    /// somebody who may go on trying elsewhere.
    package func openRound(
        _ token: String, code: String, _ policy: VerificationPolicy, at now: Instant
    ) async throws(Problem) -> RoundOpening {
        // Whoever may not type any more costs a look only.
        let before = try await roundDoor(token, session: nil, policy, at: now)
        guard case .shut = before else { return .refused(before) }
        let journal = journal
        let secret = SessionTable.secret()
        return try await engine.write { writer throws(Problem) in
            guard let link = try RoundLinkTable.row(token, writer) else {
                return .refused(.unknown)
            }
            if let obstacle = link.obstacle(tries: policy.linkTries, at: now) {
                return .refused(obstacle)
            }
            let act = Act(actor: RoundLinks.actor(link.round), at: now)
            let subject = RoundAnswering.subject(link.round)
            if RoundLinkTable.fits(code, token, link) {
                let session = StartedRoundSession(token: secret, expiresAt: link.expiresAt)
                try RoundLinkTable.startSession(of: link, session, writer)
                try journal.append("round.open", subject, by: act, to: writer)
                return .opened(session)
            }
            try writer.execute(
                "UPDATE round_link SET wrong = wrong + 1 WHERE id = $1", [SQLValue(link.id)])
            let left = policy.linkTries - link.wrong
            guard left <= 0 else { return .wrong(left: left) }
            try journal.append("round.lock", subject, by: act, to: writer)
            return .refused(.locked)
        }
    }

    /// Keeps what was tapped in the browser that bears `session`; nil when the link is not open in
    /// it any more. A `key` makes it safe to send again.
    package func answerRound(
        _ token: String, session: String, _ words: [RoundWord], _ policy: VerificationPolicy,
        at now: Instant, key: String?
    ) async throws(Problem) -> RoundSummary? {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            let links = RoundLinks(policy: policy, now: now, reader: writer)
            guard case .open(let round, _) = try links.door(token, session) else { return nil }
            let id = round.summary.id
            let act = Act(
                actor: RoundLinks.actor(id), at: now,
                key: key.map { "\(RoundAnswering.subject(id)) \($0)" })
            guard try RequestKeys.claim(act, "round.tap", writer) else { return round.summary }
            return try RoundAnswering(policy: policy, journal: journal, writer: writer)
                .keep(words, of: round.summary, .link, by: act)
        }
    }
}

/// Looks behind links.
struct RoundLinks {
    let policy: VerificationPolicy
    let now: Instant
    let reader: any SQLReader

    /// In the journal, in the place of a login.
    static func actor(_ round: Int) -> String { "rw-link-\(round)" }

    func door(_ token: String, _ session: String?) throws(Problem) -> RoundDoor {
        guard let link = try RoundLinkTable.row(token, reader) else { return .unknown }
        let obstacle = link.obstacle(tries: policy.linkTries, at: now)
        // Somebody else's wrong codes do not shut out whoever is in already.
        if obstacle == nil || obstacle == .locked,
            let csrf = try RoundLinkTable.csrf(of: session, link, reader),
            let summary = try RoundTable.summary(link.round, in: .city, reader)
        {
            return .open(
                Round(
                    summary: summary, members: try RoundTable.members(of: link.round, reader),
                    link: RoundLink(expiresAt: link.expiresAt, wrong: link.wrong)), csrf: csrf)
        }
        if let obstacle { return obstacle }
        return .shut(left: link.wrong == 0 ? nil : policy.linkTries + 1 - link.wrong)
    }
}
