import Civic
import Programme

/// Rows of the tables of bills.
enum BillTable {
    private static let columns = """
        b.id, b.month, b.fund, b.turn, b.people, b.amount, b.state, b.billing_code,
        b.billed_people, b.billed_amount, b.order_number, b.ordered_by, b.disbursement, b.paid_on,
        b.paid_by, b.proof_name, b.proof_digest, b.ledger_key, b.digest, b.void_reason, b.version,
        (SELECT COUNT(*) FROM bill_difference d WHERE d.bill_id = b.id),
        (SELECT COUNT(*) FROM bill_difference d WHERE d.bill_id = b.id AND d.explanation IS NULL)
        """

    static func bill(_ id: Int, _ reader: any SQLReader) throws(Problem) -> Bill? {
        try bills(where: "b.id = $1", [SQLValue(id)], reader).first
    }

    /// In order of month, fund and turn.
    static func bills(
        where condition: String, _ values: [SQLValue], _ reader: any SQLReader
    ) throws(Problem) -> [Bill] {
        try reader.all(
            """
            SELECT \(columns) FROM bill b WHERE \(condition) ORDER BY b.month, b.fund, b.turn
            """, values, bill)
    }

    private static func bill(_ fields: inout SQLFields) throws(Problem) -> Bill {
        let (id, month, fund, turn) = (fields.int(), fields.month(), fields.text(), fields.int())
        let (people, amount) = (fields.int(), Rupiah(fields.integer()))
        guard let state = BillState(rawValue: fields.text()) else {
            throw Problem.storeDamaged("bill.state")
        }
        return Bill(
            id: id, month: month, fund: fund, turn: turn, people: people, amount: amount,
            state: state, billingCode: fields.optionalText(), billedPeople: fields.optionalInt(),
            billedAmount: fields.optionalRupiah(), orderNumber: fields.optionalText(),
            orderedBy: fields.optionalText(), disbursement: fields.optionalText(),
            paidOn: fields.day(), paidBy: fields.optionalText(),
            proofName: fields.optionalText(), proofDigest: fields.optionalText(),
            ledgerKey: fields.optionalText(), digest: fields.text(),
            voidReason: fields.optionalText(), version: fields.int(),
            differences: fields.int(), unexplained: fields.int())
    }

    static func insert(
        _ id: Int, month: Month, fund: String, turn: Int, people: Int, amount: Rupiah,
        by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO bill (id, month, fund, turn, people, amount, state, digest, actor, at,
            version) VALUES ($1, $2, $3, $4, $5, $6, 'draft', '', $7, $8, 1)
            """,
            [
                SQLValue(id), SQLValue(month), .text(fund), SQLValue(turn), SQLValue(people),
                SQLValue(amount), .text(act.actor), .integer(act.at.milliseconds),
            ])
    }

    /// What each price of a month's bills is asked for how often, by bill.
    static func rates(
        in month: Month, _ reader: any SQLReader
    ) throws(Problem) -> [Int: [BillRate]] {
        var rates: [Int: [BillRate]] = [:]
        let rows = try reader.all(
            """
            SELECT bill_id, amount, COUNT(*) FROM cover_month
            WHERE month = $1 AND bill_id IS NOT NULL
            GROUP BY bill_id, amount ORDER BY bill_id, amount
            """, [SQLValue(month)]
        ) { fields in
            (
                bill: fields.int(),
                rate: BillRate(price: Rupiah(fields.integer()), people: fields.int())
            )
        }
        for row in rows { rates[row.bill, default: []].append(row.rate) }
        return rates
    }

    /// Counts anew who stands on a bill and at what, after somebody was taken off it.
    static func recount(_ bill: Int, _ writer: any SQLWriter) throws(Problem) {
        let lines = try BillDigest(bill: bill, writer)
        try writer.execute(
            """
            UPDATE bill SET people = $2, amount = $3, digest = $4, version = version + 1
            WHERE id = $1
            """,
            [SQLValue(bill), SQLValue(lines.people), SQLValue(lines.amount), .text(lines.text)])
    }
}

extension SQLFields {
    mutating func optionalRupiah() -> Rupiah? { optionalInt().map { Rupiah(Int64($0)) } }
}
