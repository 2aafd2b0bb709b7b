package import Civic
package import Programme

/// The monthly run, and what became of a month.
extension CityStore {
    /// Puts all promised months of `pricing.month` on bills, each fund's on its own. Whoever comes
    /// later to the month stands on a further bill of it; when nobody does, nothing happens.
    package func billMonth(
        _ pricing: ContributionPricing, _ policy: BillPolicy, by act: Act
    ) async throws(Problem) -> BillRunOutcome {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "bill.make", writer) else {
                return BillRunOutcome(bills: [], shortages: [])
            }
            return try BillRun(
                month: pricing.month, pricing: pricing, policy: policy, act: act,
                journal: journal, writer: writer
            ).run()
        }
    }

    /// Nil when there is none.
    package func bill(_ id: Int) async throws(Problem) -> Bill? {
        try await engine.read { reader throws(Problem) in try BillTable.bill(id, reader) }
    }

    /// Whoever stands on a bill, in order of the numbers, behind `after`.
    package func billPeople(
        _ bill: Int, after: String? = nil, limit: Int
    ) async throws(Problem) -> [BillPerson] {
        try await engine.read { reader throws(Problem) in
            try reader.all(
                """
                SELECT c.number, m.name, m.participant, m.village, c.decree_id, c.line, c.amount,
                c.state FROM cover_month c JOIN member m ON m.number = c.number
                WHERE c.bill_id = $1 AND c.number > $2 ORDER BY c.number LIMIT $3
                """, [SQLValue(bill), .text(after ?? ""), SQLValue(limit)]
            ) { fields throws(Problem) in
                let (number, name) = (fields.text(), fields.text())
                let (participant, village) = (fields.optionalText(), fields.place())
                let (decree, amount) = (fields.decreeLine(), Rupiah(fields.integer()))
                guard let state = CoverState(rawValue: fields.text()) else {
                    throw Problem.storeDamaged("cover_month.state")
                }
                return BillPerson(
                    number: number, name: name, participant: participant, village: village,
                    decree: decree, amount: amount, state: state)
            }
        }
    }

    /// Everything about one month.
    package func coverMonth(
        _ month: Month, _ policy: BillPolicy
    ) async throws(Problem) -> MonthFigures {
        try await engine.read { reader throws(Problem) in
            try MonthReading(month: month, policy: policy, reader: reader).figures()
        }
    }

    /// What became of all months that somebody has promised, in order.
    package func coverMonths() async throws(Problem) -> [MonthSum] {
        try await engine.read { reader throws(Problem) in try MonthReading.sums(reader) }
    }

    /// By when a bill has to be paid so that nobody on it loses cover, as the guard found last; nil
    /// when nobody is at risk.
    package func safeDay(ofBill bill: Int) async throws(Problem) -> Day? {
        try await engine.read { reader throws(Problem) in
            let day = try reader.first(
                """
                SELECT MIN(r.safe_day) FROM guard_risk r JOIN cover_month c ON c.number = r.number
                WHERE c.bill_id = $1
                """, [SQLValue(bill)]
            ) { fields in fields.optionalInt() }
            return (day ?? nil).map { Day(number: Int32(truncatingIfNeeded: $0)) }
        }
    }

    /// Who came, went or changed fund from the month before to `month`.
    package func monthChanges(_ month: Month) async throws(Problem) -> MonthChanges {
        try await engine.read { reader throws(Problem) in
            try MonthChangeReading(month: month, reader: reader).changes()
        }
    }
}
