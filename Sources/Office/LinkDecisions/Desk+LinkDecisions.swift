package import Civic
import Programme
package import Store

/// Judging who is one person.
extension Desk {
    package static let pairPageSize = 50

    private var linkTerms: LinkTerms {
        LinkTerms(
            registries: Set(region.agencies.filter { $0.role == .civilRegistry }.map(\.id)),
            recheckReason: region.recheckReason, policy: region.verification)
    }

    /// One page of pairs that are open, or of which somebody could not tell.
    package func pairs(
        _ state: ReviewState, at position: PairPosition, for viewer: Viewer
    ) async throws(Problem) -> PairList {
        try await store.pairs(
            in: try viewer.scope(for: .decideLinks), state, at: position,
            limit: Desk.pairPageSize)
    }

    /// Nil when there is no such pair, or nobody of the two in the viewer's reach.
    package func pair(_ id: Int, for viewer: Viewer) async throws(Problem) -> PairRecord? {
        try await store.pair(id, in: try viewer.scope(for: .decideLinks))
    }

    package func linkDecisions(
        before: Int?, for viewer: Viewer
    ) async throws(Problem) -> [LinkDecision] {
        try await store.linkDecisions(
            in: try viewer.scope(for: .decideLinks), before: before, limit: Desk.pairPageSize)
    }

    package func linkDecision(
        _ id: Int, for viewer: Viewer
    ) async throws(Problem) -> LinkDecision? {
        try await store.linkDecision(id, in: try viewer.scope(for: .decideLinks))
    }

    package func decide(
        _ ruling: PairRuling, key: String?, for viewer: Viewer
    ) async throws(Problem) -> LinkOutcome {
        try await store.decide(
            ruling, in: try viewer.scope(for: .decideLinks), linkTerms, by: act(viewer, key))
    }

    package func undoLink(
        _ id: Int, key: String?, for viewer: Viewer
    ) async throws(Problem) -> LinkOutcome {
        try await store.undoLink(
            id, in: try viewer.scope(for: .decideLinks), linkTerms, by: act(viewer, key))
    }

    /// Makes a person of their own of one row of a person.
    package func split(
        _ number: PersonNumber, delivery: Int, record: Int, key: String?, for viewer: Viewer
    ) async throws(Problem) -> LinkOutcome {
        try await store.split(
            number, delivery: delivery, record: record,
            in: try viewer.scope(for: .decideLinks), linkTerms, by: act(viewer, key))
    }

    /// The number of the person whom somebody looks for by an earlier one; nil when there is nobody
    /// in the viewer's reach.
    package func currentNumber(
        of number: PersonNumber, for viewer: Viewer
    ) async throws(Problem) -> PersonNumber? {
        try await store.currentNumber(of: number, in: try viewer.scope(for: .seePeople))
    }

    /// Whether the viewer may judge who this person is.
    package func mayDecide(
        _ person: PersonSummary, _ viewer: Viewer
    ) async throws(Problem) -> Bool {
        guard viewer.may(.decideLinks) else { return false }
        let number = PersonNumber(known: person.number)
        return try await store.currentNumber(
            of: number, in: try viewer.scope(for: .decideLinks)) != nil
    }

    /// The name of the account that did something; its login where there is no such account.
    package func staffName(_ login: String) async throws(Problem) -> String {
        try await store.account(login: login)?.name ?? login
    }

    /// The titles of the roles that may judge pairs anywhere in the city.
    package var rolesForAllPairs: [Phrase] {
        access.roles.filter { access.reach(of: .decideLinks, for: $0) == .city }.map(\.title)
    }

    private func act(_ viewer: Viewer, _ key: String?) -> Act {
        Act(actor: viewer.account.login, at: .now(), key: key)
    }
}

extension Desk {
    /// Whether the civil registry lists both of a pair, under different numbers, so that a second
    /// person must confirm that they are one.
    package func needsSecond(_ pair: PairRecord) -> Bool {
        guard let first = pair.first, let second = pair.second else { return false }
        return side(first).isRegisteredApart(from: side(second))
    }

    private func side(_ person: PersonRecord) -> LinkSide {
        let registered = person.rows.filter { linkTerms.registries.contains($0.agency) }
        return LinkSide(
            registered: Set(registered.compactMap(\.nik)), sources: person.rows.count, age: 0)
    }
}
