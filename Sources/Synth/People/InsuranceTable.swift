import Civic

/// Who is or was a member of the national work insurance, and who pays.
struct InsuranceTable: Sendable {
    struct Membership: Sendable {
        let standing: Occupation.Standing
        let ages: ClosedRange<Int>
        let deciles: ClosedRange<Int>
        let status: Person.Insurance
        let segment: [UInt8]
        let payer: [UInt8]
        let share: Double
    }

    let memberships: [Membership]

    init(_ table: Table) throws(Problem) {
        var memberships: [Membership] = []
        for row in table.rows {
            let standing = try row.text("standing")
            guard let known = Occupation.Standing(rawValue: standing) else {
                throw row.wrong("standing", standing)
            }
            let status = try row.text("status")
            guard ["active", "inactive"].contains(status) else { throw row.wrong("status", status) }
            memberships.append(
                Membership(
                    standing: known, ages: try row.range("age_from", "age_to"),
                    deciles: try row.range("decile_from", "decile_to"),
                    status: status == "active" ? .active : .inactive,
                    segment: Array(try row.text("segment").utf8),
                    payer: Array(try row.text("payer").utf8), share: try row.fraction("share")))
        }
        self.memberships = memberships
    }

    /// The membership that falls to such a person; nil for those who never joined.
    func pick(
        _ standing: Occupation.Standing, age: Int, decile: Int, _ dice: inout SeededGenerator
    ) -> Int? {
        var drawn = Double(dice.below(1 << 24)) / Double(1 << 24)
        for (position, membership) in memberships.enumerated()
        where membership.standing == standing && membership.ages.contains(age)
            && membership.deciles.contains(decile)
        {
            if drawn < membership.share { return position }
            drawn -= membership.share
        }
        return nil
    }

    /// A membership somebody had before: the first inactive one of the table.
    var earlier: Int? { memberships.firstIndex { $0.status == .inactive } }
}
