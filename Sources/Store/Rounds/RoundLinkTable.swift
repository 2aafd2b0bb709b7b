import Civic
import Crypto

/// Rows of the tables of links and of the browsers in which they were opened.
enum RoundLinkTable {
    /// Milliseconds.
    static let dayLength: Int64 = 86_400_000

    struct Row {
        let id: Int
        let round: Int
        let mark: [UInt8]
        let wrong: Int
        let expiresAt: Instant
        let isRevoked: Bool
    }

    /// What is kept of a code. It is keyed by the link, of which the store has only a hash: whoever
    /// has the store alone cannot try out the ten thousand codes.
    static func mark(of code: String, _ token: String) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Array(code.utf8), using: key(token)))
    }

    static func fits(_ code: String, _ token: String, _ row: Row) -> Bool {
        HMAC<SHA256>.isValidAuthenticationCode(
            row.mark, authenticating: Array(code.utf8), using: key(token))
    }

    private static func key(_ token: String) -> SymmetricKey {
        SymmetricKey(data: Array(token.utf8))
    }

    static func row(_ token: String, _ reader: any SQLReader) throws(Problem) -> Row? {
        try reader.first(
            """
            SELECT l.id, l.round_id, l.code_mark, l.wrong, l.expires_at,
            COALESCE(l.revoked_at, r.closed_at)
            FROM round_link l JOIN confirmation_round r ON r.id = l.round_id
            WHERE l.token_hash = $1
            """, [SessionTable.hash(token)]
        ) { fields in
            Row(
                id: fields.int(), round: fields.int(), mark: fields.bytes(), wrong: fields.int(),
                expiresAt: Instant(milliseconds: fields.integer()),
                isRevoked: fields.optionalInt() != nil)
        }
    }

    /// The link of a list that was not taken back.
    static func current(of round: Int, _ reader: any SQLReader) throws(Problem) -> RoundLink? {
        try reader.first(
            """
            SELECT expires_at, wrong FROM round_link WHERE round_id = $1 AND revoked_at IS NULL
            ORDER BY id DESC LIMIT 1
            """, [SQLValue(round)]
        ) { fields in
            RoundLink(expiresAt: Instant(milliseconds: fields.integer()), wrong: fields.int())
        }
    }

    static func insert(
        _ token: String, _ code: String, of round: Int, until expiry: Instant, at now: Instant,
        _ writer: any SQLWriter
    ) throws(Problem) {
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM round_link") + 1
        try writer.execute(
            """
            INSERT INTO round_link
            (id, round_id, token_hash, code_mark, wrong, created_at, expires_at)
            VALUES ($1, $2, $3, $4, 0, $5, $6)
            """,
            [
                SQLValue(id), SQLValue(round), SessionTable.hash(token),
                .bytes(mark(of: code, token)), .integer(now.milliseconds),
                .integer(expiry.milliseconds),
            ])
    }

    /// Takes back all links of a list, and shuts the browsers in which they are open. Returns how
    /// many links there were.
    @discardableResult
    static func revoke(
        of round: Int, at now: Instant, _ writer: any SQLWriter
    ) throws(Problem) -> Int {
        try writer.execute(
            """
            DELETE FROM round_session
            WHERE link_id IN (SELECT id FROM round_link WHERE round_id = $1)
            """, [SQLValue(round)])
        return try writer.execute(
            "UPDATE round_link SET revoked_at = $2 WHERE round_id = $1 AND revoked_at IS NULL",
            [SQLValue(round), .integer(now.milliseconds)])
    }

    // MARK: Browsers

    static func startSession(
        of link: Row, _ session: StartedRoundSession, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO round_session (token_hash, link_id, csrf, expires_at)
            VALUES ($1, $2, $3, $4)
            """,
            [
                SessionTable.hash(session.token), SQLValue(link.id),
                .text(SessionTable.secret()), .integer(link.expiresAt.milliseconds),
            ])
    }

    /// What forms of this browser must send back; nil when the link was not opened in it.
    static func csrf(
        of session: String?, _ link: Row, _ reader: any SQLReader
    ) throws(Problem) -> String? {
        guard let session else { return nil }
        return try reader.first(
            "SELECT csrf FROM round_session WHERE token_hash = $1 AND link_id = $2",
            [SessionTable.hash(session), SQLValue(link.id)]
        ) { fields in fields.text() }
    }
}
