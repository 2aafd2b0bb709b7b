import Civic
import Jamsostek
import Testing

struct DeathOracleTests {
    @Test func `twenty thousand random deaths pay what a walk through the months says`() throws {
        var dice = Dice(seed: 42_000_000)
        for _ in 0..<20_000 {
            let paid = CoverOracleTests.randomMonths(&dice)
            let on = day("2023-01-01") + dice.number(0...2_200)
            let income = Int64(dice.number(0...22_000_000))
            let isNatural = dice.flip()
            let levels = (0..<dice.number(0...3)).map { _ in
                dice.pick(["belum", "tk", "sd", "smp", "sma", "pt"])
            }
            let award = try law.deathBenefit(
                DeathCase(
                    isNatural ? .natural : .workAccident, on: on, declaredIncome: Rupiah(income),
                    history: CoverHistory(paid: paid),
                    children: levels.map { ScholarChild(level: $0) }))
            let oracle = CoverSimulation(paid: paid, until: on.month)
            let isCovered = oracle.status == "active" || oracle.status == "arrears"
            let months = oracle.began.map { on.month - $0 } ?? 0
            var total: Int64 = 0
            if isCovered {
                total = isNatural ? 42_000_000 : PriceOracle.base(of: income) * 48 + 22_000_000
                if isNatural, months < 3, on >= day("2025-02-24") { total = 10_000_000 }
            }
            let text = "\(paid.sorted()) on \(on), natural \(isNatural), \(levels)"
            #expect(award.total.amount == total, "\(text)")
            let scholarship = isCovered && (!isNatural || oracle.paidSoFar >= 36)
            let family = Self.scholarship(scholarship ? levels : [])
            #expect(award.scholarshipPerYear.amount == family.year, "\(text)")
            #expect(award.scholarshipMax.amount == family.max, "\(text)")
            let note =
                switch oracle.status {
                case "active": nil as String?
                case "arrears": "confirm_with_bpjs"
                default: oracle.status
                }
            #expect(award.note?.rawValue == note, "\(text)")
        }
    }

    /// The dearest two of all pairs of children, by trying them all.
    private static func scholarship(_ levels: [String]) -> (year: Int64, max: Int64) {
        let table: [String: (year: Int64, max: Int64)] = [
            "belum": (0, 87_000_000), "tk": (1_500_000, 87_000_000),
            "sd": (1_500_000, 84_000_000), "smp": (2_000_000, 75_000_000),
            "sma": (3_000_000, 69_000_000), "pt": (12_000_000, 60_000_000),
        ]
        var best: (year: Int64, max: Int64) = (0, 0)
        for first in levels.indices {
            for second in [nil] + levels.indices.filter({ $0 > first }).map(Optional.some) {
                let chosen = [first, second].compactMap(\.self).compactMap { table[levels[$0]] }
                let sum = chosen.reduce((0, 0)) { ($0.0 + $1.year, $0.1 + $1.max) }
                if sum > (best.year, best.max) { best = (sum.0, sum.1) }
            }
        }
        return best
    }
}
