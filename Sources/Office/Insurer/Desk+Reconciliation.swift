package import Civic
package import Store

/// Putting a month beside what the insurer says.
extension Desk {
    package func reconciliation(
        of month: Month, for viewer: Viewer
    ) async throws(Problem) -> Reconciliation {
        try viewer.require(.reconcile)
        return try await store.reconciliation(of: month)
    }

    /// Rows of a month after the line `position`.
    package func reconciliationRows(
        of month: Month, _ part: ReconciliationPart, after position: Int, limit: Int,
        for viewer: Viewer
    ) async throws(Problem) -> [ReconciliationRow] {
        try viewer.require(.reconcile)
        return try await store.reconciliationRows(
            of: month, part, after: position, limit: limit)
    }

    /// Closes a month as the viewer saw it.
    ///
    /// - Returns: the code of the record.
    package func closeReconciliation(
        of month: Month, ours: String, theirs: String, for viewer: Viewer
    ) async throws(Problem) -> String {
        try viewer.require(.reconcile)
        return try await store.closeReconciliation(
            of: month, ours: ours, theirs: theirs,
            by: Act(actor: viewer.account.login, at: .now()))
    }
}
