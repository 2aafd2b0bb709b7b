import Civic
import Ledger
import Programme

/// One step of a bill inside its transaction.
struct BillStep {
    let bill: Bill
    let act: Act
    let journal: JournalWriter
    let writer: any SQLWriter

    private static let batch = 1000

    func post(_ key: String, _ step: Transfer.Step, note: String?) throws(Problem) {
        try post([Transfer(key, step, note: note)])
    }

    private func post(_ transfers: [Transfer]) throws(Problem) {
        _ = try LedgerPosting(
            transfers: transfers, act: act, journal: journal, writer: writer
        ).run()
    }

    /// Changes columns of the bill; `$1` is its id.
    func set(_ columns: String, _ values: [SQLValue]) throws(Problem) {
        try writer.execute(
            "UPDATE bill SET \(columns), version = version + 1 WHERE id = $1",
            [SQLValue(bill.id)] + values)
    }

    /// Posts what came back for people of the bill: those whose month was asked for, or all others.
    func refund(
        _ numbers: [String], note: String, isAsked: Bool = false
    ) throws(Problem) -> CoverSum {
        let people = try refundable(numbers, isAsked)
        let sum = people.reduce(CoverSum()) { $0 + CoverSum(people: 1, amount: $1.amount) }
        guard sum.people > 0 else { return sum }
        // What was given back before makes the keys of this time others.
        let before = try writer.integer(
            "SELECT COUNT(*) FROM cover_month WHERE bill_id = $1 AND state = 'refunded'",
            [SQLValue(bill.id)])
        let purpose = Purpose(period: bill.month, decree: BillWords.subject(bill.id))
        try post(
            [Flow.refund, .reuse].map { flow in
                Transfer(
                    "\(flow.rawValue) \(BillWords.subject(bill.id)) \(before)",
                    .post(Movement(fund: bill.fund, flow, sum.amount, for: purpose)), note: note)
            })
        try mark(people.map(\.number))
        try MemberEvents.append(
            "refund",
            people.map { person in
                MemberEvents.Line(
                    number: person.number, state: person.state,
                    months: bill.month...bill.month, fund: bill.fund,
                    document: BillWords.subject(bill.id))
            }, by: act, writer)
        try journal.append(
            "bill.refund", BillWords.subject(bill.id),
            ["people": String(sum.people), "amount": String(sum.amount.amount), "note": note],
            by: act, to: writer)
        return sum
    }

    private func mark(_ numbers: [String]) throws(Problem) {
        for start in stride(from: 0, to: numbers.count, by: BillStep.batch) {
            var sql = SQLText()
            let isThis = "bill_id = \(sql.bind(SQLValue(bill.id)))"
            let part = numbers[start..<min(start + BillStep.batch, numbers.count)]
            let isOne = "number IN (\(sql.bind(part.map { .text($0) })))"
            try writer.execute(
                "UPDATE cover_month SET state = 'refunded' WHERE \(isThis) AND \(isOne)",
                sql.values)
        }
    }

    private func refundable(
        _ numbers: [String], _ isAsked: Bool
    ) throws(Problem) -> [(number: String, amount: Rupiah, state: MemberState)] {
        var found: [(number: String, amount: Rupiah, state: MemberState)] = []
        let numbers = Set(numbers).sorted()
        for start in stride(from: 0, to: numbers.count, by: BillStep.batch) {
            var sql = SQLText()
            let isThis = "c.bill_id = \(sql.bind(SQLValue(bill.id)))"
            let part = numbers[start..<min(start + BillStep.batch, numbers.count)]
            let isOne = "c.number IN (\(sql.bind(part.map { .text($0) })))"
            found += try writer.all(
                """
                SELECT c.number, c.amount, m.state FROM cover_month c
                JOIN member m ON m.number = c.number
                WHERE \(isThis) AND c.state = 'paid' AND \(isOne)
                AND \(isAsked ? "" : "NOT ")EXISTS (SELECT 1 FROM cover_refund r
                    WHERE r.number = c.number AND r.month = c.month) ORDER BY c.number
                """, sql.values
            ) { fields throws(Problem) in
                (
                    number: fields.text(), amount: Rupiah(fields.integer()),
                    state: try MemberTable.state(fields.text())
                )
            }
        }
        return found
    }
}
