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
        try await expectTraces(city, of: 12_500)
        try await expectNothingTwice(city)
    }

    @Test(arguments: TestEngine.all)
    func `a small wave lives on both engines`(_ kind: TestEngine) async throws {
        let city = try await RehearsedCity(kind, people: 260, quota: 200, refused: 10, late: 10)
        let report = try await city.rehearsal.run()
        #expect(report.enrolled + report.refused == 200)
        try await expectMoney(city, report)
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
