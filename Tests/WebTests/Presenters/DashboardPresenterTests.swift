import Civic
import Office
import Pages
import Testing

@testable import Store
@testable import Web

@Suite struct DashboardPresenterTests {
    private let sample: Sample

    init() throws { sample = try Sample() }

    private func page(_ plan: String = "", today: Day = Sample.day) throws -> DashboardPage {
        let delivery = DeliveryRecord(
            source: "dishub", file: "dishub.csv", agency: "dishub", digest: "", read: 120,
            linked: 100, rejected: 15, idle: 5, people: 99, dataDay: Sample.day(2026, 2, 20),
            receivedAt: Instant(milliseconds: 0), faults: ["nik-length": 7, "birth": 4],
            warnings: [
                DeliveryWarning(code: "nik-zeros", sentence: Phrase("62 NIK", en: "62 NIKs"))
            ])
        let settings = RunSettings(
            asOf: Sample.day, ruleVersion: "1", seed: 1, plan: plan, summary: "")
        return try DashboardPresenter.page(
            sample.facts, figures: sample.figures(2, largest: 400), deliveries: [delivery],
            funds: sample.funds, settings: settings, today: today, dataAgeMax: 40)
    }

    @Test func `counts, work, map and reasons come from the store`() throws {
        let page = try page()
        let figures = sample.figures(2, largest: 400)
        #expect(page.funnel.rows == 120)
        #expect(page.funnel.eligible == page.funnel.selected + page.funnel.waiting)
        #expect(page.work.reviewPairs == 3)
        #expect(page.work.rejectedValues == 11)
        #expect(page.work.damages.map(\.file) == ["dishub.csv"])
        #expect(page.map.tiles.count == 12)
        #expect(page.map.tiles.reduce(0) { $0 + $1.part } == page.funnel.selected)
        #expect(page.reasons.reduce(0) { $0 + $1.people } == figures.reasons.values.reduce(0, +))
        #expect(page.coverage.funds.map(\.code) == ["apbd", "csr"])
        #expect(try sample.html(page).contains("/kerja/peserta?kec=bekasi-timur"))
    }

    @Test func `the plan of the run is shown, and none is a plan for nobody`() throws {
        let plan = """
            {"budget":2000000000,"fund":"apbd","monthly":[1680000,1680000],"monthsAffordable":119,\
            "people":100,"peopleAffordable":59523,"rules":[],"start":"2026-01"}
            """
        let known = try page(plan).plan
        #expect(known.people == 100)
        #expect(known.monthly == [Rupiah(1_680_000), Rupiah(1_680_000)])
        #expect(known.shortfall == .zero)
        let none = try page().plan
        #expect(none.people == 0)
        #expect(none.monthly.count == sample.facts.region.plan.months)
    }

    @Test func `data is old after the days the city accepts`() throws {
        #expect(try page(today: Sample.day(2026, 4, 1)).sources.map(\.isOld) == [false])
        #expect(try page(today: Sample.day(2026, 4, 2)).sources.map(\.isOld) == [true])
    }

    @Test func `a damaged document of the run is a problem, not a blank page`() {
        #expect(throws: Problem.self) { try page("{") }
    }
}
