package import Civic
package import Programme
package import Store

/// What happens to members: shown, noted, taken back.
extension Desk {
    /// How many changes a page of their list holds.
    package static let changesPerPage = 50
    private static let foundMax = 20

    // MARK: Finding

    /// Members in the viewer's reach that fit what was typed.
    package func members(
        matching search: PersonSearch, for viewer: Viewer
    ) async throws(Problem) -> [Member] {
        try await store.members(
            matching: search, in: try viewer.scope(for: .seeMembers), limit: Desk.foundMax)
    }

    /// The members that a person is or was.
    package func members(
        of person: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> [MemberRecord] {
        try await store.members(of: person, in: try viewer.scope(for: .seeMembers))
    }

    /// A member about whom the viewer may note something; nil when there is none.
    package func changeSubject(
        _ number: String, for viewer: Viewer
    ) async throws(Problem) -> ChangeSubject? {
        try await store.changeSubject(number, in: try viewer.scope(for: .changeMembers))
    }

    /// The kinds that the viewer may note of a member who stands so.
    package func changeKinds(
        of state: MemberState, for viewer: Viewer
    ) throws(Problem) -> [ChangeKind] {
        let scope = try viewer.scope(for: .changeMembers)
        return region.changes.kinds.filter { kind in
            let fits = kind.ends(state) || (kind.claim != nil && !state.isStanding)
            return fits && (scope.areas == nil || kind.isForArea)
        }
    }

    package func changes(
        matching filter: ChangeFilter, after position: Int?, for viewer: Viewer
    ) async throws(Problem) -> ChangeList {
        try await store.changes(
            matching: filter, in: try viewer.scope(for: .seeMembers), after: position,
            limit: Desk.changesPerPage)
    }

    package func change(_ id: Int, for viewer: Viewer) async throws(Problem) -> ChangeRecord? {
        try await store.change(id, in: try viewer.scope(for: .seeMembers))
    }

    // MARK: Noting

    /// Notes a change; see ``CityStore/noteChange(_:in:by:)``.
    ///
    /// - Throws: `change-kind` for a kind, an evidence or a source that the policy does not know or
    ///   the viewer may not note.
    package func noteChange(
        _ wish: ChangeWish, key: String, for viewer: Viewer
    ) async throws(Problem) -> NotedChange {
        let scope = try viewer.scope(for: .changeMembers)
        let policy = region.changes
        let today = Day.jakarta(at: .now())
        guard let kind = policy.kind(wish.kind), scope.areas == nil || kind.isForArea,
            kind.evidence.contains(wish.evidence),
            policy.sources.contains(where: { $0.id == wish.source })
        else { throw Desk.unknownKind() }
        return try await store.noteChange(
            NewChange(
                number: wish.number, kind: kind, day: wish.day, evidence: wish.evidence,
                source: wish.source, shown: wish.shown, isReplaced: wish.isReplaced,
                due: policy.firstContact(knownOn: today)),
            in: scope, by: act(viewer, "change", key: key))
    }

    package func takeBackChange(
        _ id: Int, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bool {
        try await store.takeBackChange(
            id, in: try viewer.scope(for: .changeMembers),
            by: act(viewer, "change-back", key: key))
    }

    package func correctChange(
        _ id: Int, to day: Day, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bool {
        try await store.correctChange(
            id, to: day, region.changes, in: try viewer.scope(for: .changeMembers),
            by: act(viewer, "change-day", key: key))
    }

    // MARK: Decrees that follow

    /// Decrees with changes that no amendment names.
    package func pendingAddenda(for viewer: Viewer) async throws(Problem) -> [PendingAddendum] {
        try viewer.require(.issueDecrees)
        return try await store.pendingAddenda()
    }

    /// Drafts an amendment that names them.
    package func draftAddendum(
        of decree: Int, key: String, for viewer: Viewer
    ) async throws(Problem) -> Int {
        try viewer.require(.issueDecrees)
        return try await store.draftAddendum(
            of: decree, region.changes, region.decrees,
            by: act(viewer, "addendum", key: key))
    }

    /// Nil when there is none.
    package func addendum(_ id: Int, for viewer: Viewer) async throws(Problem) -> Addendum? {
        try viewer.require(.seeDecrees)
        return try await store.addendum(id)
    }

    static func unknownKind() -> Problem {
        Problem(
            .input, "change-kind",
            Phrase(
                "Alasan, bukti atau sumber ini tidak dapat Anda catat.",
                en: "You cannot note this reason, evidence or source."),
            do: Phrase("Pilih yang ada di daftar.", en: "Choose one of the list."))
    }
}
