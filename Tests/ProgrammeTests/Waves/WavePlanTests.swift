import Civic
import Jamsostek
import Programme
import Testing

/// The live calculator, against worked examples of `domain.md` 11 and users.md J6.
@Suite struct WavePlanTests {
    private static let year = Month(year: 2026, month: 1)...Month(year: 2026, month: 12)
    private static let income = Rupiah(1_000_000)

    private static func law() throws -> Law {
        try Law { (name) throws(Problem) in try LawTables.table(name) }
    }

    private static func purse(
        _ source: FundingSource, _ money: Int64, months: ClosedRange<Month> = year,
        seats: Int? = nil
    ) -> WavePurse {
        WavePurse(
            fund: source.rawValue, source: source, money: Rupiah(money), months: months,
            seats: seats)
    }

    @Test func `the city's budget of 2026 pays for 10.2 months, or for 9,920 people`() throws {
        let people = WaveHeadcount(transport: 3000, other: 8666)
        let purses = [Self.purse(.apbd, 2_000_000_000)]
        let plan = try Self.law().plan(
            people, in: Self.year, paidBy: purses, declaredIncome: Self.income)
        #expect(plan.lines.map(\.cost) == Array(repeating: Rupiah(195_988_800), count: 12))
        #expect(plan.total == Rupiah(2_351_865_600))
        #expect((plan.tenths, plan.affordable) == (102, 9920))
        #expect(plan.ends == Month(year: 2026, month: 11))
        #expect(plan.shortfall == plan.total - plan.paid)
        let shift = try #require(
            try Self.law().shift(of: plan, paidBy: purses, declaredIncome: Self.income))
        #expect((shift.people, shift.saving) == (1746, Rupiah(175_996_800)))
        #expect((shift.needed, shift.until) == (Rupiah(175_996_800), Self.year.upperBound))
        let titles = try Self.law().citations(of: shift.rules).map(\.id)
        #expect(titles.contains { $0.contains("50-2025") })
    }

    @Test func `what was settled is told month by month, whatever the funds hold now`() throws {
        let start = Self.year.lowerBound
        let purses = [Self.purse(.apbd, 0), Self.purse(.csr, 0)]
        let promised = [
            WavePromise(purse: 0, people: WaveHeadcount(transport: 2, other: 3), months: Self.year),
            WavePromise(
                purse: 1, people: WaveHeadcount(transport: 1, other: 0),
                months: (start + 2)...(start + 3)),
        ]
        let plan = try Self.law().plan(
            promised: promised, to: WaveHeadcount(transport: 3, other: 4), in: Self.year,
            paidBy: purses, declaredIncome: Self.income)
        #expect(plan.lines.map(\.uncovered.total) == [2, 2, 1, 1] + Array(repeating: 2, count: 8))
        #expect(plan.lines.map(\.payments.count) == [1, 1, 2, 2] + Array(repeating: 1, count: 8))
        #expect(plan.paid(by: 0) == Rupiah(16_800) * (5 * 12))
        // Half, for drivers whom others than the city pay for.
        #expect(plan.paid(by: 1) == Rupiah(8_400) * 2)
        #expect((plan.affordable, plan.ends) == (5, start))
        let everybody = try Self.law().plan(
            promised: [promised[0]], to: WaveHeadcount(transport: 2, other: 3), in: Self.year,
            paidBy: purses, declaredIncome: Self.income)
        #expect((everybody.affordable, everybody.ends, everybody.shortfall) == (5, nil, .zero))
    }

    @Test func `a plan of one fund is what calc plan answers`() throws {
        let law = try Self.law()
        for (count, budget) in [(1, 16_799), (11_666, 587_966_400), (500, 70_000_000)] {
            let plan = try law.plan(
                WaveHeadcount(transport: 0, other: count), in: Self.year,
                paidBy: [Self.purse(.apbd, Int64(budget))], declaredIncome: Self.income)
            let funding = FundingPlan(
                people: count, start: Self.year.lowerBound, months: 12,
                contributionClass: ContributionClass(
                    sector: .other, fund: .apbd, declaredIncome: Self.income))
            let cost = try law.cost(of: funding)
            #expect(plan.lines.map(\.cost) == cost.monthly)
            #expect(
                plan.affordable
                    == min(count, Int(cost.peopleAffordable(with: Rupiah(Int64(budget))))))
            #expect(
                plan.tenths
                    == Int(try law.monthsAffordable(funding, with: Rupiah(Int64(budget)))))
        }
    }

    @Test func `funds pay in turn, drivers first where they cost less`() throws {
        let people = WaveHeadcount(transport: 100, other: 100)
        let half = Self.year.lowerBound...(Self.year.lowerBound + 5)
        let plan = try Self.law().plan(
            people, in: Self.year,
            paidBy: [
                Self.purse(.csr, 10_000_000, months: half, seats: 120),
                Self.purse(.apbd, 1_000_000_000),
            ], declaredIncome: Self.income)
        let january = plan.lines[0]
        #expect(january.payments.map(\.purse) == [0, 1])
        #expect(january.payments[0].people == WaveHeadcount(transport: 100, other: 20))
        #expect(january.payments[0].amount == Rupiah(100 * 8400 + 20 * 16_800))
        #expect(january.payments[1].amount == Rupiah(80 * 16_800))
        // From April on the relief is everybody's.
        #expect(plan.lines[3].payments[0].amount == Rupiah(120 * 8400))
        #expect(plan.lines[6].payments.map(\.purse) == [1])
        #expect(plan.ends == nil && plan.tenths == 120 && plan.affordable == 200)
        for line in plan.lines {
            let paid = line.payments.reduce(0) { $0 + $1.people.total }
            #expect(paid + line.uncovered.total == 200)
            #expect(line.cost == line.paid)
        }
    }

    @Test func `nothing is moved where nothing is saved`() throws {
        let law = try Self.law()
        for (people, purse) in [
            (WaveHeadcount(transport: 0, other: 50), Self.purse(.apbd, 1_000)),
            (WaveHeadcount(transport: 50, other: 0), Self.purse(.csr, 1_000)),
        ] {
            let plan = try law.plan(
                people, in: Self.year, paidBy: [purse], declaredIncome: Self.income)
            let shift = try law.shift(of: plan, paidBy: [purse], declaredIncome: Self.income)
            #expect(shift == nil)
        }
    }

    @Test func `drivers are counted as the order would choose them`() {
        let village = PlaceCode("32.75.01.1001")
        func cell(
            _ group: Int, _ hazard: Int, _ sector: Occupation.Sector, _ count: Int
        ) -> WaveCell {
            WaveCell(
                village: village, group: group, hazard: hazard, sector: sector, count: count)
        }
        let cells = [
            cell(0, 1, .transport, 40), cell(0, 4, .other, 30), cell(0, 4, .transport, 10),
            cell(1, 1, .transport, 500),
        ]
        func chosen(_ quota: Int) -> WaveHeadcount {
            WaveHeadcount(choosing: quota, of: cells, floor: 0)
        }
        #expect(chosen(40) == WaveHeadcount(transport: 40, other: 0))
        #expect(chosen(60) == WaveHeadcount(transport: 45, other: 15))
        #expect(chosen(90) == WaveHeadcount(transport: 60, other: 30))
        #expect(chosen(9999) == WaveHeadcount(transport: 550, other: 30))
        #expect(WaveHeadcount.none.scaled(to: 7) == WaveHeadcount(transport: 0, other: 7))
    }
}
