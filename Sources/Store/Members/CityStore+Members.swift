package import Civic
package import Programme

/// Everything that is kept of one member.
package struct MemberRecord: Sendable, Hashable {
    package let member: Member
    /// In order.
    package let months: [CoverMonth]
    package let events: [MemberEvent]

    /// When the insurer was told of the latest end, and what it answered; nil while it was not.
    package var telling: (at: Instant, answer: EndAnswer?)? {
        let last = events.lastIndex { $0.event == "end" } ?? 0
        let since = events.dropFirst(last)
        guard let told = since.last(where: { $0.event == MemberEvents.tellEnd }) else { return nil }
        let answers: [EndAnswer] = since.compactMap { event in
            switch event.event {
            case MemberEvents.endConfirmed: .ended
            case MemberEvents.endUnknown: .unknown
            default: nil
            }
        }
        return (told.at, answers.last)
    }

    /// Whether the insurer covers the member, or was asked to.
    package var isAtInsurer: Bool {
        member.participant != nil || events.contains { $0.event == "enrol" }
    }
}

extension CityStore {
    /// The member with this number in `scope`; nil when there is none.
    package func member(
        _ number: String, in scope: Scope
    ) async throws(Problem) -> MemberRecord? {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let isThis = "m.number = \(sql.bind(.text(number)))"
            let isInScope = scope.memberCondition(on: "m", &sql)
            let found = try MemberTable.members(
                where: "\(isThis) AND \(isInScope)", sql.values, limit: 1,
                try sealer.named(by: reader), reader)
            guard let member = found.first else { return nil }
            return MemberRecord(
                member: member, months: try MemberTable.months(of: number, reader),
                events: try MemberEvents.all(of: number, reader))
        }
    }
}

extension Scope {
    /// The condition that the member in table `member` lives in this scope. Agencies have no
    /// members.
    func memberCondition(on member: String, _ sql: inout SQLText) -> String {
        if agency != nil { return "1 = 0" }
        return areas.map { Scope.lives(in: $0, member, &sql) } ?? "1 = 1"
    }
}
