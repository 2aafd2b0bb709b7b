import Civic
import Jamsostek
import Office
import Pages
import Testing

@testable import Store
@testable import Web

@Suite struct InfoPresenterTests {
    private let sample: Sample

    init() throws { sample = try Sample() }

    @Test func `families read the amounts, months and terms of the law`() throws {
        let benefit = try HeirsPresenter.page(sample.facts, on: Sample.day).benefit
        #expect(benefit.full == Rupiah(42_000_000))
        #expect(benefit.early == Rupiah(10_000_000))
        #expect(benefit.fullAfterMonths == 3)
        #expect(benefit.scholarships == Rupiah(174_000_000))
        #expect(benefit.scholarshipChildren == 2)
        #expect(benefit.scholarshipAfterMonths == 36)
        #expect(benefit.paidWithinDays == 3)
        #expect(benefit.lapsesAfterYears == 5)
        #expect(benefit.sources.contains { $0.id == "permenaker-1-2025" })
        #expect(!benefit.sources.contains { $0.id == "bacaan-sigap" })
    }

    @Test func `the law of the day decides`() throws {
        let before = try DeathTerms(sample.facts.law, on: Sample.day(2024, 6, 1))
        #expect(before.fullAfterMonths == 0)
        #expect(before.early == before.full)
    }

    @Test func `working days do not depend on holidays or on a calendar that ends`() throws {
        for offset in stride(from: 0, to: 1200, by: 17) {
            let day = Sample.day(2025, 3, 1) + offset
            #expect(try sample.facts.law.workingDays(of: .death, on: day) == 3)
            #expect(try sample.facts.law.workingDays(of: .workAccident, on: day) == 7)
        }
    }

    @Test func `papers and heirs come from the law, in its order`() throws {
        let page = try HeirsPresenter.page(sample.facts, on: Sample.day)
        #expect(page.papers.count == 11)
        #expect(page.papers.first?.name.indonesian == "Formulir pengajuan JKM (F4)")
        #expect(page.papers.count { $0.condition == nil } == 7)
        #expect(
            page.heirs.map(\.indonesian) == [
                "Janda atau duda, anak", "Orang tua, cucu, kakek atau nenek", "Saudara kandung",
                "Mertua", "Orang yang ditunjuk dalam wasiat",
            ])
    }

    @Test func `the public conditions are the rules in force`() throws {
        let page = try ConditionsPresenter.page(sample.facts, settings: nil, on: Sample.day)
        #expect(page.conditions.map(\.rule) == RuleName.allCases)
        #expect(page.minimumAge == 18)
        #expect(page.ageEnd == 65)
        #expect(page.quota == sample.facts.region.quota)
        #expect(!page.occupations.isEmpty)
        let before = try ConditionsPresenter.page(
            sample.facts, settings: nil, on: Sample.day(2025, 11, 4))
        #expect(before.conditions.isEmpty)
    }

    @Test func `privacy names the law's term and how long data stay`() throws {
        let table = try sample.data.table("national/retention")
        let page = try PrivacyPresenter.page(sample.facts, retention: table, on: Sample.day)
        #expect(page.answerHours == 72)
        #expect(page.retention.map(\.years) == [2, 5, 10, 5])
        #expect(page.agencies.count == sample.facts.region.agencies.count)
        let wrong = Table(name: "retention.tsv", text: "what_id\twhat_en\tyears\nA\tB\t0\n")
        #expect(throws: Problem.self) {
            try PrivacyPresenter.page(sample.facts, retention: wrong, on: Sample.day)
        }
    }

    @Test func `the waiting list shows every village`() throws {
        let villages = sample.facts.places(at: .village)
        let areas = villages.enumerated().map { index, village in
            AreaFigures(
                place: village.code, people: index, standings: [.selected: index, .waiting: 7])
        }
        let figures = Figures(counts: [:], areas: areas, openReviews: 0)
        let page = try QuotaPresenter.page(
            sample.facts, figures: figures, settings: sample.settings)
        let shown = page.districts.flatMap(\.villages)
        #expect(shown.map(\.name) == villages.map(\.name))
        #expect(shown.map(\.selected) == Array(villages.indices))
        #expect(QuotaPresenter.scope(sample.facts).areas == villages.map(\.code))
        #expect(page.villageFloor == 20)
    }

    @Test(arguments: Language.allCases)
    func `every page of information can be read`(_ language: Language) throws {
        let facts = sample.facts
        let table = try sample.data.table("national/retention")
        let pages: [any Page] = [
            try HeirsPresenter.page(facts, on: Sample.day), AccidentPresenter.page(),
            HelpPresenter.page(), AccessibilityPresenter.page(checked: Sample.day),
            try PrivacyPresenter.page(facts, retention: table, on: Sample.day),
            try ConditionsPresenter.page(facts, settings: sample.settings, on: Sample.day),
            try QuotaPresenter.page(
                facts, figures: sample.figures(1), settings: sample.settings),
        ]
        for page in pages {
            let html = try sample.html(page, language)
            #expect(html.firstMatch(of: /\{[a-z_]+\}/) == nil)
        }
    }

    @Test func `every fund has a name, and a wrong table is refused`() throws {
        for fund in FundingSource.allCases { #expect(sample.funds[fund.rawValue] != nil) }
        #expect(sample.funds["apbd"] == Phrase("APBD Kota Bekasi", en: "Budget of Kota Bekasi"))
        #expect(sample.funds[nil] == nil)
        for text in ["lotre\tLotre\tLottery", "apbd\tAPBD\tBudget"] {
            let table = Table(name: "funds.tsv", text: "code\tname_id\tname_en\n\(text)\n")
            #expect(throws: Problem.self) { try FundNames(table, city: "Kota") }
        }
    }
}
