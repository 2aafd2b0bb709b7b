package import Civic
import Programme

/// Comparing a bill with the insurer's.
extension CityStore {
    /// Notes the code and the sum that the insurer asks for, without names.
    package func compareBill(
        _ id: Int, people: Int?, amount: Rupiah, code: String, by act: Act
    ) async throws(Problem) -> Bill {
        try await changeDraft(id, "bill.compare", by: act) { comparison, _ throws(Problem) in
            try comparison.compare(people: people, amount: amount, code: code)
            return ["code": code, "theirs": String(amount.amount)]
        }
    }

    /// Compares name by name with a file of the insurer, of the month and fund of the bill.
    ///
    /// - Throws: `insurer-bill-taken` when the same file came in for something else.
    package func compareBill(
        _ id: Int, with file: NewInsurerFile, _ rows: [InsurerRow], code: String, by act: Act
    ) async throws(Problem) -> Bill {
        try await changeDraft(id, "bill.compare", by: act) { comparison, _ throws(Problem) in
            try comparison.compare(file, rows, code: code)
            return ["code": code, "file": file.digest]
        }
    }

    /// Explains differences; `places` nil means all that nobody has explained.
    package func explainBill(
        _ id: Int, places: [Int]?, _ explanation: String, by act: Act
    ) async throws(Problem) -> Bill {
        try await changeDraft(id, "bill.explain", by: act) { _, writer throws(Problem) in
            var sql = SQLText()
            let isThis = "bill_id = \(sql.bind(SQLValue(id)))"
            let which =
                places.map { "place IN (\(sql.bind($0.map { SQLValue($0) })))" }
                ?? "explanation IS NULL"
            let set = "\(sql.bind(.text(explanation)))"
            let actor = sql.bind(.text(act.actor))
            guard places?.isEmpty != true else { return ["differences": "0"] }
            let count = try writer.execute(
                """
                UPDATE bill_difference SET explanation = \(set), explained_by = \(actor)
                WHERE \(isThis) AND \(which)
                """, sql.values)
            return ["differences": String(count), "explanation": explanation]
        }
    }

    /// Takes people off a bill whom the insurer does not ask for; their months wait for another.
    package func leaveOffBill(
        _ id: Int, places: [Int], by act: Act
    ) async throws(Problem) -> Bill {
        try await changeDraft(id, "bill.leave-off", by: act) { comparison, writer throws(Problem) in
            guard !places.isEmpty else { return ["people": "0"] }
            var sql = SQLText()
            let bill = sql.bind(SQLValue(id))
            let isOne = "place IN (\(sql.bind(places.map { SQLValue($0) })))"
            let count = try writer.execute(
                """
                UPDATE cover_month SET state = 'promised', amount = NULL, bill_id = NULL
                WHERE bill_id = \(bill) AND number IN (
                    SELECT d.number FROM bill_difference d WHERE d.bill_id = \(bill)
                    AND d.kind = 'ours-only' AND d.\(isOne))
                """, sql.values)
            try BillTable.recount(id, writer)
            let file = try writer.first(
                "SELECT insurer_file FROM bill WHERE id = $1", [SQLValue(id)]
            ) { fields in fields.optionalInt() }
            if let file, let file, let bill = try BillTable.bill(id, writer) {
                try BillComparison(
                    bill: bill, act: act, sealer: comparison.sealer, journal: comparison.journal,
                    writer: writer
                ).compare(file: file, code: nil)
            }
            return ["people": String(count)]
        }
    }

    /// The differences of a bill behind place `after`, in order.
    package func billDifferences(
        _ bill: Int, after: Int = 0, limit: Int
    ) async throws(Problem) -> [BillDifference] {
        try await engine.read { reader throws(Problem) in
            try reader.all(
                """
                SELECT d.place, d.kind, d.number, COALESCE(m.name, s.name), m.village, d.line,
                d.ours, d.theirs, d.explanation, d.explained_by FROM bill_difference d
                LEFT JOIN member m ON m.number = d.number
                LEFT JOIN insurer_stranger s ON s.id = d.stranger
                WHERE d.bill_id = $1 AND d.place > $2 ORDER BY d.place LIMIT $3
                """, [SQLValue(bill), SQLValue(after), SQLValue(limit)]
            ) { fields throws(Problem) in
                let place = fields.int()
                guard let kind = BillDifferenceKind(rawValue: fields.text()) else {
                    throw Problem.storeDamaged("bill_difference.kind")
                }
                return BillDifference(
                    place: place, kind: kind, number: fields.optionalText(),
                    name: fields.optionalText(), village: fields.place(),
                    line: fields.optionalInt(), ours: Rupiah(fields.integer()),
                    theirs: Rupiah(fields.integer()), explanation: fields.optionalText(),
                    explainedBy: fields.optionalText())
            }
        }
    }

    /// Changes a bill that is not ordered yet, with the event that tells of it.
    private func changeDraft(
        _ id: Int, _ verb: String, by act: Act,
        _ change:
            @escaping @Sendable (BillComparison, any SQLWriter) throws(Problem) -> [String:
            String]
    ) async throws(Problem) -> Bill {
        let (journal, sealer) = (journal, sealer)
        return try await engine.write { writer throws(Problem) in
            guard let bill = try BillTable.bill(id, writer) else { throw Problem.billUnknown(id) }
            guard try RequestKeys.claim(act, verb, writer) else { return bill }
            guard bill.state == .draft else { throw Problem.billChanged() }
            let comparison = BillComparison(
                bill: bill, act: act, sealer: try sealer.named(by: writer), journal: journal,
                writer: writer)
            let detail = try change(comparison, writer)
            try journal.append(verb, BillWords.subject(id), detail, by: act, to: writer)
            guard let after = try BillTable.bill(id, writer) else {
                throw Problem.storeDamaged("bill")
            }
            return after
        }
    }
}
