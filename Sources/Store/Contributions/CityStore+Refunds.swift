package import Civic
package import Programme

/// Months that were paid although cover had ended, and must come back.
extension CityStore {
    /// Those in `scope` that stand so, by fund, name and month; of those that came back, the latest
    /// `limit`.
    package func refunds(
        _ policy: ChangePolicy, standing: RefundStanding, in scope: Scope, limit: Int
    ) async throws(Problem) -> [RefundRow] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            let reading = RefundReading(policy: policy, scope: scope, reader: reader)
            let dues =
                switch standing {
                case .open: try reading.open()
                case .asked: try reading.asked()
                case .received, .credited:
                    try reading.kept(
                        where: "r.state = $1", [.text(standing.rawValue)],
                        order: "r.done_on DESC, r.number, r.month", limit: limit)
                }
            let rows = try reading.rows(dues, try sealer.named(by: reader))
            guard !standing.isDone else { return rows }
            return rows.sorted { left, right in
                let (one, other) = (left.due, right.due)
                return (one.fund, left.member.name, one.place.number, one.place.month)
                    < (other.fund, right.member.name, other.place.number, other.place.month)
            }
        }
    }

    /// How much stands how, in each fund.
    package func refundSums(
        _ policy: ChangePolicy, in scope: Scope
    ) async throws(Problem) -> [RefundSum] {
        try await engine.read { reader throws(Problem) in
            let open = try RefundReading(policy: policy, scope: scope, reader: reader).open()
            let waiting = Dictionary(grouping: open, by: \.fund).map { fund, dues in
                RefundSum(standing: .open, fund: fund, sum: RefundSettling.sum(dues))
            }
            var sql = SQLText()
            let isInScope = scope.memberCondition(on: "m", &sql)
            let asked = try reader.all(
                """
                SELECT r.state, r.fund, COUNT(*), SUM(r.amount) FROM cover_refund r
                JOIN member m ON m.number = r.number WHERE \(isInScope)
                GROUP BY r.state, r.fund
                """, sql.values
            ) { fields throws(Problem) in
                guard let standing = RefundStanding(rawValue: fields.text()) else {
                    throw Problem.storeDamaged("cover_refund.state")
                }
                return RefundSum(
                    standing: standing, fund: fields.text(),
                    sum: CoverSum(people: fields.int(), amount: Rupiah(fields.integer())))
            }
            return (waiting + asked).sorted {
                ($0.fund, $0.standing.rawValue) < ($1.fund, $1.standing.rawValue)
            }
        }
    }

    /// Months in `scope` that have not come back, asked for or not.
    package func waitingRefunds(
        _ policy: ChangePolicy, in scope: Scope
    ) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            let reading = RefundReading(policy: policy, scope: scope, reader: reader)
            let waiting = try reading.open() + reading.asked()
            return Waiting(count: waiting.count, oldest: waiting.map(\.noted).min(), due: nil)
        }
    }

    /// Does one step about months in `scope`. What comes back is posted to the ledger, from the
    /// insurer to the fund, and its months are not paid any more. A month that stands otherwise by
    /// now is told, and nothing is done about it twice. A repeated act does and tells nothing.
    ///
    /// - Throws: `refund-none`, `refund-day`, `refund-before-request`, `refund-moved` when all were
    ///   meant and they are not what was shown; `refund-bill`, `refund-bill-amount`.
    package func settleRefunds(
        _ deed: RefundDeed, _ policy: ChangePolicy, in scope: Scope, by act: Act
    ) async throws(Problem) -> RefundOutcome {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, deed.step.verb, writer) else {
                return RefundOutcome(done: CoverSum(), passed: [])
            }
            return try RefundSettling(
                deed: deed, act: act, journal: journal,
                reading: RefundReading(policy: policy, scope: scope, reader: writer),
                writer: writer
            ).run()
        }
    }

    /// Bills of a fund that were paid, in order of their months.
    package func paidBills(of fund: String) async throws(Problem) -> [Bill] {
        try await engine.read { reader throws(Problem) in
            try BillTable.bills(
                where: "b.fund = $1 AND b.state = 'paid'", [.text(fund)], reader)
        }
    }

    /// What was taken off a bill.
    package func creditOnBill(_ id: Int) async throws(Problem) -> Rupiah {
        try await engine.read { reader throws(Problem) in
            try RefundTable.credited(to: id, reader)
        }
    }
}
