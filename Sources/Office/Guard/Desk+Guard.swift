package import Civic
import Jamsostek
import Programme
package import Store

/// Watching that nobody's cover lapses.
extension Desk {
    private static let bridgeMonths = 24

    /// What the guard found last, reckoned now where it never was or was on another day.
    package func guardDay(
        for viewer: Viewer, at now: Instant = .now()
    ) async throws(Problem) -> GuardDay {
        try viewer.require(.guardCover)
        if let found = try await store.guardDay(), found.day == .jakarta(at: now) { return found }
        try await refreshGuard(at: now)
        guard let found = try await store.guardDay() else { throw Problem.storeFailed("guard") }
        return found
    }

    /// Looks anew, as months were paid or moved.
    func refreshGuard(at now: Instant = .now()) async throws(Problem) {
        try await store.refreshGuard(
            try law.coverRules(on: .jakarta(at: now)), region.contributions.guarding,
            by: Act(actor: "sigap", at: now))
    }

    package func guardRisks(
        _ filter: GuardFilter, after position: GuardPosition?, for viewer: Viewer
    ) async throws(Problem) -> [GuardRisk] {
        try await store.guardRisks(
            filter, in: try viewer.scope(for: .guardCover), after: position,
            limit: Desk.pageSize)
    }

    package func nameGuardOwner(
        _ owner: String, of fund: String, key: String, for viewer: Viewer
    ) async throws(Problem) {
        try viewer.require(.guardCover)
        let name = Text.trimmed(owner)
        guard !name.isEmpty, name.count <= 80 else { throw Desk.ownerMissing() }
        try await store.nameGuardOwner(
            name, of: fund, by: act(viewer, "guard-owner", key: key))
    }

    /// What a bridge would do.
    package func bridgeEffect(
        _ wish: BridgeWish, for viewer: Viewer
    ) async throws(Problem) -> BridgeEffect {
        try viewer.require(.guardCover)
        return try await store.bridgeEffect(wish, try bridgePricing(wish))
    }

    /// Has promised months paid by another fund; nil when that was done before.
    package func bridge(
        _ wish: BridgeWish, key: String, for viewer: Viewer
    ) async throws(Problem) -> BridgeEffect? {
        try viewer.require(.guardCover)
        let effect = try await store.bridge(
            wish, try bridgePricing(wish), by: act(viewer, "bridge", key: key))
        try await refreshGuard()
        return effect
    }

    private func bridgePricing(
        _ wish: BridgeWish
    ) throws(Problem) -> [Month: ContributionPricing] {
        let length = wish.months.upperBound - wish.months.lowerBound + 1
        guard length <= Desk.bridgeMonths else { throw Desk.bridgeTooLong() }
        return try region.pricing(law, in: wish.months)
    }

    private static func ownerMissing() -> Problem {
        Problem(
            .input, "guard-owner",
            Phrase(
                "Nama penanggung jawab belum diisi.", en: "The person in charge is not named."),
            do: Phrase("Tulis nama atau jabatannya.", en: "Write the name or the office."))
    }

    private static func bridgeTooLong() -> Problem {
        Problem(
            .input, "bridge-months",
            Phrase("Terlalu banyak bulan.", en: "Too many months."),
            do: Phrase(
                "Pilih paling banyak \(Desk.bridgeMonths) bulan.",
                en: "Choose at most \(Desk.bridgeMonths) months."))
    }
}
