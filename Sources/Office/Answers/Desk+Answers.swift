package import Civic
import Programme
package import Store

/// What became of all exact matches.
package enum BulkOutcome: Sendable, Hashable {
    case kept(Int)
    /// The agency's list was replaced meanwhile.
    case otherList
}

extension Desk {
    /// What waits for the viewer's agency.
    package func questions(
        _ filter: QuestionFilter, after number: String?, for viewer: Viewer
    ) async throws(Problem) -> QuestionList {
        try await store.questions(
            try ask(of: viewer), filter, after: number, limit: Desk.pageSize)
    }

    /// The agency's word about one candidate.
    package func answer(
        _ answer: AgencyAnswer, key: String, for viewer: Viewer
    ) async throws(Problem) -> AnswerOutcome {
        let voice = try await voice(of: viewer)
        return try await store.answer(
            answer, voice.ask, isOld: voice.isOld, by: act(viewer, "answer", key))
    }

    /// Yes to everybody who was found for certain on the agency's list.
    package func acceptExact(
        of list: Int, in district: PlaceCode?, key: String, for viewer: Viewer
    ) async throws(Problem) -> BulkOutcome {
        let voice = try await voice(of: viewer)
        let count = try await store.acceptExact(
            voice.ask, of: list, in: district, isOld: voice.isOld,
            by: act(viewer, "exact", key))
        return count.map { .kept($0) } ?? .otherList
    }

    /// Takes back what the viewer answered at `instant`; nil where it is too late.
    package func withdrawAnswers(
        givenAt instant: Instant, about number: PersonNumber?, key: String, for viewer: Viewer
    ) async throws(Problem) -> Int? {
        try await store.withdrawAnswers(
            try ask(of: viewer), givenAt: instant, about: number,
            by: act(viewer, "withdraw", key))
    }

    /// What the viewer answered last, as long as it can be taken back.
    package func lastAnswer(of viewer: Viewer) async throws(Problem) -> LastAnswer? {
        try await store.lastAnswer(
            try ask(of: viewer), by: viewer.account.login, at: .now())
    }

    package func answerCounts(for viewer: Viewer) async throws(Problem) -> AnswerCounts {
        try await store.answerCounts(try ask(of: viewer))
    }

    /// The agency's answers, latest first.
    package func answers(
        after cursor: AnswerCursor?, for viewer: Viewer
    ) async throws(Problem) -> [GivenAnswer] {
        try await store.answers(try ask(of: viewer), after: cursor, limit: Desk.pageSize)
    }

    /// What agencies are asked about a candidate. Somebody of one agency learns nothing of the
    /// others, unless there is disagreement.
    package func caseQuestions(
        about number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> CaseQuestions? {
        let scope = try viewer.scope(for: .seePeople)
        guard
            let found = try await store.caseQuestions(
                about: number, in: scope, region.verification)
        else { return nil }
        guard let own = scope.agency, found.standing != .conflict else { return found }
        return CaseQuestions(
            standing: found.standing, due: found.due,
            agencies: found.agencies.filter { $0.agency == own })
    }

    func act(_ viewer: Viewer, _ verb: String, _ key: String) -> Act {
        let login = viewer.account.login
        return Act(
            actor: login, at: .now(),
            key: key.isEmpty ? nil : "\(verb) \(login) \(key.prefix(64))")
    }
}
