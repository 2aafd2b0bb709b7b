import Civic

/// The accounts of some funds and the transfers that stand on them: the rules of the ledger, in one
/// place. May hold a part of a larger ledger, as long as it has every account and every transfer
/// that a new set speaks of.
///
/// Debits equal credits at any time, because every entry changes one account of each side by the
/// same amounts. No account holds less than nothing, pending money that leaves counted as gone.
package struct Book: Sendable {
    private var balances: [AccountName: Balance]
    private(set) var entries: [String: StandingEntry]

    package init(accounts: [LedgerAccount] = [], entries: [StandingEntry] = []) {
        balances = Dictionary(uniqueKeysWithValues: accounts.map { ($0.name, $0.balance) })
        self.entries = Dictionary(uniqueKeysWithValues: entries.map { ($0.entry.key, $0) })
    }

    /// Opens the accounts of a fund, empty; does nothing when they are open.
    package mutating func open(_ fund: String) {
        for kind in AccountKind.allCases {
            let name = AccountName(fund: fund, kind: kind)
            if balances[name] == nil { balances[name] = .zero }
        }
    }

    /// All accounts in order of their names.
    package var accounts: [LedgerAccount] {
        balances.map { LedgerAccount(name: $0.key, balance: $0.value) }.sorted { $0.name < $1.name }
    }

    package subscript(_ name: AccountName) -> Balance? { balances[name] }

    package subscript(_ key: String) -> StandingEntry? { entries[key] }

    /// Does all of `transfers`, one after the other, or nothing.
    ///
    /// - Returns: what is new, in order. Transfers that stand already are passed over.
    package mutating func apply(_ transfers: [Transfer]) throws(Refusal) -> [Entry] {
        let before = balances
        var added: [Entry] = []
        added.reserveCapacity(transfers.count)
        for (position, transfer) in transfers.enumerated() {
            do throws(LedgerFault) {
                guard let entry = try entry(of: transfer) else { continue }
                try move(entry)
                keep(entry)
                added.append(entry)
            } catch {
                balances = before
                for entry in added.reversed() { forget(entry) }
                throw Refusal(position: position, fault: error)
            }
        }
        return added
    }

    private mutating func keep(_ entry: Entry) {
        entries[entry.key] = StandingEntry(entry: entry, resolution: nil)
        if let original = entry.original { entries[original]?.resolution = entry.kind }
    }

    private mutating func forget(_ entry: Entry) {
        entries[entry.key] = nil
        if let original = entry.original { entries[original]?.resolution = nil }
    }

    private mutating func move(_ entry: Entry) throws(LedgerFault) {
        let (debited, credited) = (entry.debited, entry.credited)
        guard var debit = balances[debited], var credit = balances[credited] else {
            throw .fundUnknown
        }
        debit.debitsPosted += entry.posted
        debit.debitsPending += entry.pending
        credit.creditsPosted += entry.posted
        credit.creditsPending += entry.pending
        guard debit.free(entry.debit) >= .zero, credit.free(entry.credit) >= .zero else {
            throw .belowZero
        }
        guard debit.isWithinBounds, credit.isWithinBounds else { throw .totalTooLarge }
        balances[debited] = debit
        balances[credited] = credit
    }
}
