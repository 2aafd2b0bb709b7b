import Civic
import Programme

/// Reads which months must come back, and how far the city is with each.
struct RefundReading {
    let policy: ChangePolicy
    let scope: Scope
    let reader: any SQLReader

    private static let batch = 1000
    private static let kept = """
        r.number, r.month, r.fund, r.amount, r.bill_id, r.change_id, g.kind, g.day, g.at, r.state,
        r.asked_on, r.asked_document, r.asked_by, r.done_on, r.done_document, r.done_by,
        r.credit_bill
        """
    private static let keptSource = """
        cover_refund r JOIN member_change g ON g.id = r.change_id
        JOIN member m ON m.number = r.number
        """

    /// Months nobody asked for yet, in order of the changes that ended cover; each once, however many
    /// changes speak of it.
    func open() throws(Problem) -> [RefundDue] {
        let kinds = policy.kinds.filter { $0.paidMonths == .refund }
        guard !kinds.isEmpty else { return [] }
        var sql = SQLText()
        let isRefunded = "g.kind IN (\(sql.bind(kinds.map { .text($0.id) })))"
        let isInScope = scope.memberCondition(on: "m", &sql)
        var seen: Set<CoverPlace> = []
        return try reader.all(
            """
            SELECT c.number, c.month, c.fund, c.amount, c.bill_id, g.id, g.kind, g.day, g.at,
            g.ended_month FROM member_change g JOIN cover_month c ON c.number = g.number
            JOIN member m ON m.number = g.number
            WHERE g.state = 'noted' AND \(isRefunded) AND \(isInScope) AND c.state = 'paid'
            AND c.amount > 0 AND (g.ended_month IS NULL OR c.month >= g.ended_month)
            AND NOT EXISTS (SELECT 1 FROM cover_refund r
                WHERE r.number = c.number AND r.month = c.month)
            ORDER BY g.id, c.month
            """, sql.values
        ) { fields throws(Problem) in
            let due = try RefundReading.due(&fields) { _ in (.open, nil, nil, nil) }
            return (due: due, ended: fields.optionalMonth())
        }.filter { found in
            let isBeyond = found.ended != nil || isBeyond(found.due)
            return isBeyond && seen.insert(found.due.place).inserted
        }.map(\.due)
    }

    /// Whoever had left before has no end of the change's own: the month of the event holds, as it
    /// is paid.
    private func isBeyond(_ due: RefundDue) -> Bool {
        guard let kind = policy.kind(due.kind) else { return false }
        let event = due.day.month
        return kind.stops == .sameMonth ? due.place.month >= event : due.place.month > event
    }

    /// Months that were asked for and meet `condition` on `r`.
    func kept(
        where condition: String, _ values: [SQLValue] = [], order: String, limit: Int? = nil
    ) throws(Problem) -> [RefundDue] {
        var sql = SQLText()
        for value in values { _ = sql.bind(value) }
        let isInScope = scope.memberCondition(on: "m", &sql)
        let end = limit.map { " LIMIT \($0)" } ?? ""
        return try reader.all(
            """
            SELECT \(Self.kept) FROM \(Self.keptSource)
            WHERE \(condition) AND \(isInScope) ORDER BY \(order)\(end)
            """, sql.values
        ) { fields throws(Problem) in
            try RefundReading.due(&fields) { fields throws(Problem) in
                guard let standing = RefundStanding(rawValue: fields.text()) else {
                    throw Problem.storeDamaged("cover_refund.state")
                }
                return (
                    standing, RefundReading.step(&fields), RefundReading.step(&fields),
                    fields.optionalInt()
                )
            }
        }
    }

    func asked() throws(Problem) -> [RefundDue] {
        try kept(where: "r.state = 'asked'", order: "r.change_id, r.month")
    }

    /// Which of `places` were asked for, whatever became of them.
    func known(_ places: [CoverPlace]) throws(Problem) -> [CoverPlace: RefundDue] {
        var found: [CoverPlace: RefundDue] = [:]
        let numbers = Set(places.map(\.number)).sorted()
        for start in stride(from: 0, to: numbers.count, by: Self.batch) {
            var sql = SQLText()
            let part = numbers[start..<min(start + Self.batch, numbers.count)]
            let isOne = "r.number IN (\(sql.bind(part.map { .text($0) })))"
            for due in try kept(where: isOne, sql.values, order: "r.number, r.month") {
                found[due.place] = due
            }
        }
        return found
    }

    /// `dues` with the members whose they are, by fund, name and month.
    func rows(_ dues: [RefundDue], _ sealer: Sealer) throws(Problem) -> [RefundRow] {
        var members: [String: Member] = [:]
        let numbers = Set(dues.map(\.place.number)).sorted()
        for start in stride(from: 0, to: numbers.count, by: Self.batch) {
            var sql = SQLText()
            let part = numbers[start..<min(start + Self.batch, numbers.count)]
            let isOne = "m.number IN (\(sql.bind(part.map { .text($0) })))"
            for member in try MemberTable.members(where: isOne, sql.values, sealer, reader) {
                members[member.number] = member
            }
        }
        return dues.compactMap { due in
            members[due.place.number].map { RefundRow(due: due, member: $0) }
        }
    }

    private static func due(
        _ fields: inout SQLFields,
        _ rest: (inout SQLFields) throws(Problem) -> (
            RefundStanding, RefundDue.Step?, RefundDue.Step?, Int?
        )
    ) throws(Problem) -> RefundDue {
        let place = CoverPlace(number: fields.text(), month: fields.month())
        let (fund, amount) = (fields.text(), Rupiah(fields.integer()))
        let (bill, change, kind) = (fields.int(), fields.int(), fields.text())
        guard let day = fields.day() else { throw Problem.storeDamaged("member_change.day") }
        let noted = Day.jakarta(at: Instant(milliseconds: fields.integer()))
        let (standing, asked, done, credit) = try rest(&fields)
        return RefundDue(
            place: place, fund: fund, amount: amount, bill: bill, change: change, kind: kind,
            day: day, noted: noted, standing: standing, asked: asked, done: done, credit: credit)
    }

    private static func step(_ fields: inout SQLFields) -> RefundDue.Step? {
        let (day, document, actor) = (
            fields.day(), fields.optionalText(), fields.optionalText()
        )
        guard let day, let document, let actor else { return nil }
        return RefundDue.Step(day: day, document: document, actor: actor)
    }
}
