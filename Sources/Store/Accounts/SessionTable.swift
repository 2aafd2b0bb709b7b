import Civic
import Crypto

/// Rows of the table of sessions.
enum SessionTable {
    /// 32 random bytes as text.
    static func secret() -> String {
        Base64.addressText(SymmetricKey(size: .bits256).bytes)
    }

    static func hash(_ token: String) -> SQLValue {
        .bytes(Array(SHA256.hash(data: Array(token.utf8))))
    }

    static func session(_ token: String, _ reader: any SQLReader) throws(Problem) -> Session? {
        try reader.first(
            """
            SELECT s.csrf, s.created_at, s.seen_at, s.expires_at, \(AccountTable.columns)
            FROM session s JOIN account c ON c.id = s.account_id WHERE s.token_hash = $1
            """, [hash(token)]
        ) { fields throws(Problem) in
            let csrf = fields.text()
            let created = Instant(milliseconds: fields.integer())
            let seen = Instant(milliseconds: fields.integer())
            let expires = Instant(milliseconds: fields.integer())
            return Session(
                account: try AccountTable.account(&fields), csrf: csrf, createdAt: created,
                seenAt: seen, expiresAt: expires)
        }
    }

    static func insert(
        _ started: StartedSession, _ writer: any SQLWriter
    ) throws(Problem) {
        let session = started.session
        try writer.execute(
            """
            INSERT INTO session (token_hash, account_id, csrf, created_at, seen_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            """,
            [
                hash(started.token), SQLValue(session.account.id), .text(session.csrf),
                .integer(session.createdAt.milliseconds), .integer(session.seenAt.milliseconds),
                .integer(session.expiresAt.milliseconds),
            ])
    }

    static func endAll(of account: Account, _ writer: any SQLWriter) throws(Problem) {
        try writer.execute("DELETE FROM session WHERE account_id = $1", [SQLValue(account.id)])
    }
}
