package import Civic
package import Ledger

extension CityStore {
    /// Opens the accounts of a fund, empty; does nothing when they are open. `fund` is the id of the
    /// fund and its year, as `apbd-2026`.
    package func openFund(_ fund: String, by act: Act) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "ledger.open", writer) else { return }
            guard try LedgerAccounts.open(fund, at: act.at, writer) else { return }
            try journal.append("ledger.open", fund, by: act, to: writer)
        }
    }

    /// Does all of `transfers`, one after the other, or nothing, together with the event that tells
    /// of it. Transfers that stand already are passed over, so that a set can be handed in again.
    ///
    /// - Throws: the problem of the first transfer that cannot be done, as ``LedgerFault`` names it.
    @discardableResult
    package func post(
        _ transfers: [Transfer], by act: Act
    ) async throws(Problem) -> LedgerReceipt {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, LedgerPosting.verb, writer) else {
                return LedgerReceipt(set: nil, done: 0, repeated: transfers.count)
            }
            return try LedgerPosting(
                transfers: transfers, act: act, journal: journal, writer: writer
            ).run()
        }
    }

    /// The accounts of `fund`, or of all funds, in order of their names.
    package func ledgerAccounts(of fund: String? = nil) async throws(Problem) -> [LedgerAccount] {
        try await engine.read { reader throws(Problem) in
            try LedgerReading.accounts(of: fund.map { [$0] }, reader)
        }
    }

    /// The latest transfers before number `before` (nil: the very latest), newest first.
    package func ledgerLines(
        matching filter: LedgerFilter = LedgerFilter(), before: Int? = nil, limit: Int
    ) async throws(Problem) -> [LedgerLine] {
        try await engine.read { reader throws(Problem) in
            try LedgerReading.lines(matching: filter, before: before, limit: limit, reader)
        }
    }

    /// The transfer with this key; nil when there is none.
    package func ledgerLine(key: String) async throws(Problem) -> LedgerLine? {
        try await engine.read { reader throws(Problem) in
            try LedgerReading.lines([key], reader).first
        }
    }

    /// Adds up all transfers anew and compares them with the journal and with every balance.
    package func checkLedger() async throws(Problem) -> LedgerCheck {
        try await engine.read { reader throws(Problem) in
            var verifier = LedgerVerifier()
            return try verifier.check(reader)
        }
    }
}
