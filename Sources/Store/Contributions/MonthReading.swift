import Civic
import Programme

/// Reads what became of months.
struct MonthReading {
    let month: Month
    let policy: BillPolicy
    let reader: any SQLReader

    func figures() throws(Problem) -> MonthFigures {
        let sums = try sums()
        let due = try due()
        let bills = Dictionary(
            grouping: try BillTable.bills(where: "b.month = $1", [SQLValue(month)], reader),
            by: \.fund)
        let funds = try FundTable.all(reader).compactMap { fund -> FundMonth? in
            guard sums[fund.id] != nil || bills[fund.id] != nil else { return nil }
            return FundMonth(
                fund: fund, sums: sums[fund.id] ?? [:], due: due[fund.id] ?? CoverSum(),
                bills: bills[fund.id] ?? [])
        }
        return MonthFigures(
            month: month, funds: funds, rates: try BillTable.rates(in: month, reader))
    }

    private func sums() throws(Problem) -> [String: [CoverState: CoverSum]] {
        let rows = try reader.all(
            """
            SELECT fund, state, COUNT(*), SUM(COALESCE(amount, committed)) FROM cover_month
            WHERE month = $1 GROUP BY fund, state
            """, [SQLValue(month)]
        ) { fields throws(Problem) in
            let fund = fields.text()
            guard let state = CoverState(rawValue: fields.text()) else {
                throw Problem.storeDamaged("cover_month.state")
            }
            let sum = CoverSum(people: fields.int(), amount: Rupiah(fields.integer()))
            return (fund: fund, state: state, sum: sum)
        }
        var sums: [String: [CoverState: CoverSum]] = [:]
        for row in rows { sums[row.fund, default: [:]][row.state] = row.sum }
        return sums
    }

    private func due() throws(Problem) -> [String: CoverSum] {
        var sql = SQLText()
        let isDue = BillRun.isDue(month, policy, &sql)
        let rows = try reader.all(
            """
            SELECT c.fund, COUNT(*), SUM(c.committed)
            FROM cover_month c JOIN member m ON m.number = c.number
            WHERE \(isDue) GROUP BY c.fund
            """, sql.values
        ) { fields in
            (
                fund: fields.text(),
                sum: CoverSum(people: fields.int(), amount: Rupiah(fields.integer()))
            )
        }
        return Dictionary(uniqueKeysWithValues: rows.map { ($0.fund, $0.sum) })
    }

    static func sums(_ reader: any SQLReader) throws(Problem) -> [MonthSum] {
        let counts = try reader.all(
            "SELECT month, state, COUNT(*) FROM cover_month GROUP BY month, state", []
        ) { fields in (month: fields.month(), state: fields.text(), people: fields.int()) }
        let amounts = try reader.all(
            """
            SELECT month, state, SUM(amount) FROM bill WHERE state <> 'void'
            GROUP BY month, state
            """, []
        ) { fields in
            (month: fields.month(), state: fields.text(), amount: Rupiah(fields.integer()))
        }
        return Set(counts.map(\.month)).sorted().map { month in
            var people: [CoverState: Int] = [:]
            for count in counts where count.month == month {
                if let state = CoverState(rawValue: count.state) { people[state] = count.people }
            }
            let here = amounts.filter { $0.month == month }
            return MonthSum(
                month: month, people: people, billed: here.reduce(.zero) { $0 + $1.amount },
                paid: here.filter { $0.state == BillState.paid.rawValue }
                    .reduce(.zero) { $0 + $1.amount })
        }
    }
}
