import Civic
import Ledger

/// Questions to the tables of the ledger.
enum LedgerReading {
    private static let lines = """
        SELECT t.id, s.at, t.key, t.kind, t.fund, t.debit, t.credit, t.posted, t.pending, o.key,
        t.period, t.decree, t.person, t.note, r.kind
        FROM ledger_transfer t JOIN ledger_set s ON s.id = t.set_id
        LEFT JOIN ledger_transfer o ON o.id = t.of_id
        LEFT JOIN ledger_transfer r ON r.of_id = t.id
        """
    private static let accounts = """
        SELECT fund, kind, debits_posted, debits_pending, credits_posted, credits_pending
        FROM ledger_account
        """
    private static let batch = 1024

    /// Those of `keys` that stand in the ledger.
    static func lines(
        _ keys: [String], _ reader: any SQLReader
    ) throws(Problem) -> [LedgerLine] {
        try batches(keys) { places, values throws(Problem) in
            try reader.all("\(lines) WHERE t.key IN (\(places))", values, line)
        }
    }

    /// Newest first.
    static func lines(
        matching filter: LedgerFilter, before: Int?, limit: Int, _ reader: any SQLReader
    ) throws(Problem) -> [LedgerLine] {
        var sql = SQLText()
        var conditions = ["t.id < \(sql.bind(SQLValue(before ?? Int.max)))"]
        if let fund = filter.fund { conditions.append("t.fund = \(sql.bind(.text(fund)))") }
        if let person = filter.person {
            conditions.append("t.person = \(sql.bind(.text(person)))")
        }
        let condition = conditions.joined(separator: " AND ")
        let count = sql.bind(SQLValue(limit))
        return try reader.all(
            "\(lines) WHERE \(condition) ORDER BY t.id DESC LIMIT \(count)", sql.values, line)
    }

    /// The accounts of `funds`, or all, in order of their names.
    static func accounts(
        of funds: [String]?, _ reader: any SQLReader
    ) throws(Problem) -> [LedgerAccount] {
        guard let funds else {
            return try reader.all("\(accounts) ORDER BY fund, kind", [], account)
        }
        return try batches(funds) { places, values throws(Problem) in
            try reader.all(
                "\(accounts) WHERE fund IN (\(places)) ORDER BY fund, kind", values, account)
        }
    }

    /// Asks for many values in few queries. Lists are filled up to powers of two, so that there are
    /// few different queries to prepare.
    private static func batches<T>(
        _ list: [String], _ ask: (String, [SQLValue]) throws(Problem) -> [T]
    ) throws(Problem) -> [T] {
        var found: [T] = []
        for start in stride(from: 0, to: list.count, by: batch) {
            let part = list[start..<min(start + batch, list.count)]
            var size = 1
            while size < part.count { size *= 2 }
            let filler = repeatElement(SQLValue(list[start]), count: size - part.count)
            var sql = SQLText()
            let places = sql.bind(part.map { .text($0) } + filler)
            found += try ask(places, sql.values)
        }
        return found
    }

    private static func account(_ fields: inout SQLFields) throws(Problem) -> LedgerAccount {
        LedgerAccount(
            name: AccountName(fund: fields.text(), kind: try accountKind(fields.text())),
            balance: Balance(
                debitsPosted: Rupiah(fields.integer()), debitsPending: Rupiah(fields.integer()),
                creditsPosted: Rupiah(fields.integer()), creditsPending: Rupiah(fields.integer())))
    }

    private static func line(_ fields: inout SQLFields) throws(Problem) -> LedgerLine {
        let (id, at) = (fields.int(), Instant(milliseconds: fields.integer()))
        let entry = Entry(
            key: fields.text(), kind: try entryKind(fields.text()), fund: fields.text(),
            debit: try accountKind(fields.text()), credit: try accountKind(fields.text()),
            posted: Rupiah(fields.integer()), pending: Rupiah(fields.integer()),
            original: fields.optionalText(),
            purpose: Purpose(
                period: fields.optionalInt().map { Month(number: Int32(truncatingIfNeeded: $0)) },
                decree: fields.optionalText(), person: fields.optionalText()),
            note: fields.optionalText())
        let resolution = fields.optionalText()
        return LedgerLine(
            id: id, at: at, entry: entry,
            resolution: try resolution.map { text throws(Problem) in try entryKind(text) })
    }

    private static func accountKind(_ text: String) throws(Problem) -> AccountKind {
        guard let kind = AccountKind(rawValue: text) else { throw Problem.storeDamaged("ledger") }
        return kind
    }

    private static func entryKind(_ text: String) throws(Problem) -> Entry.Kind {
        guard let kind = Entry.Kind(rawValue: text) else { throw Problem.storeDamaged("ledger") }
        return kind
    }
}
