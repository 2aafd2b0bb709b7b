import Civic
import Jamsostek
import Ledger
import Programme

/// Who moves, decided on what the store holds.
struct BridgePlan {
    struct Move {
        let number: String
        let month: Month
        let from: String
        let committed: Rupiah
        let price: Rupiah
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
        for candidate in try BridgeCandidate.all(of: wish, reader) {
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
