package import Civic
package import Jamsostek
import Programme
package import Store

/// What would follow from a change, and what the law gives after it.
extension Desk {
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
}
