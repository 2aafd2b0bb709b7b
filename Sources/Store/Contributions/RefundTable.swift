import Civic
import Programme

/// Rows of the table of months that were asked back.
enum RefundTable {
    private static let columns = [
        "number", "month", "bill_id", "change_id", "fund", "amount", "state", "asked_on",
        "asked_document", "asked_by",
    ]
    private static let batch = 1000

    static func ask(
        _ dues: [RefundDue], on day: Day, document: String, by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        var values: [SQLValue] = []
        values.reserveCapacity(dues.count * columns.count)
        for due in dues {
            values += [.text(due.place.number), SQLValue(due.place.month), SQLValue(due.bill)]
            values += [SQLValue(due.change), .text(due.fund), SQLValue(due.amount), "asked"]
            values += [SQLValue(day), .text(document), .text(act.actor)]
        }
        try writer.insert(into: "cover_refund", columns, values)
    }

    /// Notes that months of one bill came back, as money or taken off `credit`.
    static func settle(
        _ numbers: [String], of month: Month, on day: Day, document: String, credit: Int?,
        by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        for start in stride(from: 0, to: numbers.count, by: batch) {
            var sql = SQLText()
            let state = sql.bind(
                .text((credit == nil ? RefundStanding.received : .credited).rawValue))
            let done = [
                sql.bind(SQLValue(day)), sql.bind(.text(document)), sql.bind(.text(act.actor)),
            ]
            let bill = sql.bind(SQLValue(credit))
            let isMonth = "month = \(sql.bind(SQLValue(month)))"
            let part = numbers[start..<min(start + batch, numbers.count)]
            let isOne = "number IN (\(sql.bind(part.map { .text($0) })))"
            try writer.execute(
                """
                UPDATE cover_refund SET state = \(state), done_on = \(done[0]),
                done_document = \(done[1]), done_by = \(done[2]), credit_bill = \(bill)
                WHERE state = 'asked' AND \(isMonth) AND \(isOne)
                """, sql.values)
        }
    }

    /// Takes requests back: nothing was sent, or not for these.
    static func withdraw(_ dues: [RefundDue], _ writer: any SQLWriter) throws(Problem) {
        for (month, part) in Dictionary(grouping: dues, by: \.place.month) {
            var sql = SQLText()
            let isMonth = "month = \(sql.bind(SQLValue(month)))"
            let isOne = "number IN (\(sql.bind(part.map { .text($0.place.number) })))"
            try writer.execute(
                "DELETE FROM cover_refund WHERE state = 'asked' AND \(isMonth) AND \(isOne)",
                sql.values)
        }
    }

    /// What was taken off a bill by now.
    static func credited(to bill: Int, _ reader: any SQLReader) throws(Problem) -> Rupiah {
        Rupiah(
            Int64(
                try reader.integer(
                    "SELECT COALESCE(SUM(amount), 0) FROM cover_refund WHERE credit_bill = $1",
                    [SQLValue(bill)])))
    }

    static func isAsked(of change: Int, _ reader: any SQLReader) throws(Problem) -> Bool {
        try reader.integer(
            "SELECT COUNT(*) FROM cover_refund WHERE change_id = $1", [SQLValue(change)]) > 0
    }

    /// - Throws: `change-refund` when the insurer was asked for money because of the change.
    static func requireNone(of change: Int, _ reader: any SQLReader) throws(Problem) {
        guard try !isAsked(of: change, reader) else { throw ChangeProblem.askedBack() }
    }
}
