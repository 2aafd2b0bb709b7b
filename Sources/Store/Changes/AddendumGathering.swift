import Civic
import Programme

/// Gathers what happened to the members of a decree into lines of an amendment, inside a
/// transaction.
struct AddendumGathering {
    let policy: ChangePolicy
    let writer: any SQLWriter

    /// The decree that amendments of a member's decree amend: that itself, or what it amends.
    static let root = "COALESCE(e.amends, e.id)"
    static let source = "\(ChangeTable.source) JOIN decree e ON e.id = m.decree_id"
    /// Whoever had left before stands on an amendment already.
    static let isPending = "\(ChangeTable.isFree) AND c.ended_month IS NOT NULL"

    /// The lines of all changes of members of `decree` that no decree names, and their ids. Places
    /// are filled anew by the frozen order, from `first` on: whoever was next may have died.
    func lines(
        of decree: Int, from first: Month
    ) throws(Problem) -> (changes: [Int], lines: [AddendumLine]) {
        let pending = try writer.all(
            """
            SELECT c.id, c.number, c.kind, c.ended_month, c.replaced_by FROM \(Self.source)
            WHERE \(Self.root) = $1 AND \(Self.isPending) ORDER BY c.id
            """, [SQLValue(decree)]
        ) { fields in
            (
                id: fields.int(), number: fields.text(), kind: fields.text(),
                ended: fields.month(), replaced: fields.optionalText()
            )
        }
        var lines: [AddendumLine] = []
        for change in pending {
            guard let kind = policy.kind(change.kind) else {
                throw Problem.storeDamaged("member_change.kind")
            }
            let isReplaced = change.replaced != nil
            lines.append(
                AddendumLine(
                    number: change.number, ended: change.ended, cause: kind.reason,
                    replacement: isReplaced
                        ? try taking(change.id, from: max(change.ended, first)) : nil))
        }
        return (pending.map(\.id), lines)
    }

    /// Who takes the place of a change from `first` on; nil when nothing is left of it, or nobody.
    private func taking(_ change: Int, from first: Month) throws(Problem) -> AddendumLine.Taking? {
        let months = try writer.all(
            "SELECT month, fund FROM change_month WHERE change_id = $1 AND month >= $2 ORDER BY month",
            [SQLValue(change), SQLValue(first)]
        ) { fields in (month: fields.month(), fund: fields.text()) }
        guard !months.isEmpty else {
            try writer.execute(
                "UPDATE member_change SET replaced_by = NULL WHERE id = $1", [SQLValue(change)])
            return nil
        }
        guard let number = try ReplacementBook(writer: writer).choose(for: change) else {
            return nil
        }
        var spans: [FundedMonths] = []
        for (month, fund) in months {
            if let last = spans.last, last.fund == fund, last.months.upperBound + 1 == month {
                spans[spans.count - 1] = FundedMonths(
                    last.months.lowerBound...month, fund: fund)
            } else {
                spans.append(FundedMonths(month...month, fund: fund))
            }
        }
        return AddendumLine.Taking(number: number, funding: spans)
    }

    /// Notes that the decree `amendment` names these changes.
    func mark(_ changes: [Int], _ amendment: Int) throws(Problem) {
        for start in stride(from: 0, to: changes.count, by: 1000) {
            var sql = SQLText()
            let decree = sql.bind(SQLValue(amendment))
            let part = changes[start..<min(start + 1000, changes.count)]
            let ids = sql.bind(part.map { SQLValue($0) })
            try writer.execute(
                """
                UPDATE member_change SET amendment = \(decree), version = version + 1
                WHERE id IN (\(ids))
                """, sql.values)
        }
    }
}
