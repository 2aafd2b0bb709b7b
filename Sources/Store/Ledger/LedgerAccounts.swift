import Civic
import Ledger

/// Rows of the table of accounts.
enum LedgerAccounts {
    /// Opens the accounts of a fund, empty; false when they are open.
    @discardableResult
    static func open(
        _ fund: String, at instant: Instant, _ writer: any SQLWriter
    ) throws(Problem) -> Bool {
        guard try LedgerReading.accounts(of: [fund], writer).isEmpty else { return false }
        let rows = AccountKind.allCases.flatMap { kind -> [SQLValue] in
            [.text(fund), .text(kind.rawValue), .integer(instant.milliseconds), 0, 0, 0, 0, 0]
        }
        try writer.insert(
            into: "ledger_account",
            [
                "fund", "kind", "opened_at", "debits_posted", "debits_pending", "credits_posted",
                "credits_pending", "last_set",
            ], rows)
        return true
    }
}
