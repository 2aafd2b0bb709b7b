package import Civic
import Programme
package import Store

/// Asking RWs which of their candidates work.
extension Desk {
    /// The viewer's only kelurahan; nil for whoever works for several.
    package func onlyVillage(of viewer: Viewer) throws(Problem) -> PlaceCode? {
        let areas = try viewer.scope(for: .confirmWork).areas ?? []
        guard areas.count == 1, let area = areas.first, area.level == .village else { return nil }
        return area
    }

    /// Whether the viewer asks the RWs of this kelurahan.
    package func asks(in village: PlaceCode, _ viewer: Viewer) throws(Problem) -> Bool {
        try viewer.scope(for: .confirmWork).narrowed(to: village).areas == [village]
    }

    /// RWs in the viewer's reach, of one kelurahan or of all, with candidates that wait.
    package func wards(
        of village: PlaceCode?, for viewer: Viewer
    ) async throws(Problem) -> [Ward] {
        try await store.wards(in: try roundScope(village, viewer), at: .now())
    }

    /// Whom the next list of an RW would hold.
    package func wardCandidates(
        of village: PlaceCode, rw: Int, for viewer: Viewer
    ) async throws(Problem) -> [WardCandidate] {
        try await store.wardCandidates(
            of: village, rw: rw, in: try viewer.scope(for: .confirmWork), at: .now())
    }

    /// The name of the RW head that was given last time.
    package func lastWitness(
        of village: PlaceCode, rw: Int, for viewer: Viewer
    ) async throws(Problem) -> String? {
        try await store.lastWitness(
            of: village, rw: rw, in: try viewer.scope(for: .confirmWork))
    }

    /// The latest lists in the viewer's reach, of one kelurahan or of all.
    package func rounds(
        of village: PlaceCode?, for viewer: Viewer
    ) async throws(Problem) -> [RoundSummary] {
        try await store.rounds(in: try roundScope(village, viewer))
    }

    /// Nil when there is no such list in the viewer's reach.
    package func round(_ id: Int, for viewer: Viewer) async throws(Problem) -> Round? {
        try await store.round(id, in: try viewer.scope(for: .confirmWork))
    }

    /// Makes a list of everybody who waits; nil when nobody in the viewer's reach does.
    package func makeRound(
        _ new: NewRound, key: String, for viewer: Viewer
    ) async throws(Problem) -> Int? {
        try await store.makeRound(
            new, in: try viewer.scope(for: .confirmWork), days: region.verification.linkDays,
            by: act(viewer, "round \(viewer.account.login) \(key)"))
    }

    package func closeRound(_ id: Int, for viewer: Viewer) async throws(Problem) -> Bool {
        try await store.closeRound(
            id, in: try viewer.scope(for: .confirmWork), by: act(viewer, nil))
    }

    /// Keeps what came back on paper; nil when there is no such list in the viewer's reach.
    package func answerRound(
        _ id: Int, _ words: [RoundWord], key: String, for viewer: Viewer
    ) async throws(Problem) -> RoundSummary? {
        try await store.answerRound(
            id, words, in: try viewer.scope(for: .confirmWork), region.verification,
            by: act(viewer, "round-answer \(viewer.account.login) \(key)"))
    }

    package func issueRoundLink(
        _ id: Int, key: String, for viewer: Viewer
    ) async throws(Problem) -> RoundLinkOutcome {
        try await store.issueRoundLink(
            id, in: try viewer.scope(for: .confirmWork), days: region.verification.linkDays,
            by: act(viewer, "round-link \(viewer.account.login) \(key)"))
    }

    package func revokeRoundLink(_ id: Int, for viewer: Viewer) async throws(Problem) -> Bool {
        try await store.revokeRoundLink(
            id, in: try viewer.scope(for: .confirmWork), by: act(viewer, nil))
    }

    private func roundScope(_ village: PlaceCode?, _ viewer: Viewer) throws(Problem) -> Scope {
        let scope = try viewer.scope(for: .confirmWork)
        return village.map(scope.narrowed) ?? scope
    }

    private func act(_ viewer: Viewer, _ key: String?) -> Act {
        Act(actor: viewer.account.login, at: .now(), key: key)
    }

    // MARK: Without an account, by a link

    /// What a link leads to in the browser that bears `session`.
    package func roundDoor(_ token: String, session: String?) async throws(Problem) -> RoundDoor {
        try await store.roundDoor(token, session: session, region.verification, at: .now())
    }

    package func openRound(_ token: String, code: String) async throws(Problem) -> RoundOpening {
        try await store.openRound(token, code: code, region.verification, at: .now())
    }

    /// Keeps what was tapped; nil when the link is not open in that browser any more.
    package func answerRound(
        _ token: String, session: String, _ words: [RoundWord], key: String?
    ) async throws(Problem) -> RoundSummary? {
        try await store.answerRound(
            token, session: session, words, region.verification, at: .now(), key: key)
    }
}
