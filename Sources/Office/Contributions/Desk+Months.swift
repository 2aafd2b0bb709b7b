package import Civic
package import Jamsostek
import Programme
package import Store

/// The months of one member, and what the law says of them.
package struct MemberMonths: Sendable {
    package let record: MemberRecord
    package let cover: CoverReport
    /// The last day on which a payment may leave the city; nil where nothing can lapse.
    package let safeDay: Day?
}

extension Desk {
    /// Nil when there is no such member in the viewer's reach.
    package func memberMonths(
        _ number: String, for viewer: Viewer, on today: Day
    ) async throws(Problem) -> MemberMonths? {
        let scope = try viewer.scope(for: .seeContributions)
        guard let record = try await store.member(number, in: scope) else { return nil }
        let paid = record.months.filter { $0.state == .paid }.map(\.month)
        let start = record.member.activeFrom
        let isKnown = start.map { $0.month == paid.min() } ?? false
        let cover = try law.coverRules(on: today).report(
            of: CoverHistory(paid: paid, startsOn: isKnown ? start : nil))
        return MemberMonths(
            record: record, cover: cover,
            safeDay: cover.lapsesOn.map(region.contributions.guarding.safeDay))
    }

    /// Whether months were promised to this person that the viewer may see.
    package func hasMonths(_ number: String, for viewer: Viewer) async throws(Problem) -> Bool {
        guard viewer.may(.seeContributions) else { return false }
        return try await store.member(
            number, in: try viewer.scope(for: .seeContributions)) != nil
    }

    /// All funds, with what they hold, for whoever may see contributions or watches cover.
    package func payers(for viewer: Viewer) async throws(Problem) -> [FundBalance] {
        if !viewer.may(.seeContributions) { try viewer.require(.guardCover) }
        return try await store.funds()
    }
}
