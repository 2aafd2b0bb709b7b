import Civic
import Ledger
import Programme

/// Months of cover and the money that is set aside for them. Both change in one place, so that what
/// the ledger holds for decrees is what their months were promised at, to the rupiah.
///
/// Months that stand on a bill are not touched: they are paid, or given back, as a bill.
struct CoverBook {
    let act: Act
    let journal: JournalWriter
    let writer: any SQLWriter

    /// A month that a decree, or the list of an older cohort, promises.
    struct Promise {
        let number: String
        let month: Month
        let fund: String
        let decree: DecreeLineName?
        /// What the month costs, by the law as it stands at the promise.
        let price: Rupiah
    }

    private static let batch = 2000
    private static let columns = [
        "number", "month", "fund", "decree_id", "line", "state", "committed",
    ]

    /// Promises months and sets the money aside. `document` names what promises them, as
    /// `decree 12`, and is used once.
    ///
    /// - Throws: `ledger-below-zero` when a fund has not enough; `store-conflict` when somebody pays
    ///   one of the months already.
    func promise(_ promises: [Promise], by document: String) throws(Problem) {
        var shares: [CoverShare: Rupiah] = [:]
        var values: [SQLValue] = []
        // Month by month, as they are billed: the rows of a month then lie side by side.
        let ordered = promises.sorted { ($0.month, $0.number) < ($1.month, $1.number) }
        for promise in ordered {
            shares[CoverShare(fund: promise.fund, month: promise.month), default: .zero] +=
                promise.price
            values += [.text(promise.number), SQLValue(promise.month), .text(promise.fund)]
            values += [SQLValue(promise.decree?.decree), SQLValue(promise.decree?.line)]
            values += [.text(CoverState.promised.rawValue), SQLValue(promise.price)]
            if values.count >= CoverBook.batch * CoverBook.columns.count { try insert(&values) }
        }
        try insert(&values)
        try post(shares, .commitment, document)
    }

    /// Lets go of the promised months of `numbers` from `first` on (nil: of all), and of the money
    /// that was set aside for them.
    ///
    /// - Returns: how many months.
    @discardableResult
    func release(
        _ numbers: [String], from first: Month? = nil, by document: String
    ) throws(Problem) -> Int {
        var shares: [CoverShare: Rupiah] = [:]
        var count = 0
        for start in stride(from: 0, to: numbers.count, by: CoverBook.batch / 2) {
            var sql = SQLText()
            let part = numbers[start..<min(start + CoverBook.batch / 2, numbers.count)]
            let isTheirs = "number IN (\(sql.bind(part.map { .text($0) })))"
            let isLater = "month >= \(sql.bind(SQLValue(Int(first?.number ?? 0))))"
            let condition = "\(isTheirs) AND \(isLater) AND state = 'promised'"
            let sums = try writer.all(
                """
                SELECT fund, month, SUM(committed), COUNT(*) FROM cover_month
                WHERE \(condition) GROUP BY fund, month
                """, sql.values
            ) { fields in
                (
                    share: CoverShare(fund: fields.text(), month: fields.month()),
                    sum: Rupiah(fields.integer()), count: fields.int()
                )
            }
            for sum in sums {
                shares[sum.share, default: .zero] += sum.sum
                count += sum.count
            }
            try writer.execute(
                "UPDATE cover_month SET state = 'void' WHERE \(condition)", sql.values)
        }
        try post(shares, .release, document)
        return count
    }

    private func insert(_ values: inout [SQLValue]) throws(Problem) {
        guard !values.isEmpty else { return }
        try writer.insert(into: "cover_month", CoverBook.columns, values)
        values.removeAll(keepingCapacity: true)
    }

    private func post(
        _ shares: [CoverShare: Rupiah], _ flow: Flow, _ document: String
    ) throws(Problem) {
        let transfers = CoverShare.transfers(flow, shares, by: document)
        guard !transfers.isEmpty else { return }
        _ = try LedgerPosting(transfers: transfers, act: act, journal: journal, writer: writer)
            .run()
    }
}
