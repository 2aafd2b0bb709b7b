package import Civic
package import Jamsostek
package import Programme
package import Store

/// What happens to members: shown, noted, taken back.
extension Desk {
    /// How many changes a page of their list holds.
    package static let changesPerPage = 50
    private static let foundMax = 20
    private static let likelyMax = 100
    private static let claimsMax = 200

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

    package func likelyChanges(for viewer: Viewer) async throws(Problem) -> [LikelyChange] {
        try await store.likelyChanges(
            region.changes, in: try viewer.scope(for: .changeMembers), limit: Desk.likelyMax)
    }

    /// How many likely changes there are.
    package func waitingChanges(for viewer: Viewer) async throws(Problem) -> Waiting {
        try await store.waitingChanges(
            region.changes, in: try viewer.scope(for: .changeMembers))
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

    package func claims(for viewer: Viewer) async throws(Problem) -> [ClaimSummary] {
        try await store.claims(
            in: try viewer.scope(for: .seeMembers), limit: Desk.claimsMax)
    }

    // MARK: The effect before it is noted

    /// What would follow; nil when there is no such member, or the viewer may not note that kind.
    package func foreseen(
        _ number: String, _ kind: String, on day: Day, for viewer: Viewer
    ) async throws(Problem) -> ForeseenChange? {
        let subject = try await changeSubject(number, for: viewer)
        guard let subject else { return nil }
        let kinds = try changeKinds(of: subject.member.state, for: viewer)
        guard let kind = kinds.first(where: { $0.id == kind }) else { return nil }
        let effect = ChangeEffect(kind, on: day, months: subject.months)
        let replacement: Replacement? =
            kind.ends(subject.member.state)
            ? try await store.replacement(of: number, from: effect.ended) : nil
        return ForeseenChange(
            subject: subject, kind: kind, day: day, effect: effect,
            benefits: try benefits(kind, subject.member, subject.months, on: day),
            replacement: replacement)
    }

    /// What the law gives after the death that a change notes.
    package func benefits(
        of record: ChangeRecord
    ) throws(Problem) -> [DeathCase.Cause: BenefitAward] {
        guard let kind = region.changes.kind(record.summary.kind) else { return [:] }
        return try benefits(kind, record.member, record.months, on: record.summary.day)
    }

    /// What the law gives after a death with the months that were paid, by cause.
    private func benefits(
        _ kind: ChangeKind, _ member: Member, _ months: [PaidCover], on day: Day
    ) throws(Problem) -> [DeathCase.Cause: BenefitAward] {
        guard kind.claim == .death else { return [:] }
        let paid = months.filter { $0.state == .paid && $0.month <= day.month }
        let history = CoverHistory(paid: paid.map(\.month), startsOn: member.activeFrom)
        var awards: [DeathCase.Cause: BenefitAward] = [:]
        for cause in DeathCase.Cause.allCases {
            awards[cause] = try law.deathBenefit(
                DeathCase(
                    cause, on: day, declaredIncome: region.plan.declaredIncome, history: history))
        }
        return awards
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
            in: scope, by: act(viewer, "change \(viewer.account.login) \(key)"))
    }

    package func takeBackChange(
        _ id: Int, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bool {
        try await store.takeBackChange(
            id, in: try viewer.scope(for: .changeMembers),
            by: act(viewer, "change-back \(viewer.account.login) \(key)"))
    }

    package func correctChange(
        _ id: Int, to day: Day, key: String, for viewer: Viewer
    ) async throws(Problem) -> Bool {
        try await store.correctChange(
            id, to: day, region.changes, in: try viewer.scope(for: .changeMembers),
            by: act(viewer, "change-day \(viewer.account.login) \(key)"))
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
            by: act(viewer, "addendum \(viewer.account.login) \(key)"))
    }

    /// Nil when there is none.
    package func addendum(_ id: Int, for viewer: Viewer) async throws(Problem) -> Addendum? {
        try viewer.require(.seeDecrees)
        return try await store.addendum(id)
    }

    private func act(_ viewer: Viewer, _ key: String) -> Act {
        Act(actor: viewer.account.login, at: .now(), key: key)
    }

    private static func unknownKind() -> Problem {
        Problem(
            .input, "change-kind",
            Phrase(
                "Alasan, bukti atau sumber ini tidak dapat Anda catat.",
                en: "You cannot note this reason, evidence or source."),
            do: Phrase("Pilih yang ada di daftar.", en: "Choose one of the list."))
    }
}
