package import Civic
package import Jamsostek
package import Programme

/// Watching that nobody's cover lapses.
extension CityStore {
    /// Reckons anew, as of the day of `rules`, of whom cover may lapse and how long promises last.
    /// Repeated on the same day it changes only what has changed since.
    package func refreshGuard(
        _ rules: CoverRules, _ policy: GuardPolicy, by act: Act
    ) async throws(Problem) {
        try await engine.write { writer throws(Problem) in
            try GuardKeeping(rules: rules, policy: policy, act: act, writer: writer).run()
        }
    }

    /// What was found last; nil before the first time.
    package func guardDay() async throws(Problem) -> GuardDay? {
        try await engine.read { reader throws(Problem) in try GuardReading.day(reader) }
    }

    /// Rows behind `position`, most urgent first.
    package func guardRisks(
        _ filter: GuardFilter, in scope: Scope, after position: GuardPosition?, limit: Int
    ) async throws(Problem) -> [GuardRisk] {
        try await engine.read { reader throws(Problem) in
            try GuardReading.risks(filter, scope, position, limit, reader)
        }
    }

    /// Names who is in charge of a fund's payments.
    package func nameGuardOwner(
        _ owner: String, of fund: String, by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "guard.owner", writer) else { return }
            try writer.execute("DELETE FROM guard_owner WHERE fund = $1", [.text(fund)])
            try writer.insert(
                into: "guard_owner", ["fund", "owner", "actor", "at"],
                [.text(fund), .text(owner), .text(act.actor), .integer(act.at.milliseconds)])
            try journal.append("guard.owner", fund, by: act, to: writer)
        }
    }
}

enum GuardReading {
    static func day(_ reader: any SQLReader) throws(Problem) -> GuardDay? {
        let found = try reader.first(
            "SELECT day, people, unpaid, not_started, at FROM guard_day ORDER BY day DESC LIMIT 1",
            []
        ) { fields in
            (
                day: Day(number: Int32(truncatingIfNeeded: fields.integer())),
                people: fields.int(),
                unpaid: fields.text().split(separator: " ").compactMap { Int($0) },
                notStarted: fields.int(), at: Instant(milliseconds: fields.integer())
            )
        }
        guard let found else { return nil }
        return GuardDay(
            day: found.day, people: found.people, unpaid: found.unpaid,
            notStarted: found.notStarted, funds: try funds(reader), at: found.at)
    }

    private static func funds(_ reader: any SQLReader) throws(Problem) -> [GuardFund] {
        let lines = try reader.all(
            "SELECT fund, month, people, lacking FROM guard_month ORDER BY fund, month", []
        ) { fields in
            (
                fund: fields.text(),
                line: FundForecast.Line(
                    month: fields.month(), people: fields.int(), lacking: fields.int())
            )
        }
        let byFund = Dictionary(grouping: lines, by: \.fund)
        return try reader.all(
            """
            SELECT f.fund, f.standing, f.gap, f.money_lasts, o.owner FROM guard_fund f
            LEFT JOIN guard_owner o ON o.fund = f.fund ORDER BY f.fund
            """, []
        ) { fields in
            let fund = fields.text()
            return GuardFund(
                fund: fund, standing: fields.int(), gap: fields.optionalMonth(),
                moneyLasts: fields.optionalMonth(), lines: (byFund[fund] ?? []).map(\.line),
                owner: fields.optionalText())
        }
    }

    static func risks(
        _ filter: GuardFilter, _ scope: Scope, _ position: GuardPosition?, _ limit: Int,
        _ reader: any SQLReader
    ) throws(Problem) -> [GuardRisk] {
        var sql = SQLText()
        var conditions = [scope.memberCondition(on: "m", &sql)]
        if let unpaid = filter.unpaid {
            conditions.append("r.unpaid = \(sql.bind(SQLValue(unpaid)))")
        }
        if let fund = filter.fund { conditions.append("r.fund = \(sql.bind(.text(fund)))") }
        if let position {
            let (day, number) = (
                sql.bind(SQLValue(position.safeDay)), sql.bind(.text(position.number))
            )
            conditions.append(
                "(r.safe_day > \(day) OR (r.safe_day = \(day) AND r.number > \(number)))")
        }
        let end = sql.bind(SQLValue(limit))
        return try reader.all(
            """
            SELECT r.number, m.name, m.village, r.unpaid, r.lapses_on, r.safe_day, r.fund,
            r.first_warned, r.warned FROM guard_risk r JOIN member m ON m.number = r.number
            WHERE \(conditions.joined(separator: " AND "))
            ORDER BY r.safe_day, r.number LIMIT \(end)
            """, sql.values
        ) { fields in
            let (number, name, village) = (fields.text(), fields.text(), fields.place())
            let unpaid = fields.int()
            func day() -> Day { Day(number: Int32(truncatingIfNeeded: fields.integer())) }
            let (lapse, safe) = (day(), day())
            return GuardRisk(
                number: number, name: name, village: village, unpaid: unpaid, lapsesOn: lapse,
                safeDay: safe, fund: fields.optionalText(), firstWarned: day(),
                warned: fields.int())
        }
    }
}
