package import Civic
import Programme
package import Store

/// What the latest lists say of members.
extension Desk {
    private static let likelyMax = 100
    private static let dismissedMax = 50

    private var signs: LikelySigns {
        let rules = Dictionary(grouping: region.rules, by: \.reason)
        return LikelySigns(
            policy: region.changes, rules: rules.mapValues { Set($0.map(\.kind.rawValue)) })
    }

    package func likelyChanges(for viewer: Viewer) async throws(Problem) -> [LikelyChange] {
        try await store.likelyChanges(
            signs, in: try viewer.scope(for: .changeMembers), limit: Desk.likelyMax)
    }

    /// How many likely changes there are.
    package func waitingChanges(for viewer: Viewer) async throws(Problem) -> Waiting {
        try await store.waitingChanges(signs, in: try viewer.scope(for: .changeMembers))
    }

    /// Ids of the kinds that the viewer may note, or set aside.
    package func changeableKinds(for viewer: Viewer) throws(Problem) -> Set<String> {
        let isWholeCity = try viewer.scope(for: .changeMembers).areas == nil
        return Set(region.changes.kinds.filter { isWholeCity || $0.isForArea }.map(\.id))
    }

    /// What was set aside, newest first.
    package func likelyDismissals(
        for viewer: Viewer
    ) async throws(Problem) -> [LikelyDismissal] {
        try await store.likelyDismissals(
            in: try viewer.scope(for: .changeMembers), limit: Desk.dismissedMax)
    }

    /// Sets aside what the lists say of a member; see
    /// ``CityStore/dismissLikely(_:kind:evidence:reason:_:in:by:)``.
    ///
    /// - Throws: `reason-missing`; `change-kind` for a kind that the viewer may not note.
    package func dismissLikely(
        _ number: String, kind: String, evidence: String, reason: String, key: String,
        for viewer: Viewer
    ) async throws(Problem) {
        let scope = try viewer.scope(for: .changeMembers)
        guard try changeableKinds(for: viewer).contains(kind) else { throw Desk.unknownKind() }
        guard let reason = Desk.note(reason) else { throw Desk.reasonMissing() }
        try await store.dismissLikely(
            number, kind: kind, evidence: evidence, reason: reason, signs, in: scope,
            by: act(viewer, "likely-dismiss", key: key))
    }
}
