import Civic
import Crypto

/// Rows of the table of sessions.
enum SessionTable {
    /// 32 random bytes as text.
    static func secret() -> String {
        Base64.addressText(SymmetricKey(size: .bits256).bytes)
    }

    static func digest(_ token: String) -> [UInt8] {
        Array(SHA256.hash(data: Array(token.utf8)))
    }

    static func hash(_ token: String) -> SQLValue { .bytes(digest(token)) }

    /// The beginning of the hash: the token cannot be found from it.
    static func id(of hash: [UInt8]) -> String { Hexadecimal.text(Array(hash.prefix(8))) }

    private static let columns = """
        s.token_hash, s.csrf, s.created_at, s.seen_at, s.expires_at, s.device, s.is_half,
        COALESCE((SELECT value FROM setting WHERE name = '\(Setting.secondFactor.rawValue)'), ''),
        \(AccountTable.columns)
        """

    static func session(_ token: String, _ reader: any SQLReader) throws(Problem) -> Session? {
        try reader.first(
            """
            SELECT \(columns) FROM session s JOIN account c ON c.id = s.account_id
            WHERE s.token_hash = $1
            """, [hash(token)], session)
    }

    /// The latest first.
    static func sessions(
        of account: Account, _ reader: any SQLReader
    ) throws(Problem) -> [Session] {
        try reader.all(
            """
            SELECT \(columns) FROM session s JOIN account c ON c.id = s.account_id
            WHERE s.account_id = $1 ORDER BY s.seen_at DESC, s.created_at DESC
            """, [SQLValue(account.id)], session)
    }

    private static func session(_ fields: inout SQLFields) throws(Problem) -> Session {
        let (id, csrf) = (id(of: fields.bytes()), fields.text())
        let created = Instant(milliseconds: fields.integer())
        let seen = Instant(milliseconds: fields.integer())
        let expires = Instant(milliseconds: fields.integer())
        let (device, isHalf) = (fields.text(), fields.int() == 1)
        let rule = SecondFactorRule(kept: fields.text())
        return Session(
            id: id, account: try AccountTable.account(&fields), csrf: csrf, createdAt: created,
            seenAt: seen, expiresAt: expires, device: device, isHalf: isHalf,
            insistsOnFactor: rule == .required)
    }

    /// Begins a session with a token of its own.
    static func start(
        for account: Account, until expiry: Instant, device: String, isHalf: Bool, at now: Instant,
        _ writer: any SQLWriter
    ) throws(Problem) -> StartedSession {
        let (token, csrf) = (secret(), secret())
        try writer.execute(
            """
            INSERT INTO session
            (token_hash, account_id, csrf, created_at, seen_at, expires_at, is_half, device)
            VALUES ($1, $2, $3, $4, $4, $5, $6, $7)
            """,
            [
                hash(token), SQLValue(account.id), .text(csrf), .integer(now.milliseconds),
                .integer(expiry.milliseconds), SQLValue(isHalf ? 1 : 0), .text(device),
            ])
        guard let session = try session(token, writer) else {
            throw Problem.storeDamaged("session")
        }
        return StartedSession(token: token, session: session)
    }

    static func endAll(of account: Account, _ writer: any SQLWriter) throws(Problem) {
        try writer.execute("DELETE FROM session WHERE account_id = $1", [SQLValue(account.id)])
    }

    static func end(_ token: String, _ writer: any SQLWriter) throws(Problem) {
        try writer.execute("DELETE FROM session WHERE token_hash = $1", [hash(token)])
    }

    /// Ends those of the account whose id fits; returns how many.
    static func end(
        of account: Account, _ writer: any SQLWriter, where fits: (String) -> Bool
    ) throws(Problem) -> Int {
        let hashes = try writer.all(
            "SELECT token_hash FROM session WHERE account_id = $1", [SQLValue(account.id)]
        ) { fields in fields.bytes() }.filter { fits(id(of: $0)) }
        for hash in hashes {
            try writer.execute("DELETE FROM session WHERE token_hash = $1", [.bytes(hash)])
        }
        return hashes.count
    }
}
