package import Civic
package import Programme
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

    package func reconciliationIsClosed(
        _ month: Month, for viewer: Viewer
    ) async throws(Problem) -> Bool {
        try viewer.require(.reconcile)
        return try await store.reconciliationIsClosed(month)
    }

    // MARK: Answers that contradict each other

    /// How many nobody has settled.
    package func insurerConflictCount(for viewer: Viewer) async throws(Problem) -> Int {
        try viewer.require(.reconcile)
        return try await store.insurerConflictCount()
    }

    /// Those that nobody has settled, behind `position`.
    package func insurerConflicts(
        after position: ConflictName, limit: Int, for viewer: Viewer
    ) async throws(Problem) -> [InsurerConflict] {
        try viewer.require(.reconcile)
        return try await store.insurerConflicts(after: position, limit: limit)
    }

    /// Says which of two answers holds, and why, while `month` is reconciled.
    package func settleInsurerConflict(
        _ id: ConflictName, _ choice: AnswerChoice, because reason: String, version: Int,
        in month: Month, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.reconcile)
        try await store.settleInsurerConflict(
            id, choice, because: try Desk.written(reason, "insurer-conflict-reason"),
            version: version, in: month, by: act(viewer, "insurer-settle", key: key))
    }
}
