import Civic
import Jamsostek
import Testing

struct FundingPlanTests {
    static let cityPays = ContributionClass(sector: .other, fund: .apbd)

    /// Example 10: the first wave of 11,666 people.
    @Test(arguments: [
        (1, 195_988_800), (2, 391_977_600), (3, 587_966_400), (12, 2_351_865_600),
    ])
    func `the first wave costs`(_ months: Int, _ total: Int64) throws {
        let plan = FundingPlan(
            people: 11_666, start: month("2025-11"), months: months,
            contributionClass: Self.cityPays)
        #expect(try law.cost(of: plan).total == Rupiah(total))
    }

    /// Example 10: Rp580 million buys 34,523 person-months.
    @Test func `a budget buys whole person-months`() throws {
        let plan = FundingPlan(
            people: 1, start: month("2025-11"), months: 1, contributionClass: Self.cityPays)
        #expect(try law.cost(of: plan).peopleAffordable(with: Rupiah(580_000_000)) == 34_523)
    }

    /// Example 11: Kabupaten PPU.
    @Test func `agrees with the published budget of another regency`() throws {
        let plan = FundingPlan(
            people: 15_000, start: month("2025-01"), months: 12, contributionClass: Self.cityPays)
        #expect(try law.cost(of: plan).total == Rupiah(3_024_000_000))
    }

    /// The figures of the command contract.
    @Test func `two billion rupiah last 10.2 months or 9,920 people`() throws {
        let plan = FundingPlan(
            people: 11_666, start: month("2026-01"), months: 12, contributionClass: Self.cityPays)
        let budget = Rupiah(2_000_000_000)
        let cost = try law.cost(of: plan)
        #expect(try law.monthsAffordable(plan, with: budget) == 102)
        #expect(cost.peopleAffordable(with: budget) == 9_920)
        #expect(cost.shortfall(of: budget) == Rupiah(351_865_600))
        #expect(cost.shortfall(of: Rupiah(9_000_000_000)) == .zero)
    }

    @Test func `money that outlasts every known change is divided, not walked`() throws {
        let plan = FundingPlan(
            people: 1, start: month("2027-01"), months: 1,
            contributionClass: ContributionClass(sector: .transport, fund: .selfPaid))
        // Three cheap months, then a hundred million full ones and a half.
        let budget = Rupiah(3 * 8_400 + 16_800 * 100_000_000 + 8_400)
        #expect(try law.monthsAffordable(plan, with: budget) == (3 + 100_000_000) * 10 + 5)
    }

    @Test func `twenty thousand random plans cost what a month-by-month walk says`() throws {
        var dice = Dice(seed: 11_666)
        for _ in 0..<20_000 {
            let people = dice.number(1...50_000)
            let start = Month(year: dice.number(2025...2027), month: dice.number(1...12))
            let count = dice.number(1...24)
            let fund = dice.pick(FundingSource.allCases)
            let sector: Occupation.Sector = dice.flip() ? .transport : .other
            let income = Int64(dice.number(0...25_000_000))
            let budget = Int64(dice.number(0...3_000_000_000))
            func price(_ month: Month) -> Int64 {
                PriceOracle.price(
                    income: income, year: month.year, month: month.monthOfYear,
                    isTransport: sector == .transport, fund: fund.rawValue, saves: false
                ).reduce(0, +)
            }
            let perPerson = (0..<count).reduce(Int64(0)) { $0 + price(start + $1) }
            let plan = FundingPlan(
                people: people, start: start, months: count,
                contributionClass: ContributionClass(
                    sector: sector, fund: fund, declaredIncome: Rupiah(income)))
            let cost = try law.cost(of: plan)
            #expect(cost.total.amount == perPerson * Int64(people))
            #expect(cost.monthly.first?.amount == price(start) * Int64(people))
            #expect(cost.peopleAffordable(with: Rupiah(budget)) == budget / perPerson)
            #expect(
                cost.shortfall(of: Rupiah(budget)).amount
                    == max(0, perPerson * Int64(people) - budget))
            let tenths = Self.tenths(budget) { price(start + $0) * Int64(people) }
            #expect(try law.monthsAffordable(plan, with: Rupiah(budget)) == tenths)
        }
    }

    /// Spends `budget` month by month, then tenth by tenth of the month that is too dear.
    private static func tenths(_ budget: Int64, _ cost: (Int) -> Int64) -> Int64 {
        var left = budget
        var months = 0
        while left >= cost(months) {
            left -= cost(months)
            months += 1
        }
        var tenth: Int64 = 0
        while (tenth + 1) * cost(months) <= left * 10 { tenth += 1 }
        return Int64(months) * 10 + tenth
    }
}
