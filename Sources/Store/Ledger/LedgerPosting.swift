import Civic
import Ledger

/// Does a set of transfers inside one transaction.
struct LedgerPosting {
    let transfers: [Transfer]
    let act: Act
    let journal: JournalWriter
    let writer: any SQLWriter

    /// How many rows are gathered before they are handed to the database.
    private static let batch = 2000

    /// The ``Book`` decides, on the part of the ledger that the set speaks of; the database checks
    /// the outcome once more when it counts the set.
    func run() throws(Problem) -> LedgerReceipt {
        let known = try LedgerReading.lines(keys, writer)
        var book = Book(
            accounts: try LedgerReading.accounts(of: funds(known), writer),
            entries: known.map { StandingEntry(entry: $0.entry, resolution: $0.resolution) })
        let entries: [Entry]
        do throws(Refusal) {
            entries = try book.apply(transfers)
        } catch {
            throw error.problem
        }
        let repeated = transfers.count - entries.count
        guard !entries.isEmpty else {
            return LedgerReceipt(set: nil, done: 0, repeated: repeated)
        }
        let ids = Dictionary(uniqueKeysWithValues: known.map { ($0.entry.key, $0.id) })
        let set = try write(entries, ids)
        return LedgerReceipt(set: set, done: entries.count, repeated: repeated)
    }

    /// Every key that the set speaks of, once.
    private var keys: [String] {
        var seen: Set<String> = []
        var keys: [String] = []
        for transfer in transfers {
            for key in [transfer.key, transfer.step.original].compactMap(\.self)
            where seen.insert(key).inserted { keys.append(key) }
        }
        return keys
    }

    private func funds(_ known: [LedgerLine]) -> [String] {
        var funds = Set(known.map(\.entry.fund))
        for transfer in transfers {
            if let movement = transfer.step.movement { funds.insert(movement.fund) }
        }
        return funds.sorted()
    }

    /// Writes `entries` as one set and returns its number. `known` are the numbers of transfers that
    /// stand already.
    private func write(_ entries: [Entry], _ known: [String: Int]) throws(Problem) -> Int {
        let set = try writer.integer("SELECT MAX(id) FROM ledger_set") + 1
        var last = try writer.integer("SELECT MAX(id) FROM ledger_transfer")
        var ids = known
        var digest = LedgerDigest(set: set, at: act.at.milliseconds)
        var values: [SQLValue] = []
        for entry in entries {
            last += 1
            ids[entry.key] = last
            let row = LedgerRow(
                id: last, set: set, originalID: entry.original.flatMap { ids[$0] }, entry: entry
            ).values
            digest.add(row)
            values += row
            if values.count >= LedgerPosting.batch * row.count { try insert(&values) }
        }
        try insert(&values)
        try writer.execute(
            "INSERT INTO ledger_set (id, at, transfers) VALUES ($1, $2, $3)",
            [SQLValue(set), .integer(act.at.milliseconds), SQLValue(entries.count)])
        try journal.append(
            LedgerPosting.verb, subject(entries),
            ["set": String(set), "transfers": String(entries.count), "digest": digest.text],
            by: act, to: writer)
        return set
    }

    static let verb = "ledger.post"

    private func insert(_ values: inout [SQLValue]) throws(Problem) {
        try writer.insert(into: "ledger_transfer", LedgerRow.columns, values)
        values.removeAll(keepingCapacity: true)
    }

    /// The fund, or nothing when there are several.
    private func subject(_ entries: [Entry]) -> String {
        let funds = Set(entries.map(\.fund))
        return funds.count == 1 ? funds.first ?? "" : ""
    }
}
