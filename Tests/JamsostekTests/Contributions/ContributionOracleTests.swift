import Civic
import Jamsostek
import Testing

/// Prices written down a second time, straight from the domain facts 1.2 and 1.3.
enum PriceOracle {
    /// Lower edge and base of each band, in thousands of rupiah.
    static let bands: [(edge: Int64, base: Int64)] = [
        (0, 1_000), (1_100, 1_200), (1_300, 1_400), (1_500, 1_600), (1_700, 1_800),
        (1_900, 2_000), (2_100, 2_200), (2_300, 2_400), (2_500, 2_600), (2_700, 2_950),
        (3_200, 3_450), (3_700, 3_950), (4_200, 4_450), (4_700, 4_950), (5_200, 5_450),
        (5_700, 5_950), (6_200, 6_450), (6_700, 6_950), (7_200, 7_450), (7_700, 7_950),
        (8_200, 8_700), (9_200, 9_700), (10_200, 10_700), (11_200, 11_700), (12_200, 12_700),
        (13_200, 13_700), (14_200, 14_700), (15_200, 15_700), (16_200, 16_700),
        (17_200, 17_700), (18_200, 18_700), (19_200, 19_700), (20_200, 20_700),
    ]

    static func base(of income: Int64) -> Int64 {
        var found: Int64 = 0
        for band in bands where income >= band.edge * 1000 { found = band.base * 1000 }
        return found
    }

    /// JKK, JKM and JHT of one month; `year` and `month` as people write them.
    static func price(
        income: Int64, year: Int, month: Int, isTransport: Bool, fund: String, saves: Bool
    ) -> [Int64] {
        let base = base(of: income)
        var accident = base / 100
        var death: Int64 = 6_800
        let when = year * 100 + month
        let inWindow =
            isTransport
            ? when >= 202_601 && when <= 202_703 : when >= 202_604 && when <= 202_612
        if inWindow, fund != "apbd", fund != "apbn" {
            accident /= 2
            death /= 2
        }
        return [accident, death, saves ? base / 50 : 0]
    }
}

struct ContributionOracleTests {
    @Test func `thirty thousand random months cost what the oracle says`() throws {
        var dice = Dice(seed: 20_260_116)
        for _ in 0..<30_000 {
            let isNearEdge = dice.flip()
            let edge = dice.pick(PriceOracle.bands).edge * 1000
            let income =
                isNearEdge
                ? max(0, edge + Int64(dice.number(-1...1))) : Int64(dice.number(0...30_000_000))
            let (year, monthOfYear) = (dice.number(2016...2030), dice.number(1...12))
            let sector: Occupation.Sector = dice.flip() ? .transport : .other
            let fund = dice.pick(FundingSource.allCases)
            let saves = dice.flip()
            let breakdown = try law.rate(
                for: ContributionClass(
                    sector: sector, fund: fund, declaredIncome: Rupiah(income),
                    savesForOldAge: saves),
                in: Month(year: year, month: monthOfYear))
            let expected = PriceOracle.price(
                income: income, year: year, month: monthOfYear, isTransport: sector == .transport,
                fund: fund.rawValue, saves: saves)
            let found = [breakdown.workAccident, breakdown.death, breakdown.oldAge].map(\.amount)
            #expect(
                found == expected && breakdown.base.amount == PriceOracle.base(of: income),
                "income \(income), \(year)-\(monthOfYear), \(sector), \(fund), \(saves)")
        }
    }

    @Test func `bills of several months add up the oracle's months`() throws {
        var dice = Dice(seed: 7)
        for _ in 0..<2_000 {
            let start = Month(year: dice.number(2025...2027), month: dice.number(1...12))
            let count = dice.number(1...18)
            let fund = dice.pick(FundingSource.allCases)
            let sector: Occupation.Sector = dice.flip() ? .transport : .other
            var expected: Int64 = 0
            for offset in 0..<count {
                let month = start + offset
                expected += PriceOracle.price(
                    income: 0, year: month.year, month: month.monthOfYear,
                    isTransport: sector == .transport, fund: fund.rawValue, saves: false
                ).reduce(0, +)
            }
            let bill = try law.contributions(
                for: ContributionClass(sector: sector, fund: fund),
                in: (0..<count).map { start + $0 })
            #expect(bill.total.amount == expected)
        }
    }
}
