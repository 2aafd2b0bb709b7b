package import Civic
import Jamsostek
import Ledger

extension CityStore {
    /// All funds in order of their ids, with what they hold.
    package func funds() async throws(Problem) -> [FundBalance] {
        try await engine.read { reader throws(Problem) in
            let accounts = Dictionary(grouping: try LedgerReading.accounts(of: nil, reader)) {
                $0.name.fund
            }
            return try FundTable.all(reader).map { fund in
                FundBalance(fund: fund, accounts: accounts[fund.id] ?? [])
            }
        }
    }

    /// Opens a fund, with nothing in it yet.
    ///
    /// - Throws: `fund-exists` when there is one with this id.
    package func openFund(_ fund: Fund, by act: Act) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "fund.open", writer) else { return }
            let known = try writer.integer(
                "SELECT COUNT(*) FROM fund WHERE id = $1", [.text(fund.id)])
            guard known == 0 else { throw Problem.fundExists(fund.id) }
            try FundTable.insert(fund, by: act, writer)
            try LedgerAccounts.open(fund.id, at: act.at, writer)
            try journal.append(
                "fund.open", fund.id,
                ["source": fund.source.rawValue, "group": fund.workerGroup], by: act, to: writer)
        }
    }

    /// Notes that money was given to a fund. `note` is what proves it, without personal data; `key`
    /// names this gift and no other, so that nothing is done twice.
    package func allot(
        _ amount: Rupiah, to fund: String, note: String, key: String, by act: Act
    ) async throws(Problem) {
        try await post(
            [
                Transfer(
                    "allotment \(fund) \(key)",
                    .post(Movement(fund: fund, .allotment, amount)), note: note)
            ], by: act)
    }
}

extension Problem {
    fileprivate static func fundExists(_ id: String) -> Problem {
        Problem(
            .conflict, "fund-exists",
            Phrase("Sumber dana \(id) sudah ada.", en: "There is a fund \(id) already."),
            do: Phrase(
                "Pakai yang sudah ada, atau beri kode lain.",
                en: "Use that one, or choose another code."))
    }
}
