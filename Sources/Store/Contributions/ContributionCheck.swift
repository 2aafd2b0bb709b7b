package import Civic
import Ledger

extension CityStore {
    /// Bills that do not add up to their people, and funds whose ledger sets aside another sum than
    /// their months; nothing when all agree. Names are `bill 12` and `fund apbd-2026`.
    package func checkContributions() async throws(Problem) -> [String] {
        try await engine.read { reader throws(Problem) in
            let bills = try reader.all(
                """
                SELECT b.id FROM bill b LEFT JOIN (
                    SELECT bill_id, COUNT(*) AS people, SUM(amount) AS amount FROM cover_month
                    WHERE bill_id IS NOT NULL GROUP BY bill_id) c ON c.bill_id = b.id
                WHERE b.state <> 'void' AND (b.people <> COALESCE(c.people, 0)
                OR b.amount <> COALESCE(c.amount, 0)) ORDER BY b.id
                """, []
            ) { fields in "bill \(fields.int())" }
            let sums = try reader.all(
                """
                SELECT fund, SUM(committed) FROM cover_month
                WHERE state IN ('promised', 'billed') GROUP BY fund
                """, []
            ) { fields in (fund: fields.text(), sum: Rupiah(fields.integer())) }
            let months = Dictionary(uniqueKeysWithValues: sums.map { ($0.fund, $0.sum) })
            var faults = bills
            let known = Set(try FundTable.all(reader).map(\.id))
            for account in try LedgerReading.accounts(of: nil, reader)
            where account.name.kind == .commitments && known.contains(account.name.fund) {
                // What is held for an order is set aside still.
                let set = account.balance.creditsPosted - account.balance.debitsPosted
                if set != months[account.name.fund] ?? .zero {
                    faults.append("fund \(account.name.fund)")
                }
            }
            return faults
        }
    }
}
