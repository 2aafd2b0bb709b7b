import Civic
import Jamsostek
import Ledger
import Programme

/// Puts the promised months of a calendar month on bills, one for each fund, in sets: however many
/// people there are, a fund takes a handful of statements.
struct BillRun {
    let month: Month
    let pricing: ContributionPricing
    let policy: BillPolicy
    let act: Act
    let journal: JournalWriter
    let writer: any SQLWriter

    /// People of one fund whom the tariff does not tell apart.
    private struct Group {
        let fund: String
        let cohort: String
        let occupation: String?
        let people: Int
        let committed: Rupiah
        let price: Rupiah
    }

    /// A fund whose money is not enough is left out and told of; the others go on.
    func run() throws(Problem) -> BillRunOutcome {
        var bills: [Int] = []
        var shortages: [FundShortage] = []
        let groups = try groups()
        let funds = Dictionary(grouping: groups, by: \.fund).sorted { $0.key < $1.key }
        for (fund, groups) in funds {
            if let shortage = try shortage(fund, groups) {
                shortages.append(shortage)
            } else {
                bills.append(try bill(fund, groups))
            }
        }
        return BillRunOutcome(bills: bills, shortages: shortages)
    }

    private func groups() throws(Problem) -> [Group] {
        var sources: [String: FundingSource] = [:]
        for fund in try FundTable.all(writer) { sources[fund.id] = fund.source }
        var sql = SQLText()
        let isDue = BillRun.isDue(month, policy, &sql)
        return try writer.all(
            """
            SELECT c.fund, m.cohort, m.occupation, COUNT(*), SUM(c.committed)
            FROM cover_month c JOIN member m ON m.number = c.number
            WHERE \(isDue) GROUP BY c.fund, m.cohort, m.occupation
            ORDER BY c.fund, m.cohort, m.occupation
            """, sql.values
        ) { fields throws(Problem) in
            let (fund, cohort) = (fields.text(), fields.text())
            let occupation = fields.optionalText()
            guard let source = sources[fund] else { throw Problem.storeDamaged("fund") }
            return Group(
                fund: fund, cohort: cohort, occupation: occupation, people: fields.int(),
                committed: Rupiah(fields.integer()),
                price: pricing.price(source, cohort: cohort, occupation: occupation))
        }
    }

    /// The condition that a promised month `c` of member `m` goes on a bill: its person stands, or
    /// ended later, and cover had begun by then.
    static func isDue(_ month: Month, _ policy: BillPolicy, _ sql: inout SQLText) -> String {
        let states = policy.billed.map(\.rawValue).sorted().map { SQLValue.text($0) }
        let number = sql.bind(SQLValue(month))
        return """
            c.month = \(number) AND c.state = 'promised'
            AND (m.state IN (\(sql.bind(states))) OR (m.state = 'ended'
            AND m.ended_month > \(number) AND m.active_from IS NOT NULL))
            AND (m.active_from IS NULL OR m.active_from <= \(sql.bind(SQLValue(month.lastDay))))
            """
    }

    private func sums(_ groups: [Group]) -> (people: Int, committed: Rupiah, amount: Rupiah) {
        groups.reduce(into: (0, Rupiah.zero, Rupiah.zero)) { sums, group in
            sums.0 += group.people
            sums.1 += group.committed
            sums.2 += group.price * group.people
        }
    }

    private func shortage(_ fund: String, _ groups: [Group]) throws(Problem) -> FundShortage? {
        let sums = sums(groups)
        let more = sums.amount - sums.committed
        guard more > .zero else { return nil }
        let free =
            try LedgerReading.accounts(of: [fund], writer)
            .first { $0.name.kind == .available }?.free ?? .zero
        guard free < more else { return nil }
        return FundShortage(fund: fund, people: sums.people, lacking: more - free)
    }

    private func bill(_ fund: String, _ groups: [Group]) throws(Problem) -> Int {
        let sums = sums(groups)
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM bill") + 1
        let turn =
            try writer.integer(
                "SELECT COALESCE(MAX(turn), 0) FROM bill WHERE month = $1 AND fund = $2",
                [SQLValue(month), .text(fund)]) + 1
        try BillTable.insert(
            id, month: month, fund: fund, turn: turn, people: sums.people, amount: sums.amount,
            by: act, writer)
        guard try put(groups, of: fund, on: id) == sums.people else {
            throw Problem.storeDamaged("cover_month")
        }
        let digest = try BillDigest(bill: id, writer).text
        try writer.execute(
            "UPDATE bill SET digest = $2 WHERE id = $1", [SQLValue(id), .text(digest)])
        try settle(sums.amount - sums.committed, fund, bill: id)
        try journal.append(
            "bill.make", BillWords.subject(id),
            [
                "month": month.iso, "fund": fund, "turn": String(turn),
                "people": String(sums.people), "amount": String(sums.amount.amount),
                "digest": digest,
            ], by: act, to: writer)
        return id
    }

    /// What a month turned out to cost is from then on what is set aside for it.
    private func put(
        _ groups: [Group], of fund: String, on bill: Int
    ) throws(Problem) -> Int {
        var sql = SQLText()
        let price = price(groups, &sql)
        let id = sql.bind(SQLValue(bill))
        let isOurs = "c.fund = \(sql.bind(.text(fund)))"
        let isDue = BillRun.isDue(month, policy, &sql)
        return try writer.execute(
            """
            UPDATE cover_month AS c SET state = 'billed', bill_id = \(id), amount = \(price),
            committed = \(price) FROM member m WHERE m.number = c.number AND \(isOurs) AND \(isDue)
            """, sql.values)
    }

    /// The price as an expression on member `m`; the one that most pay needs no condition.
    private func price(_ groups: [Group], _ sql: inout SQLText) -> String {
        let prices = Dictionary(grouping: groups, by: \.price)
            .mapValues { (groups: $0, people: $0.reduce(0) { $0 + $1.people }) }
            .sorted { ($0.value.people, $0.key) > ($1.value.people, $1.key) }
        guard let most = prices.first else { return "0" }
        guard prices.count > 1 else { return sql.bind(SQLValue(most.key)) }
        var text = "CASE"
        for (price, entry) in prices.dropFirst() {
            let whose = entry.groups.map { group in
                let cohort = "m.cohort = \(sql.bind(.text(group.cohort)))"
                let trade = group.occupation.map { "= \(sql.bind(.text($0)))" } ?? "IS NULL"
                return "(\(cohort) AND m.occupation \(trade))"
            }
            text += " WHEN \(whose.joined(separator: " OR ")) THEN \(sql.bind(SQLValue(price)))"
        }
        return "\(text) ELSE \(sql.bind(SQLValue(most.key))) END"
    }

    /// Sets more money aside, or lets go of what was set aside too much.
    private func settle(_ more: Rupiah, _ fund: String, bill: Int) throws(Problem) {
        guard more != .zero else { return }
        let flow: Flow = more > .zero ? .commitment : .release
        let amount = more > .zero ? more : -more
        _ = try LedgerPosting(
            transfers: [
                Transfer(
                    "\(flow.rawValue) \(BillWords.subject(bill))",
                    .post(
                        Movement(
                            fund: fund, flow, amount,
                            for: Purpose(period: month, decree: BillWords.subject(bill)))))
            ], act: act, journal: journal, writer: writer
        ).run()
    }
}
