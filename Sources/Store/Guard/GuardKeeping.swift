import Civic
import Jamsostek
import Ledger
import Programme

/// Reckons anew of whom cover may lapse, and keeps it in the place of what was found before.
struct GuardKeeping {
    let rules: CoverRules
    let policy: GuardPolicy
    let act: Act
    let writer: any SQLWriter

    private var day: Day { rules.day }

    func run() throws(Problem) {
        let roll = try GuardRoll(on: day, writer)
        let findings = roll.board.findings(rules, policy, funds: roll.funds.count)
        let warned = try warned()
        let forecasts = try forecasts(findings, roll.funds)
        for table in ["guard_month", "guard_fund", "guard_risk", "guard_day"] {
            try writer.execute("DELETE FROM \(table)")
        }
        try keep(findings, roll, warned)
        try keep(forecasts)
    }

    /// When each of those who were told of was told of first, and on how many days; today's not
    /// counted.
    private func warned() throws(Problem) -> [String: (first: Int, days: Int)] {
        let last = try writer.integer("SELECT COALESCE(MAX(day), 0) FROM guard_day")
        let isToday = last == Int(day.number)
        var warned: [String: (first: Int, days: Int)] = [:]
        try writer.scan("SELECT number, first_warned, warned FROM guard_risk", []) {
            row throws(Problem) in
            let days = Int(row.integer(2)) - (isToday ? 1 : 0)
            if days > 0 { warned[row.text(0)] = (Int(row.integer(1)), days) }
        }
        return warned
    }

    private func keep(
        _ findings: GuardFindings, _ roll: GuardRoll, _ warned: [String: (first: Int, days: Int)]
    ) throws(Problem) {
        try writer.execute(
            """
            INSERT INTO guard_day (day, people, unpaid, not_started, at)
            VALUES ($1, $2, $3, $4, $5)
            """,
            [
                SQLValue(day), SQLValue(findings.people),
                .text(findings.unpaid.map { String($0) }.joined(separator: " ")),
                SQLValue(findings.notStarted), .integer(act.at.milliseconds),
            ])
        var values: [SQLValue] = []
        values.reserveCapacity(findings.risks.count * 7)
        for risk in findings.risks {
            let number = roll.numbers[risk.position]
            let before = warned[number]
            values += [.text(number), SQLValue(risk.unpaid), SQLValue(risk.lapsesOn)]
            values += [SQLValue(risk.safeDay), SQLValue(roll.fund(of: risk.position))]
            values += [SQLValue(before?.first ?? Int(day.number))]
            values.append(SQLValue((before?.days ?? 0) + 1))
        }
        try writer.insert(
            into: "guard_risk",
            ["number", "unpaid", "lapses_on", "safe_day", "fund", "first_warned", "warned"], values)
    }

    private func forecasts(
        _ findings: GuardFindings, _ funds: [String]
    ) throws(Problem) -> [FundForecast] {
        let known = try FundTable.all(writer)
        let accounts = try LedgerReading.accounts(of: nil, writer)
        var forecasts: [FundForecast] = []
        for (row, standing) in findings.standing.enumerated() where standing > 0 {
            let id = row < funds.count ? funds[row] : ""
            let fund = known.first { $0.id == id }
            let free = accounts.first { $0.name == AccountName(fund: id, kind: .available) }?.free
            forecasts.append(
                FundForecast(
                    fund: id, standing: standing, kept: findings.kept[row], from: day.month,
                    until: fund?.months.upperBound ?? day.month,
                    price: try price(of: id, for: standing), available: free ?? .zero))
        }
        return forecasts
    }

    /// What the last month that a fund has promised costs, for as many as the fund pays for now.
    private func price(of fund: String, for people: Int) throws(Problem) -> Rupiah {
        let last = try writer.first(
            """
            SELECT SUM(committed), COUNT(*) FROM cover_month
            WHERE fund = $1 AND state IN ('promised', 'billed', 'paid') AND month = (
                SELECT MAX(month) FROM cover_month WHERE fund = $1
                AND state IN ('promised', 'billed', 'paid'))
            """, [.text(fund)]
        ) { fields in (sum: fields.optionalInt() ?? 0, people: fields.int()) }
        guard let last, last.people > 0 else { return .zero }
        return Rupiah(Int64(last.sum)).scaled(by: Int64(people), over: Int64(last.people))
    }

    private func keep(_ forecasts: [FundForecast]) throws(Problem) {
        var values: [SQLValue] = []
        for forecast in forecasts {
            try writer.execute(
                """
                INSERT INTO guard_fund (fund, standing, gap, money_lasts) VALUES ($1, $2, $3, $4)
                """,
                [
                    .text(forecast.fund), SQLValue(forecast.standing),
                    SQLValue(forecast.gap.map { Int($0.number) }),
                    SQLValue(forecast.moneyLasts.map { Int($0.number) }),
                ])
            for line in forecast.lines {
                values += [.text(forecast.fund), SQLValue(line.month), SQLValue(line.people)]
                values.append(SQLValue(line.lacking))
            }
        }
        try writer.insert(into: "guard_month", ["fund", "month", "people", "lacking"], values)
    }
}

/// Everybody whom the city keeps insured, on the board of the guard.
struct GuardRoll {
    private(set) var board: GuardBoard
    private(set) var numbers: [String] = []
    /// By their numbers on the board.
    private(set) var funds: [String] = []

    /// Both tables are read in order of the members' numbers, side by side.
    init(on day: Day, _ reader: any SQLReader) throws(Problem) {
        var board = GuardBoard(on: day)
        var numbers: [String] = []
        let people = try reader.integer("SELECT COUNT(*) FROM member")
        board.reserve(people)
        numbers.reserveCapacity(people)
        try reader.scan(
            """
            SELECT number, active_from FROM member WHERE state IN ('enrolled', 'active')
            OR (state = 'ended' AND ended_month > $1 AND active_from IS NOT NULL) ORDER BY number
            """, [SQLValue(day.month)]
        ) { row throws(Problem) in
            numbers.append(row.text(0))
            board.add(
                activeFrom: row.isNull(1)
                    ? nil : Day(number: Int32(truncatingIfNeeded: row.integer(1))))
        }
        var funds: [String] = []
        var position = 0
        try reader.scan(
            """
            SELECT number, month, state, fund FROM cover_month
            WHERE state IN ('promised', 'billed', 'paid') ORDER BY number, month
            """, []
        ) { row throws(Problem) in
            let number = row.text(0)
            while position < numbers.count, numbers[position] < number { position += 1 }
            guard position < numbers.count, numbers[position] == number else { return }
            board.note(
                Month(number: Int32(truncatingIfNeeded: row.integer(1))),
                isPaid: row.text(2) == CoverState.paid.rawValue,
                fund: GuardRoll.place(row.text(3), &funds), at: position)
        }
        (self.board, self.numbers, self.funds) = (board, numbers, funds)
    }

    /// The fund of somebody's last month.
    func fund(of position: Int) -> String? {
        let place = board.fund(of: position)
        return place < 0 ? nil : funds[place]
    }

    private static func place(_ fund: String, _ funds: inout [String]) -> Int {
        if let place = funds.firstIndex(of: fund) { return place }
        funds.append(fund)
        return funds.count - 1
    }
}
