import Civic
import Programme

/// Compares a bill with the insurer's, in sets.
struct BillComparison {
    let bill: Bill
    let act: Act
    let sealer: Sealer
    let journal: JournalWriter
    let writer: any SQLWriter

    /// What of a file is asked for; a row that could not be used asks for nothing.
    private static let isAsked = "l.effect IN ('list', 'stranger')"

    /// By what only the sum and the count are known of.
    func compare(people: Int?, amount: Rupiah, code: String) throws(Problem) {
        try clear()
        if amount != bill.amount || (people.map { $0 != bill.people } ?? false) {
            try writer.execute(
                """
                INSERT INTO bill_difference (bill_id, place, kind, ours, theirs)
                VALUES ($1, 1, $2, $3, $4)
                """,
                [
                    SQLValue(bill.id), .text(BillDifferenceKind.total.rawValue),
                    SQLValue(bill.amount), SQLValue(amount),
                ])
        }
        try note(people: people, amount: amount, code: code, file: nil)
    }

    /// Name by name, with a file that is kept once.
    func compare(
        _ file: NewInsurerFile, _ rows: [InsurerRow], code: String
    ) throws(Problem) {
        let intake = try FileTaking(act: act, sealer: sealer, journal: journal, writer: writer)
            .take(file, rows)
        let known = try InsurerFileTable.file(intake.file, writer)
        guard let known, known.kind == .bill, known.month == bill.month, known.fund == bill.fund
        else { throw Problem.insurerBillTaken() }
        try compare(file: known.id, code: code)
    }

    /// With a file that was read before.
    func compare(file: Int, code: String?) throws(Problem) {
        try clear()
        try writer.execute(
            """
            INSERT INTO bill_difference (bill_id, place, kind, number, stranger, line, ours, theirs)
            SELECT \(bill.id), ROW_NUMBER() OVER (ORDER BY d.kind, d.number, d.line), d.kind,
            d.number, d.stranger, d.line, d.ours, d.theirs FROM (
                SELECT 'ours-only' AS kind, c.number AS number, CAST(NULL AS BIGINT) AS stranger,
                CAST(NULL AS BIGINT) AS line, c.amount AS ours, 0 AS theirs
                FROM cover_month c WHERE c.bill_id = \(bill.id) AND NOT EXISTS (
                    SELECT 1 FROM insurer_line l
                    WHERE l.number = c.number AND l.file_id = \(file)
                    AND \(BillComparison.isAsked))
                UNION ALL
                SELECT 'amount', c.number, CAST(NULL AS BIGINT), MIN(l.line), c.amount,
                SUM(l.amount) FROM cover_month c JOIN insurer_line l
                ON l.number = c.number AND l.file_id = \(file) AND \(BillComparison.isAsked)
                WHERE c.bill_id = \(bill.id)
                GROUP BY c.number, c.amount HAVING SUM(l.amount) <> c.amount
                UNION ALL
                SELECT 'theirs-only', l.number, l.stranger, l.line, 0, COALESCE(l.amount, 0)
                FROM insurer_line l WHERE l.file_id = \(file) AND \(BillComparison.isAsked)
                AND NOT EXISTS (
                    SELECT 1 FROM cover_month c WHERE c.number = l.number
                    AND c.month = \(bill.month.number) AND c.bill_id = \(bill.id))
            ) d
            """)
        let sums = try writer.first(
            """
            SELECT COUNT(*), COALESCE(SUM(l.amount), 0) FROM insurer_line l
            WHERE l.file_id = $1 AND \(BillComparison.isAsked)
            """, [SQLValue(file)]
        ) { fields in (people: fields.int(), amount: Rupiah(fields.integer())) }
        try note(
            people: sums?.people, amount: sums?.amount ?? .zero, code: code ?? bill.billingCode,
            file: file)
    }

    private func clear() throws(Problem) {
        try writer.execute(
            "DELETE FROM bill_difference WHERE bill_id = $1", [SQLValue(bill.id)])
    }

    private func note(
        people: Int?, amount: Rupiah, code: String?, file: Int?
    ) throws(Problem) {
        try writer.execute(
            """
            UPDATE bill SET billing_code = $2, billed_people = $3, billed_amount = $4,
            insurer_file = $5, version = version + 1 WHERE id = $1
            """,
            [
                SQLValue(bill.id), SQLValue(code), SQLValue(people), SQLValue(amount),
                SQLValue(file),
            ])
    }
}
