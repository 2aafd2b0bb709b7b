import Civic
import Programme

/// Reads members and changes in a scope.
struct ChangeReading {
    let scope: Scope
    let sealer: Sealer
    let reader: any SQLReader

    func member(_ number: String) throws(Problem) -> Member? {
        try members(limit: 1) { sql in ["m.number = \(sql.bind(.text(number)))"] }.first
    }

    /// Members that meet all of `conditions` on `m`, by name.
    func members(
        limit: Int, _ conditions: (inout SQLText) -> [String]
    ) throws(Problem) -> [Member] {
        var sql = SQLText()
        let all = conditions(&sql) + [scope.memberCondition(on: "m", &sql)]
        return try MemberTable.members(
            where: all.joined(separator: " AND "), sql.values, limit: limit, sealer, reader)
    }

    func record(_ id: Int) throws(Problem) -> ChangeRecord? {
        var sql = SQLText()
        let isThis = "c.id = \(sql.bind(SQLValue(id)))"
        let isInScope = scope.memberCondition(on: "m", &sql)
        let found = try ChangeTable.summaries(
            where: "\(isThis) AND \(isInScope)", sql.values, limit: 1, reader)
        guard let summary = found.first, let member = try member(summary.number) else {
            return nil
        }
        let last = try MemberEvents.all(of: summary.number, reader).last
        let isAsked = try RefundTable.isAsked(of: id, reader)
        return ChangeRecord(
            summary: summary, member: member,
            released: try ChangeMonths.released(by: id, reader),
            months: try ChangeMonths.all(of: summary.number, reader),
            skipped: try skipped(id),
            claim: try ClaimTable.summaries(
                where: "k.change_id = $1", [SQLValue(id)], limit: 1, reader
            ).first,
            mayBeTakenBack: summary.standing == .noted && last?.document == "change \(id)"
                && !isAsked)
    }

    private func skipped(_ id: Int) throws(Problem) -> [Replacement.Skipped] {
        try reader.all(
            "SELECT number, reason FROM change_skip WHERE change_id = $1 ORDER BY place",
            [SQLValue(id)]
        ) { fields in
            Replacement.Skipped(number: fields.text(), reason: SkipReason(code: fields.text()))
        }
    }
}
