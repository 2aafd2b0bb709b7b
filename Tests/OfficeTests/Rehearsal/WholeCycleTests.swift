import Civic
import Jamsostek
import Ledger
import Programme
import Testing

@testable import Office
@testable import Store

/// From a verified list to paid and reconciled months, by the verbs of the staff, with an insurer that
/// refuses, answers late, and is sent the same thing twice.
@Suite(.timeLimit(.minutes(15))) struct WholeCycleTests {
    private static let wave = 11_666

    @Test func `the first wave of the city ends with everybody in one place and every rupiah told`()
        async throws
    {
        let city = try await RehearsedCity(
            people: 12_500, quota: Self.wave, refused: 5, late: 10)
        let report = try await city.rehearsal.run()
        #expect(report.verified == 12_500)
        #expect(report.enrolled + report.refused == Self.wave)
        #expect((400...760).contains(report.refused), "refused \(report.refused)")
        try await expectPiles(city, report)
        try await expectMoney(city, report)
        try await expectSums(city, report)
        try await expectTraces(city, of: 12_500)
        try await expectNothingTwice(city)
    }

    @Test(arguments: TestEngine.all)
    func `a small wave lives on both engines`(_ kind: TestEngine) async throws {
        let city = try await RehearsedCity(kind, people: 260, quota: 200, refused: 10, late: 10)
        let report = try await city.rehearsal.run()
        #expect(report.enrolled + report.refused == 200)
        try await expectMoney(city, report)
        try await expectSums(city, report)
        try await expectTraces(city, of: 260)
        try await expectNothingTwice(city)
    }

    /// Every person of the decree lies on exactly one pile of a closed month.
    private func expectPiles(_ city: RehearsedCity, _ report: RehearsalReport) async throws {
        for offset in 0..<2 {
            let month = city.rehearsal.months.lowerBound + offset
            let found = try await city.store.reconciliation(of: month)
            #expect(found.closing != nil)
            #expect(found.count(.matched) == report.enrolled)
            #expect(found.count(.refused) == report.refused)
            #expect(found.count(.theirsOnly) == 0 && found.count(.oursOnly) == 0)
        }
    }

    /// Whatever was given is free, set aside or with the insurer; nothing is anywhere else.
    private func expectMoney(_ city: RehearsedCity, _ report: RehearsalReport) async throws {
        #expect(try await city.store.checkLedger().fault == nil)
        #expect(try await city.store.verifyJournal().fault == nil)
        var paid = Rupiah.zero
        for fund in try await city.store.funds() {
            #expect(fund.given - fund.available - fund.committed - fund.paid == .zero)
            paid += fund.paid
        }
        #expect(paid == report.paid.reduce(.zero) { $0 + $1.amount })
        #expect(report.paid.reduce(0) { $0 + $1.people } == report.enrolled * 2)
        for offset in 0..<4 {
            let month = city.rehearsal.months.lowerBound + offset
            let figures = try await city.desk.coverMonth(month, for: city.cast.finance)
            #expect(figures.all.people == report.enrolled)
            let byFund = figures.funds.reduce(Rupiah.zero) { $0 + $1.all.amount }
            #expect(figures.all.amount == byFund)
        }
    }

    /// The parts that a screen shows are as much as the whole that it shows, and screens say the same.
    private func expectSums(_ city: RehearsedCity, _ report: RehearsalReport) async throws {
        let (desk, manager) = (city.desk, city.cast.managers[0])
        let wave = try #require(try await desk.waves(for: manager).first)
        let chosen = try #require(wave.order?.chosen)
        let plan = try await desk.outlook(of: wave, for: manager)
        let funding = try #require(try await desk.waveFunding(of: wave, for: manager))
        #expect(plan.shares.reduce(0) { $0 + $1.places } == chosen)
        #expect(plan.reckoned.people.total == chosen)
        #expect(plan.reckoned.shortfall == .zero && plan.reckoned.affordable == chosen)
        #expect(funding.uses.reduce(0) { $0 + $1.months } == funding.covered)
        #expect(funding.covered == chosen * city.rehearsal.plan.months)
        #expect(funding.uses.reduce(.zero) { $0 + $1.amount } == plan.reckoned.paid)
        #expect(plan.purses.reduce(.zero) { $0 + $1.money } == plan.reckoned.paid)
        let decree = try #require(try await desk.decrees(for: manager).first)
        let villages = try await desk.annexPlaces(of: decree.id, for: manager)
        #expect(villages.reduce(0) { $0 + $1.people } == chosen)
        #expect(try await desk.annex(of: decree.id, .open, for: manager).count == chosen)
        let first = city.rehearsal.months.lowerBound
        let cohorts = try await desk.coverage(in: first, for: city.cast.finance)
        #expect(cohorts.reduce(0) { $0 + $1.standing } == report.enrolled)
        #expect(cohorts.reduce(0) { $0 + $1.covered } == report.enrolled)
        let months = try await desk.coverMonths(for: city.cast.finance)
        #expect(
            months.reduce(.zero) { $0 + $1.paid } == report.paid.reduce(.zero) { $0 + $1.amount })
        for month in months {
            let figures = try await desk.coverMonth(month.month, for: city.cast.finance)
            #expect(figures.all.people == month.all)
            let byState = [CoverState.promised, .billed, .paid].reduce(0) {
                $0 + figures.sum($1).people
            }
            #expect(byState == month.all)
            let bills = figures.funds.flatMap(\.bills)
            #expect(bills.reduce(.zero) { $0 + $1.amount } == month.billed)
        }
        let piles = try await city.store.reconciliation(of: first)
        let ours = piles.count(.matched) + piles.count(.refused) + piles.count(.oursOnly)
        #expect(ours == piles.ourPeople)
    }

    /// From any person and month to the fund, the decree, the bill with its payment, and the ledger.
    private func expectTraces(_ city: RehearsedCity, of people: Int) async throws {
        let first = city.rehearsal.months.lowerBound
        var seen: Set<String> = []
        for serial in stride(from: 0, to: people, by: people / 83) {
            let number = PersonNumber(prefix: "BKS", serial: serial).text
            let trace = try await city.desk.trace(number, first, for: city.cast.finance)
            guard let trace, trace.month.state == .paid else { continue }
            let bill = try #require(trace.bill)
            #expect(trace.month.amount == Rupiah(trace.fund.source == .csr ? 8_400 : 16_800))
            #expect(trace.decree != nil && trace.month.decree != nil)
            #expect(bill.orderNumber != nil && bill.disbursement != nil)
            #expect(trace.transfers.contains { $0.entry.kind == .settle })
            seen.insert(trace.fund.id)
        }
        #expect(seen.count == 2)
    }

    /// The staff do everything once more: nothing is left to do, and nothing is done.
    private func expectNothingTwice(_ city: RehearsedCity) async throws {
        let before = try await city.store.funds()
        var insurer = InsurerEmulator(
            plan: EmulatorPlan(seed: 7, refused: 5, late: 10), region: city.desk.region)
        let again = try await city.rehearsal.enrol(with: &insurer)
        #expect(again.accepted == 0 && again.refused == 0)
        let month = city.rehearsal.months.lowerBound
        #expect(try await city.rehearsal.pay(month).isEmpty)
        #expect(try await city.store.funds() == before)
    }
}
