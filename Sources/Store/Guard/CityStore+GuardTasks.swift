package import Civic

/// What the guard has for the list of tasks.
extension CityStore {
    /// Everybody whose cover will lapse unless it is paid.
    package func waitingRisks(in scope: Scope) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            var sql = SQLText()
            let isInScope = scope.memberCondition(on: "m", &sql)
            let found = try reader.first(
                """
                SELECT COUNT(*), MIN(r.first_warned), MIN(r.safe_day)
                FROM guard_risk r JOIN member m ON m.number = r.number
                WHERE r.lapses_on > COALESCE((SELECT MAX(day) FROM guard_day), 0) AND \(isInScope)
                """, sql.values
            ) { fields in
                (count: fields.int(), oldest: fields.day(), due: fields.day())
            }
            guard let found, found.count > 0 else { return .nothing }
            return Waiting(count: found.count, oldest: found.oldest, due: found.due)
        }
    }

    /// Everybody who lacks a month up to `month`, by what the guard found last; due before it begins.
    package func waitingGaps(until month: Month) async throws(Problem) -> Waiting {
        try await engine.read { reader throws(Problem) in
            let found = try reader.first(
                """
                SELECT SUM(l.lacking), MIN(f.gap) FROM guard_fund f
                JOIN guard_month l ON l.fund = f.fund AND l.month = f.gap WHERE f.gap <= $1
                """, [SQLValue(month)]
            ) { fields in (count: fields.optionalInt() ?? 0, gap: fields.optionalMonth()) }
            guard let found, let gap = found.gap, found.count > 0 else { return .nothing }
            return Waiting(count: found.count, oldest: nil, due: gap.firstDay + -1)
        }
    }
}
