import Civic
import Ledger
import Programme

/// Carries a bridge out.
struct Bridging {
    let plan: BridgePlan
    let act: Act
    let journal: JournalWriter
    let writer: any SQLWriter

    private static let batch = 1000

    func run() throws(Problem) {
        guard !plan.moves.isEmpty else { return }
        let id = try writer.integer("SELECT COALESCE(MAX(id), 0) FROM fund_bridge") + 1
        let document = "bridge \(id)"
        try post(document)
        try move()
        try tell(document, from: id)
        try journal.append(
            "fund.bridge", plan.wish.fund,
            [
                "document": document, "people": String(plan.people.count),
                "months": String(plan.moves.count),
                "cost": String(plan.moves.reduce(Int64(0)) { $0 + $1.price.amount }),
            ], by: act, to: writer)
    }

    /// The money: let go of in the old funds, set aside in the new one.
    private func post(_ document: String) throws(Problem) {
        var released: [CoverShare: Rupiah] = [:]
        var committed: [CoverShare: Rupiah] = [:]
        for move in plan.moves {
            released[CoverShare(fund: move.from, month: move.month), default: .zero] +=
                move.committed
            committed[CoverShare(fund: plan.wish.fund, month: move.month), default: .zero] +=
                move.price
        }
        let transfers =
            CoverShare.transfers(.release, released, by: document)
            + CoverShare.transfers(.commitment, committed, by: document)
        _ = try LedgerPosting(
            transfers: transfers, act: act, journal: journal, writer: writer
        ).run()
    }

    private func move() throws(Problem) {
        struct Kind: Hashable {
            let month: Month
            let price: Rupiah
        }
        let kinds = Dictionary(grouping: plan.moves) { Kind(month: $0.month, price: $0.price) }
        for (kind, moves) in kinds.sorted(by: { $0.key.month < $1.key.month }) {
            for start in stride(from: 0, to: moves.count, by: Bridging.batch) {
                var sql = SQLText()
                let fund = sql.bind(.text(plan.wish.fund))
                let price = sql.bind(SQLValue(kind.price))
                let month = sql.bind(SQLValue(kind.month))
                let part = moves[start..<min(start + Bridging.batch, moves.count)]
                let numbers = sql.bind(part.map { .text($0.number) })
                let count = try writer.execute(
                    """
                    UPDATE cover_month SET fund = \(fund), committed = \(price)
                    WHERE month = \(month) AND state = 'promised' AND number IN (\(numbers))
                    """, sql.values)
                guard count == part.count else { throw Problem.storeDamaged("cover_month") }
            }
        }
    }

    private func tell(_ document: String, from first: Int) throws(Problem) {
        var values: [SQLValue] = []
        for (place, move) in plan.moves.enumerated() {
            values += [SQLValue(first + place), .text(move.number), SQLValue(move.month)]
            values += [.text(move.from), .text(plan.wish.fund), .text(act.actor)]
            values.append(.integer(act.at.milliseconds))
        }
        try writer.insert(
            into: "fund_bridge",
            ["id", "number", "month", "from_fund", "to_fund", "actor", "at"], values)
        try MemberEvents.append(
            "bridge",
            plan.people.compactMap { person, state in
                guard let first = person.months.first, let last = person.months.last else {
                    return nil
                }
                return MemberEvents.Line(
                    number: person.number, state: state, months: first...last,
                    fund: plan.wish.fund, document: document)
            }, by: act, writer)
    }
}
