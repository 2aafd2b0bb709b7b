package import Civic
import Programme
package import Store

extension Desk {
    /// Candidates about whom those who were asked disagree.
    package func conflicts(
        after number: String?, for viewer: Viewer
    ) async throws(Problem) -> ConflictList {
        try await store.conflicts(
            in: try viewer.scope(for: .resolveConflicts), after: number, limit: Desk.pageSize)
    }

    /// Ends a disagreement, or asks anew those who object.
    ///
    /// - Throws: `reason-unknown` for a refusal without a reason of the city's list.
    package func settle(
        _ number: PersonNumber, seen: Int, _ settlement: Settlement, key: String,
        for viewer: Viewer
    ) async throws(Problem) -> CaseOutcome {
        let scope = try viewer.scope(for: .resolveConflicts)
        if case .refuse(let reason) = settlement, region.reasons[reason] == nil {
            throw Desk.noReason()
        }
        return try await store.settle(
            number, seen: seen, settlement, in: scope, region.verification,
            by: act(viewer, "settle", key))
    }

    private static func noReason() -> Problem {
        Problem(
            .input, "reason-unknown",
            Phrase("Alasan belum dipilih.", en: "No reason was chosen."),
            do: Phrase(
                "Pilih alasan, lalu tekan Tolak lagi.", en: "Choose a reason, then refuse again."))
    }
}
