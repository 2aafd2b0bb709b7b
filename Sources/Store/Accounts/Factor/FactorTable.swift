import Civic

/// What the table of accounts holds about second factors.
struct FactorTable {
    let account: Account
    let sealer: Sealer

    /// Seals with the key that the store names now, which may be changing.
    init(_ account: Account, _ sealer: Sealer, _ reader: any SQLReader) throws(Problem) {
        self.account = account
        self.sealer = try sealer.named(by: reader)
    }

    // MARK: The app

    func putDraft(_ secret: [UInt8], _ writer: any SQLWriter) throws(Problem) {
        try writer.execute(
            "UPDATE account SET draft_sealed = $1 WHERE id = $2",
            [.bytes(try sealer.seal(secret, .factorDraft, row: account.id)), id])
    }

    func draft(_ reader: any SQLReader) throws(Problem) -> [UInt8]? {
        try opened("draft_sealed", .factorDraft, reader)
    }

    /// Makes the draft the app's secret. The code that proved it, of step `step`, is used up.
    func confirm(
        _ secret: [UInt8], step: Int64, at instant: Instant, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            UPDATE account SET app_sealed = $1, app_since = $2, app_step = $3, draft_sealed = NULL
            WHERE id = $4
            """,
            [
                .bytes(try sealer.seal(secret, .factor, row: account.id)),
                .integer(instant.milliseconds), .integer(step), id,
            ])
    }

    /// Whether the app shows this code now; then it is used up.
    func takeAppCode(
        _ typed: String, at instant: Instant, _ writer: any SQLWriter
    ) throws(Problem) -> Bool {
        guard let secret = try opened("app_sealed", .factor, writer) else { return false }
        let used = try writer.first("SELECT app_step FROM account WHERE id = $1", [id]) { fields in
            fields.optionalInt().map { Int64($0) }
        }
        guard
            let step = TimeCode.step(of: typed, secret, at: instant, after: used ?? nil)
        else { return false }
        try writer.execute(
            "UPDATE account SET app_step = $1 WHERE id = $2", [.integer(step), id])
        return true
    }

    private func opened(
        _ column: String, _ kind: Sealer.Column, _ reader: any SQLReader
    ) throws(Problem) -> [UInt8]? {
        let box = try reader.first("SELECT \(column) FROM account WHERE id = $1", [id]) { fields in
            fields.optionalBytes()
        }
        guard let box, let box else { return nil }
        return try sealer.open(box, kind, row: account.id)
    }

    // MARK: Printed codes

    static func salt(_ account: Account, _ reader: any SQLReader) throws(Problem) -> [UInt8]? {
        try reader.first("SELECT codes_salt FROM account WHERE id = $1", [SQLValue(account.id)]) {
            fields in fields.optionalBytes()
        } ?? nil
    }

    /// In place of all codes from before.
    func putCodes(
        _ hashes: [[UInt8]], salt: [UInt8], at instant: Instant, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute("DELETE FROM account_code WHERE account_id = $1", [id])
        try writer.insert(
            into: "account_code", ["account_id", "hash", "used_at"],
            hashes.flatMap { [id, .bytes($0), .null] })
        try writer.execute(
            "UPDATE account SET codes_salt = $1, codes_since = $2 WHERE id = $3",
            [.bytes(salt), .integer(instant.milliseconds), id])
    }

    /// Whether this is an unused code; then it is used up.
    func takeCode(
        _ hash: [UInt8], at instant: Instant, _ writer: any SQLWriter
    ) throws(Problem) -> Bool {
        try writer.execute(
            """
            UPDATE account_code SET used_at = $1
            WHERE account_id = $2 AND hash = $3 AND used_at IS NULL
            """, [.integer(instant.milliseconds), id, .bytes(hash)]) == 1
    }

    func removeAll(_ writer: any SQLWriter) throws(Problem) {
        try writer.execute("DELETE FROM account_code WHERE account_id = $1", [id])
        try writer.execute(
            """
            UPDATE account SET app_sealed = NULL, app_since = NULL, app_step = NULL,
            draft_sealed = NULL, codes_salt = NULL, codes_since = NULL WHERE id = $1
            """, [id])
    }

    private var id: SQLValue { SQLValue(account.id) }
}
