import Civic
import Jamsostek
import Office
import Pages
import Testing

@testable import Store
@testable import Web

@Suite struct PeoplePresenterTests {
    private let sample: Sample

    init() throws { sample = try Sample() }

    private func list(_ people: [PersonSummary]) -> PersonList {
        PersonList(people: people, total: people.count, previous: nil, next: nil)
    }

    private func filter(_ filter: PeopleFilter) -> PersonFilter? {
        PeoplePresenter.storeFilter(sample.facts, filter, funds: sample.funds)
    }

    private func choices(_ filter: PeopleFilter = PeopleFilter()) -> PeopleChoices {
        PeoplePresenter.page(
            sample.facts, list: list([]), filter: filter, searched: nil, funds: sample.funds,
            previousHref: nil, nextHref: nil
        ).choices
    }

    @Test func `every choice of the page is understood by the store`() throws {
        let choices = choices()
        let places = sample.facts.region.places
        let districts = choices.districts.map { filter(PeopleFilter(district: $0.value))?.place }
        #expect(districts == places.districts.map { places.entries[$0].code })
        let villages = choices.villages.map { filter(PeopleFilter(village: $0.value))?.place }
        #expect(villages == places.villages.map { places.entries[$0].code })
        for choice in choices.reasons {
            #expect(filter(PeopleFilter(reason: choice.value))?.reason == choice.value)
        }
        for choice in choices.occupations {
            #expect(filter(PeopleFilter(occupation: choice.value))?.occupation == choice.value)
        }
        for choice in choices.funds {
            #expect(filter(PeopleFilter(fund: choice.value))?.fund == choice.value)
        }
    }

    @Test func `a district offers only its own villages`() throws {
        let names = choices(PeopleFilter(district: "bekasi-timur")).villages.map(\.name.indonesian)
        #expect(names == ["Bekasijaya", "Margahayu", "Durenjaya", "Arenjaya"])
    }

    @Test(arguments: [
        PeopleFilter(district: "bandung"), PeopleFilter(village: "x"), PeopleFilter(reason: "Z9"),
        PeopleFilter(occupation: "dragon_tamer"), PeopleFilter(fund: "lotre"),
        PeopleFilter(district: "bekasi-barat", village: "bekasijaya"),
    ])
    func `what does not exist is refused, not ignored`(_ unknown: PeopleFilter) {
        #expect(filter(unknown) == nil)
    }

    @Test(arguments: PeopleFilter.Outcome.allCases)
    func `every outcome keeps the standings it names`(_ outcome: PeopleFilter.Outcome) throws {
        let wanted = try #require(filter(PeopleFilter(outcome: outcome)))
        let expected: Set<PersonStanding> =
            switch outcome {
            case .eligible: [.selected, .waiting]
            case .selected: [.selected]
            case .waiting: [.waiting]
            case .ineligible: [.refused, .insured]
            case .review: [.review]
            }
        #expect(Set(wanted.standings ?? []) == expected)
    }

    @Test func `places of equal name on one level are told apart`() throws {
        let regency = try #require(PlaceCode("32.75"))
        let rows = ["32.75.01", "32.75.02", "32.75.01.1001", "32.75.02.1001"]
        let codes = rows.compactMap { PlaceCode($0) }
        let slugs = PlaceSlugs(
            PlaceDirectory(
                regency: regency, rows: codes.map { ($0, "Kali Jaya", []) }))
        for code in codes {
            let slug = slugs.slug(of: code)
            #expect((code.level == .village ? slugs.village(slug) : slugs.district(slug)) == code)
        }
        #expect(slugs.slug(of: codes[0]) == "kali-jaya")
    }

    @Test func `a list shows status, reasons and rank in words`() throws {
        let people = [
            sample.person(.refused, reasons: ["A3", "A9"]), sample.person(.waiting, rank: 4211),
            sample.person(.review, reasons: ["A7"]), sample.person(.review, reasons: ["A9"]),
        ]
        let page = PeoplePresenter.page(
            sample.facts, list: list(people), filter: PeopleFilter(district: "bekasi-timur"),
            searched: nil, funds: sample.funds, previousHref: nil, nextHref: "/next")
        #expect(page.rows.map(\.status) == ["tidak", "tunggu_kuota", "perbaiki", "diperiksa"])
        let html = try sample.html(page)
        #expect(html.contains("Di luar kelompok penerima; Pekerjaan belum pasti"))
        #expect(html.contains("Urutan 4.211"))
        #expect(html.contains("Bekasijaya"))
        #expect(!html.contains("3275010507900003"))
    }
}
