package import Civic
import Programme
package import Store

/// What somebody notes of a payment.
package struct PaymentWish: Sendable {
    /// SP2D; empty while the treasury's system is down.
    package let disbursement: String
    package let day: Day
    package let proof: (name: String, bytes: [UInt8])?

    package init(disbursement: String, day: Day, proof: (name: String, bytes: [UInt8])?) {
        self.disbursement = disbursement
        self.day = day
        self.proof = proof
    }
}

/// Monthly contributions: bills, orders and payments.
extension Desk {
    package func coverMonths(for viewer: Viewer) async throws(Problem) -> [MonthSum] {
        try viewer.require(.seeContributions)
        return try await store.coverMonths()
    }

    package func coverMonth(
        _ month: Month, for viewer: Viewer
    ) async throws(Problem) -> MonthFigures {
        try viewer.require(.seeContributions)
        return try await store.coverMonth(month, region.contributions.bills)
    }

    package func monthChanges(
        _ month: Month, for viewer: Viewer
    ) async throws(Problem) -> MonthChanges {
        try viewer.require(.seeContributions)
        return try await store.monthChanges(month)
    }

    /// - Throws: `bill-unknown`.
    package func bill(_ id: Int, for viewer: Viewer) async throws(Problem) -> Bill {
        try viewer.require(.seeContributions)
        guard let bill = try await store.bill(id) else { throw Problem.billMissing(id) }
        return bill
    }

    /// Puts the promised months of `month` on bills.
    package func billMonth(
        _ month: Month, key: String, for viewer: Viewer
    ) async throws(Problem) -> BillRunOutcome {
        try viewer.require(.billContributions)
        guard let pricing = try region.pricing(law, in: month...month)[month] else {
            throw Problem.storeFailed("pricing")
        }
        return try await store.billMonth(
            pricing, region.contributions.bills, by: act(viewer, "bill-make", key: key))
    }

    /// Makes out the order to pay.
    package func orderBill(
        _ id: Int, version: Int, number: String, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bill {
        try viewer.require(.billContributions)
        return try await store.orderBill(
            id, version: version, number: try Desk.written(number, "bill-order-number"),
            by: act(viewer, "bill-order", key: key))
    }

    /// Notes the payment. Its number may follow where a proof is at hand.
    package func payBill(
        _ id: Int, version: Int, _ payment: PaymentWish, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bill {
        try viewer.require(.payContributions)
        guard payment.day <= .jakarta(at: .now()) else { throw Desk.paymentAhead() }
        let number = Text.trimmed(payment.disbursement)
        guard !number.isEmpty || payment.proof != nil else { throw Desk.paymentUnproved() }
        let bill = try await store.payBill(
            id, version: version,
            BillPayment(
                disbursement: number.isEmpty ? nil : String(number.prefix(80)), day: payment.day,
                proofName: payment.proof.map { UploadReader.shown($0.name) },
                proofDigest: payment.proof.map { Fingerprint.of($0.bytes) }),
            by: act(viewer, "bill-pay", key: key))
        try await refreshGuard()
        return bill
    }

    package func noteDisbursement(
        _ id: Int, version: Int, number: String, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bill {
        try viewer.require(.payContributions)
        return try await store.noteDisbursement(
            id, version: version, number: try Desk.written(number, "bill-disbursement-number"),
            by: act(viewer, "bill-disbursement", key: key))
    }

    package func withdrawBill(
        _ id: Int, version: Int, reason: String, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bill {
        try viewer.require(.billContributions)
        return try await store.withdrawBill(
            id, version: version, reason: try Desk.written(reason, "bill-withdraw-reason"),
            by: act(viewer, "bill-withdraw", key: key))
    }

    /// Notes that the insurer gave money back for people of a bill.
    package func refund(
        _ numbers: [String], of id: Int, note: String, key: String, for viewer: Viewer
    ) async throws(Problem) -> CoverSum {
        try viewer.require(.payContributions)
        let sum = try await store.refund(
            numbers, of: id, note: try Desk.written(note, "bill-refund-note"),
            by: act(viewer, "bill-refund", key: key))
        try await refreshGuard()
        return sum
    }

    /// By when a bill has to be paid so that nobody on it loses cover; nil when nobody is at risk.
    package func safeDay(of bill: Bill) async throws(Problem) -> Day? {
        try await store.safeDay(ofBill: bill.id)
    }

    /// Where one month of somebody's cover comes from.
    package func trace(
        _ number: String, _ month: Month, for viewer: Viewer
    ) async throws(Problem) -> CoverTrace? {
        try await store.trace(number, month, in: try viewer.scope(for: .seeContributions))
    }

    /// A number or a reason as somebody typed it.
    static func written(_ text: String, _ code: String) throws(Problem) -> String {
        let trimmed = Text.trimmed(text)
        guard !trimmed.isEmpty, trimmed.count <= 300 else {
            throw Problem(
                .input, code,
                Phrase("Isian ini belum diisi.", en: "This field is not filled in."),
                do: Phrase("Isi, lalu kirim lagi.", en: "Fill it in and send it again."))
        }
        return trimmed
    }

    private static func paymentUnproved() -> Problem {
        Problem(
            .input, "bill-unproved",
            Phrase(
                "Nomor SP2D dan bukti bayar sama-sama kosong.",
                en: "Both the number of the SP2D and the proof are missing."),
            do: Phrase(
                "Isi nomor SP2D, atau lampirkan bukti bila nomornya menyusul.",
                en: "Enter the number, or attach a proof where the number follows."))
    }

    private static func paymentAhead() -> Problem {
        Problem(
            .input, "bill-paid-ahead",
            Phrase("Tanggal bayar ada di masa depan.", en: "The day of payment lies ahead."),
            do: Phrase("Isi tanggal pada SP2D.", en: "Enter the day on the SP2D."))
    }
}

extension Problem {
    static func billMissing(_ id: Int) -> Problem {
        Problem(
            .notFound, "bill-unknown",
            Phrase("Tagihan \(id) tidak ada.", en: "There is no bill \(id)."),
            do: Phrase("Buka lagi dari daftar bulan.", en: "Open it from the list of months."))
    }
}
