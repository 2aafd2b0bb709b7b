package import Civic
import Programme
package import Store

/// Months that must come back from the insurer.
extension Desk {
    /// How many of the months that came back are shown, the latest first.
    package static let refundsDoneMax = 300
    private static let creditBillsMax = 24

    /// Those that stand so.
    package func refunds(
        _ standing: RefundStanding, for viewer: Viewer
    ) async throws(Problem) -> [RefundRow] {
        try await store.refunds(
            region.changes, standing: standing, in: try viewer.scope(for: .seeContributions),
            limit: Desk.refundsDoneMax)
    }

    package func refundSums(for viewer: Viewer) async throws(Problem) -> [RefundSum] {
        try await store.refundSums(
            region.changes, in: try viewer.scope(for: .seeContributions))
    }

    /// Bills that were paid and that money may have been taken off, the latest first.
    package func creditBills(
        of fund: String, for viewer: Viewer
    ) async throws(Problem) -> [Bill] {
        try viewer.require(.seeContributions)
        return Array(
            try await store.paidBills(of: fund).reversed().prefix(Desk.creditBillsMax))
    }

    /// What was taken off a bill.
    package func creditOnBill(_ id: Int, for viewer: Viewer) async throws(Problem) -> Rupiah {
        try viewer.require(.seeContributions)
        return try await store.creditOnBill(id)
    }

    /// Does one step; see ``CityStore/settleRefunds(_:_:in:by:)``.
    ///
    /// - Throws: `refund-document` without a number of a letter or proof.
    package func settleRefunds(
        _ deed: RefundDeed, key: String, for viewer: Viewer
    ) async throws(Problem) -> RefundOutcome {
        let scope = try viewer.scope(for: .payContributions)
        let document = try Desk.written(deed.document, "refund-document")
        let outcome = try await store.settleRefunds(
            RefundDeed(deed.step, deed.choice, on: deed.day, document: document), region.changes,
            in: scope, by: act(viewer, deed.step.verb, key: key))
        try await refreshGuard()
        return outcome
    }
}
