package import Civic
package import Programme
package import Store

/// Looking at decrees.
extension Desk {
    /// Newest first.
    package func decrees(for viewer: Viewer) async throws(Problem) -> [Decree] {
        try viewer.require(.seeDecrees)
        return try await store.decrees()
    }

    /// Frozen waves of which no decree is drafted or in force, in order.
    package func wavesToDecree(for viewer: Viewer) async throws(Problem) -> [WaveToDecree] {
        try viewer.require(.issueDecrees)
        return try await store.wavesToDecree()
    }

    /// Nil when there is no such decree.
    package func decree(_ id: Int, for viewer: Viewer) async throws(Problem) -> DecreeRecord? {
        try viewer.require(.seeDecrees)
        return try await store.decree(id, region.decrees)
    }

    package func draftCheck(_ id: Int, for viewer: Viewer) async throws(Problem) -> DraftCheck {
        try viewer.require(.seeDecrees)
        return try await store.draftCheck(id, region.decrees)
    }

    /// What changed since the draft that was sent back; nil where there was none. NIKs print masked.
    package func redraftDifference(
        _ decree: Decree, for viewer: Viewer
    ) async throws(Problem) -> AnnexDifference? {
        try viewer.require(.seeDecrees)
        guard let before = decree.redrafts else { return nil }
        return try await store.annexDifference(from: before, to: decree.id)
    }

    package func annexPlaces(
        of id: Int, for viewer: Viewer
    ) async throws(Problem) -> [(village: PlaceCode?, people: Int)] {
        try viewer.require(.seeDecrees)
        return try await store.annexPlaces(of: id)
    }

    /// Lines of one village behind line `after`; NIKs print masked.
    package func annexLines(
        of id: Int, village: PlaceCode?, after: Int, for viewer: Viewer
    ) async throws(Problem) -> [DecreeLine] {
        try viewer.require(.seeDecrees)
        return try await store.annexLines(of: id, village: village, after: after)
    }

    /// The whole annex. The restricted edition, with full NIKs, is for whoever may read those, and is
    /// recorded.
    package func annex(
        of id: Int, _ edition: AnnexText.Edition, for viewer: Viewer
    ) async throws(Problem) -> [DecreeLine] {
        try viewer.require(.seeDecrees)
        if edition == .restricted {
            guard try viewer.scope(for: .revealNIK) == .city else { throw Problem.decreeUnknown() }
        }
        return try await store.annex(of: id, edition, by: act(viewer, "decree", key: nil))
    }

    /// The latest signed paper; nil when there is none. It holds full NIKs, and reading it is recorded.
    package func signedPaper(
        of id: Int, for viewer: Viewer
    ) async throws(Problem) -> (name: String, bytes: [UInt8])? {
        try viewer.require(.seeDecrees)
        guard try viewer.scope(for: .revealNIK) == .city else { throw Problem.decreeUnknown() }
        return try await store.signedPaper(of: id, by: act(viewer, "decree", key: nil))
    }

    /// What funds are called, by their ids.
    package func fundTitles(for viewer: Viewer) async throws(Problem) -> [String: String] {
        try viewer.require(.seeDecrees)
        let funds = try await store.funds().map { ($0.fund.id, $0.fund.title) }
        return Dictionary(funds) { first, _ in first }
    }

    /// What the code on a paper leads to, for everybody; nil when nothing was ever printed with it.
    package func verifiedPaper(_ code: PaperCode) async throws(Problem) -> VerifiedPaper? {
        try await store.verifiedPaper(code)
    }
}
