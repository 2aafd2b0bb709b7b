package import Civic
import Ledger
import Programme

/// What proves that a bill was paid.
package struct BillPayment: Sendable, Hashable {
    /// SP2D; nil while the treasury's system is down.
    package let disbursement: String?
    package let day: Day
    package let proofName: String?
    /// SHA-256 of the proof.
    package let proofDigest: String?

    package init(disbursement: String?, day: Day, proofName: String?, proofDigest: String?) {
        self.disbursement = disbursement
        self.day = day
        self.proofName = proofName
        self.proofDigest = proofDigest
    }
}

/// Ordering, paying and withdrawing bills.
extension CityStore {
    /// Makes out the order to pay (SPM): the money is held from now on.
    ///
    /// - Throws: `bill-not-compared`, `bill-unexplained`, `bill-changed`.
    package func orderBill(
        _ id: Int, version: Int, number: String, by act: Act
    ) async throws(Problem) -> Bill {
        try await changeBill(id, version, "bill.order", by: act) { step throws(Problem) in
            let bill = step.bill
            guard bill.state == .draft else { throw Problem.billChanged() }
            guard bill.billedAmount != nil else { throw Problem.billNotCompared() }
            guard bill.unexplained == 0 else { throw Problem.billUnexplained(bill.unexplained) }
            try step.post(
                BillWords.payment(id),
                .hold(
                    Movement(
                        fund: bill.fund, .payment, bill.amount,
                        for: Purpose(period: bill.month, decree: BillWords.subject(id)))),
                note: number)
            try step.set(
                "state = 'ordered', order_number = $2, ordered_by = $3, ledger_key = $4",
                [.text(number), .text(act.actor), .text(BillWords.payment(id))])
            return ["order": number, "amount": String(bill.amount.amount)]
        }
    }

    /// Notes that the treasury paid: every month on the bill is paid.
    ///
    /// - Throws: `payer-ordered` when the same person made out the order.
    package func payBill(
        _ id: Int, version: Int, _ payment: BillPayment, by act: Act
    ) async throws(Problem) -> Bill {
        try await changeBill(id, version, "bill.pay", by: act) { step throws(Problem) in
            let bill = step.bill
            guard bill.state == .ordered else { throw Problem.billChanged() }
            guard bill.orderedBy != act.actor else { throw Problem.payerOrdered() }
            try step.post(
                BillWords.settlement(id), .settle(of: BillWords.payment(id)),
                note: payment.disbursement)
            try step.set(
                """
                state = 'paid', paid_by = $2, paid_on = $3, disbursement = $4, proof_name = $5,
                proof_digest = $6
                """,
                [
                    .text(act.actor), SQLValue(payment.day), SQLValue(payment.disbursement),
                    SQLValue(payment.proofName), SQLValue(payment.proofDigest),
                ])
            let count = try step.writer.execute(
                """
                UPDATE cover_month SET state = 'paid' WHERE bill_id = $1 AND state = 'billed'
                """, [SQLValue(id)])
            guard count == bill.people else { throw Problem.storeDamaged("cover_month") }
            return [
                "disbursement": payment.disbursement ?? "", "day": payment.day.iso,
                "proof": payment.proofDigest ?? "", "people": String(count),
                "amount": String(bill.amount.amount),
            ]
        }
    }

    /// Notes the SP2D of a bill that was paid while the treasury's system was down.
    package func noteDisbursement(
        _ id: Int, version: Int, number: String, by act: Act
    ) async throws(Problem) -> Bill {
        try await changeBill(id, version, "bill.disbursement", by: act) { step throws(Problem) in
            guard step.bill.state == .paid, step.bill.disbursement == nil else {
                throw Problem.billChanged()
            }
            try step.set("disbursement = $2", [.text(number)])
            return ["disbursement": number]
        }
    }

    /// Withdraws a bill that was not paid: its months wait for another one, and what was held is
    /// set aside for them again.
    package func withdrawBill(
        _ id: Int, version: Int, reason: String, by act: Act
    ) async throws(Problem) -> Bill {
        try await changeBill(id, version, "bill.withdraw", by: act) { step throws(Problem) in
            switch step.bill.state {
            case .draft: break
            case .ordered:
                try step.post(
                    BillWords.withdrawal(id), .void(of: BillWords.payment(id)), note: nil)
            case .paid, .void: throw Problem.billChanged()
            }
            try step.writer.execute(
                """
                UPDATE cover_month SET state = 'promised', amount = NULL, bill_id = NULL
                WHERE bill_id = $1
                """, [SQLValue(id)])
            try step.set("state = 'void', void_reason = $2", [.text(reason)])
            return ["reason": reason]
        }
    }

    /// Notes that the insurer gave back what was paid for people of a bill, as for the dead and for
    /// those insured twice: the money is free again.
    ///
    /// - Returns: for how many, and how much. Whoever is not paid on the bill is passed over.
    package func refund(
        _ numbers: [String], of id: Int, note: String, by act: Act
    ) async throws(Problem) -> CoverSum {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard let bill = try BillTable.bill(id, writer) else { throw Problem.billUnknown(id) }
            guard bill.state == .paid else { throw Problem.billChanged() }
            guard try RequestKeys.claim(act, "bill.refund", writer) else { return CoverSum() }
            let step = BillStep(bill: bill, act: act, journal: journal, writer: writer)
            return try step.refund(numbers, note: note)
        }
    }

    private func changeBill(
        _ id: Int, _ version: Int, _ verb: String, by act: Act,
        _ change: @escaping @Sendable (BillStep) throws(Problem) -> [String: String]
    ) async throws(Problem) -> Bill {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard let bill = try BillTable.bill(id, writer) else { throw Problem.billUnknown(id) }
            guard try RequestKeys.claim(act, verb, writer) else { return bill }
            guard bill.version == version else { throw Problem.billChanged() }
            let detail = try change(
                BillStep(bill: bill, act: act, journal: journal, writer: writer))
            try journal.append(verb, BillWords.subject(id), detail, by: act, to: writer)
            guard let after = try BillTable.bill(id, writer) else {
                throw Problem.storeDamaged("bill")
            }
            return after
        }
    }
}
