import Civic
import Ledger

/// Reads the whole ledger once and believes nothing but the journal.
struct LedgerVerifier {
    /// Debits posted and pending, then credits posted and pending.
    private typealias Sums = SIMD4<Int64>

    private struct Kept {
        let at: Int64
        let transfers: Int
    }

    private struct Found {
        let transfers: Int
        let digest: String
    }

    private var sums: [AccountName: Sums] = [:]
    private var found: [Int: Found] = [:]
    private var transfers = 0

    mutating func check(_ reader: any SQLReader) throws(Problem) -> LedgerCheck {
        let kept = try sets(reader)
        let told = try digests(reader)
        try walk(kept, reader)
        let accounts = try balances(reader)
        let fault = faultOfSet(kept, told) ?? faultOfAccount(accounts)
        return LedgerCheck(
            accounts: accounts.count, sets: kept.count, transfers: transfers, fault: fault)
    }

    private func sets(_ reader: any SQLReader) throws(Problem) -> [Int: Kept] {
        var sets: [Int: Kept] = [:]
        try reader.scan("SELECT id, at, transfers FROM ledger_set", []) { row throws(Problem) in
            let kept = Kept(at: row.integer(1), transfers: Int(row.integer(2)))
            sets[Int(row.integer(0))] = kept
        }
        return sets
    }

    /// The digest of every set, as the journal tells it.
    private func digests(_ reader: any SQLReader) throws(Problem) -> [Int: String] {
        var digests: [Int: String] = [:]
        try reader.scan(
            "SELECT detail FROM journal WHERE verb = $1", [.text(LedgerPosting.verb)]
        ) { row throws(Problem) in
            let detail = try StoredList.object(row.text(0))
            if let set = detail["set"].flatMap({ Int($0) }) { digests[set] = detail["digest"] }
        }
        return digests
    }

    /// Adds up all transfers, set by set.
    private mutating func walk(
        _ kept: [Int: Kept], _ reader: any SQLReader
    ) throws(Problem) {
        var current: (set: Int, digest: LedgerDigest)?
        let columns = LedgerRow.columns.joined(separator: ", ")
        try reader.scan(
            "SELECT \(columns) FROM ledger_transfer ORDER BY set_id, id", []
        ) { row throws(Problem) in
            let set = Int(row.integer(1))
            if current?.set != set {
                if let current { note(current.set, current.digest) }
                current = (set, LedgerDigest(set: set, at: kept[set]?.at ?? 0))
            }
            current?.digest.add(LedgerVerifier.values(row))
            count(row)
        }
        if let current { note(current.set, current.digest) }
    }

    private mutating func note(_ set: Int, _ digest: LedgerDigest) {
        found[set] = Found(transfers: digest.count, digest: digest.text)
    }

    /// Sums that are too large for 64 bits come of tampering only; they wrap and are found to differ.
    private mutating func count(_ row: any SQLRow) {
        transfers += 1
        let (fund, posted, pending) = (row.text(4), row.integer(7), row.integer(8))
        if let kind = AccountKind(rawValue: row.text(5)) {
            sums[AccountName(fund: fund, kind: kind), default: .zero] &+= [posted, pending, 0, 0]
        }
        if let kind = AccountKind(rawValue: row.text(6)) {
            sums[AccountName(fund: fund, kind: kind), default: .zero] &+= [0, 0, posted, pending]
        }
    }

    private static func values(_ row: any SQLRow) -> [SQLValue] {
        var fields = SQLFields(row)
        return [
            .integer(fields.integer()), .integer(fields.integer()), .text(fields.text()),
            .text(fields.text()), .text(fields.text()), .text(fields.text()),
            .text(fields.text()), .integer(fields.integer()), .integer(fields.integer()),
            SQLValue(fields.optionalInt()), SQLValue(fields.optionalInt()),
            SQLValue(fields.optionalText()), SQLValue(fields.optionalText()),
            SQLValue(fields.optionalText()),
        ]
    }

    private func balances(_ reader: any SQLReader) throws(Problem) -> [AccountName: Sums] {
        var balances: [AccountName: Sums] = [:]
        for account in try LedgerReading.accounts(of: nil, reader) {
            let balance = account.balance
            balances[account.name] = [
                balance.debitsPosted.amount, balance.debitsPending.amount,
                balance.creditsPosted.amount, balance.creditsPending.amount,
            ]
        }
        return balances
    }

    private func faultOfSet(
        _ kept: [Int: Kept], _ told: [Int: String]
    ) -> LedgerCheck.Fault? {
        let all = Set(kept.keys).union(found.keys).union(told.keys)
        for set in all.sorted() {
            guard let digest = told[set] else { return .foreign(set: set) }
            guard let kept = kept[set], let found = found[set] else { return .missing(set: set) }
            guard found.digest == digest, found.transfers == kept.transfers else {
                return .altered(set: set)
            }
        }
        return nil
    }

    private func faultOfAccount(_ balances: [AccountName: Sums]) -> LedgerCheck.Fault? {
        let funds = Set(balances.keys.map(\.fund)).union(sums.keys.map(\.fund))
        let names = funds.flatMap { fund in
            AccountKind.allCases.map { AccountName(fund: fund, kind: $0) }
        }
        let first = names.sorted().first { balances[$0] != sums[$0] ?? .zero }
        return first.map { .differs($0) }
    }
}
