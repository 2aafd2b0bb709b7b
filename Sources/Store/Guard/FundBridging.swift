package import Civic
import Jamsostek
import Ledger
package import Programme

/// What taking over months from other funds would do, or has done.
package struct BridgeEffect: Sendable, Hashable {
    package struct Person: Sendable, Hashable {
        package let number: String
        package let name: String
        package let months: [Month]
    }

    package let fund: String
    package let people: [Person]
    package let months: Int
    /// What the new fund pays.
    package let cost: Rupiah
    /// What is free again in each of the other funds.
    package let released: [String: Rupiah]
    /// How many cannot be taken over, by reason.
    package let refused: [BridgeRule.Obstacle: Int]
    /// What the new fund lacks; zero when it has enough.
    package let lacking: Rupiah
}

/// A wish to have months paid by another fund.
package struct BridgeWish: Sendable, Hashable {
    package let numbers: [String]
    package let months: ClosedRange<Month>
    package let fund: String

    package init(numbers: [String], months: ClosedRange<Month>, fund: String) {
        self.numbers = numbers
        self.months = months
        self.fund = fund
    }
}

extension CityStore {
    /// The most people of one bridge.
    package static let bridgePeopleMax = 5000

    /// What `wish` would do; `pricing` has each of its months.
    package func bridgeEffect(
        _ wish: BridgeWish, _ pricing: [Month: ContributionPricing]
    ) async throws(Problem) -> BridgeEffect {
        try await engine.read { reader throws(Problem) in
            try BridgePlan(wish: wish, pricing: pricing, reader: reader).effect()
        }
    }

    /// Has the promised months of some people paid by another fund: what is set aside for them moves
    /// with them. Whom the fund may not pay for is left as before.
    ///
    /// - Throws: `ledger-below-zero` when the fund has not enough; nothing is done then.
    package func bridge(
        _ wish: BridgeWish, _ pricing: [Month: ContributionPricing], by act: Act
    ) async throws(Problem) -> BridgeEffect? {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "fund.bridge", writer) else { return nil }
            let plan = try BridgePlan(wish: wish, pricing: pricing, reader: writer)
            try Bridging(plan: plan, act: act, journal: journal, writer: writer).run()
            return plan.effect()
        }
    }
}

/// Who moves, decided on what the store holds.
struct BridgePlan {
    struct Move {
        let number: String
        let month: Month
        let from: String
        let committed: Rupiah
        let price: Rupiah
    }

    private struct Candidate {
        let number: String
        let name: String
        let state: MemberState
        let cohort: String
        let village: PlaceCode?
        let occupation: String?
        var months: [(month: Month, from: String, committed: Rupiah)] = []
        /// Months that the new fund pays for already.
        var others = 0
    }

    let wish: BridgeWish
    private(set) var people: [(person: BridgeEffect.Person, state: MemberState)] = []
    private(set) var moves: [Move] = []
    private var refused: [BridgeRule.Obstacle: Int] = [:]
    private let available: Rupiah

    init(
        wish: BridgeWish, pricing: [Month: ContributionPricing], reader: any SQLReader
    ) throws(Problem) {
        self.wish = wish
        guard let fund = try FundTable.all(reader).first(where: { $0.id == wish.fund }) else {
            throw BridgePlan.fundUnknown(wish.fund)
        }
        guard wish.numbers.count <= CityStore.bridgePeopleMax else { throw BridgePlan.tooMany() }
        available =
            try LedgerReading.accounts(of: [fund.id], reader)
            .first { $0.name.kind == .available }?.free ?? .zero
        var rule = BridgeRule(
            terms: fund.terms, time: fund.months, seated: try BridgePlan.seated(fund.id, reader))
        for candidate in try BridgePlan.candidates(wish, reader) {
            let months = candidate.months.map(\.month)
            if let obstacle = rule.admit(
                village: candidate.village, occupation: candidate.occupation, months: months,
                others: candidate.others)
            {
                let isSame = obstacle == .nothingPromised && candidate.others > 0
                refused[isSame ? .sameFund : obstacle, default: 0] += 1
                continue
            }
            people.append(
                (
                    BridgeEffect.Person(
                        number: candidate.number, name: candidate.name, months: months),
                    candidate.state
                ))
            for (month, from, committed) in candidate.months {
                guard
                    let price = pricing[month]?.price(
                        fund.source, cohort: candidate.cohort, occupation: candidate.occupation)
                else { throw Problem.storeFailed("pricing") }
                moves.append(
                    Move(
                        number: candidate.number, month: month, from: from, committed: committed,
                        price: price))
            }
        }
    }

    func effect() -> BridgeEffect {
        let cost = moves.reduce(Rupiah.zero) { $0 + $1.price }
        var released: [String: Rupiah] = [:]
        for move in moves { released[move.from, default: .zero] += move.committed }
        return BridgeEffect(
            fund: wish.fund, people: people.map(\.person), months: moves.count, cost: cost,
            released: released, refused: refused, lacking: max(.zero, cost - available))
    }

    /// How many people the fund pays for in each month.
    private static func seated(
        _ fund: String, _ reader: any SQLReader
    ) throws(Problem) -> [Month: Int] {
        let rows = try reader.all(
            """
            SELECT month, COUNT(*) FROM cover_month
            WHERE fund = $1 AND state IN ('promised', 'billed', 'paid') GROUP BY month
            """, [.text(fund)]
        ) { fields in (fields.month(), fields.int()) }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    private static func candidates(
        _ wish: BridgeWish, _ reader: any SQLReader
    ) throws(Problem) -> [Candidate] {
        guard !wish.numbers.isEmpty else { return [] }
        var found: [Candidate] = []
        var sql = SQLText()
        let numbers = sql.bind(Set(wish.numbers).sorted().map { .text($0) })
        let rows = try reader.all(
            """
            SELECT m.number, m.name, m.state, m.cohort, m.village, m.occupation, c.month, c.fund,
            c.state, c.committed FROM member m LEFT JOIN cover_month c ON c.number = m.number
            WHERE m.number IN (\(numbers)) ORDER BY m.number, c.month
            """, sql.values
        ) { fields throws(Problem) in
            let (number, name) = (fields.text(), fields.text())
            let state = try MemberTable.state(fields.text())
            let candidate = Candidate(
                number: number, name: name, state: state, cohort: fields.text(),
                village: fields.place(), occupation: fields.optionalText())
            return (
                candidate: candidate, month: fields.optionalMonth(), fund: fields.optionalText(),
                state: fields.optionalText().flatMap(CoverState.init),
                committed: fields.optionalRupiah() ?? .zero
            )
        }
        for row in rows {
            if found.last?.number != row.candidate.number { found.append(row.candidate) }
            guard let month = row.month, let fund = row.fund, let state = row.state else {
                continue
            }
            let last = found.count - 1
            if fund == wish.fund {
                let isLive = state == .promised || state == .billed || state == .paid
                if isLive { found[last].others += 1 }
            } else if state == .promised, wish.months.contains(month) {
                found[last].months.append((month, fund, row.committed))
            }
        }
        return found
    }

    private static func fundUnknown(_ id: String) -> Problem {
        Problem(
            .notFound, "fund-unknown",
            Phrase("Sumber dana \(id) tidak ada.", en: "There is no fund \(id)."),
            do: Phrase("Pilih sumber dana dari daftar.", en: "Choose a fund from the list."))
    }

    private static func tooMany() -> Problem {
        let most = CityStore.bridgePeopleMax
        return Problem(
            .input, "bridge-too-many",
            Phrase(
                "Lebih dari \(most) orang sekaligus.", en: "More than \(most) people at once."),
            do: Phrase("Jembatani bertahap.", en: "Bridge them in parts."))
    }
}

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
