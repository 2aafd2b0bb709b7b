import Civic
import Programme
import Testing

@testable import Office
@testable import Store

/// Cards and the lists to sign on, against the members.
@Suite struct CardPaperTests {
    private func file(
        _ setup: PaperCity, _ filter: CardFilter, _ form: Desk.CardForm = .cards,
        _ viewer: Viewer? = nil
    ) async throws -> [UInt8]? {
        try await setup.desk.cardFile(
            filter, form, site: PaperCity.site, for: viewer ?? setup.manager)
    }

    @Test(arguments: TestEngine.all)
    func `everybody with a number from the insurer gets one card`(_ kind: TestEngine) async throws {
        let setup = try await PaperCity.on(kind)
        let decree = CardFilter(decree: setup.report.decree)
        let words = try await PaperWords(try #require(try await file(setup, decree)))
        let active = try await setup.members("m.state = 'active'")
        #expect(active.count == setup.report.enrolled && active.count > 80)
        for member in active { #expect(words.count(member.number) == 1, "\(member.number)") }
        for member in try await setup.members("m.state = 'refused'") {
            #expect(!words.text.contains(member.number))
        }
        #expect(words.pages.count == (active.count + 9) / 10 * 2 && !words.hasNIK)
        let last = CalendarWords.text(
            setup.city.rehearsal.months.upperBound.lastDay, .indonesian)
        #expect(words.count(last) == active.count)
        let places = try await setup.desk.cardPlaces(
            of: setup.report.decree, for: setup.manager)
        #expect(places.reduce(0) { $0 + $1.ready } == active.count)
        #expect(places.allSatisfy { $0.waiting == 0 })
        #expect(try await setup.desk.cardPlaces(of: 99, for: setup.manager).isEmpty)
        #expect(try await file(setup, CardFilter(decree: 99)) == nil)
    }

    @Test(arguments: TestEngine.all)
    func `each kelurahan has its own list to sign on, by RW and RT`(_ kind: TestEngine) async throws
    {
        let setup = try await PaperCity.on(kind)
        let all = try #require(try await file(setup, CardFilter(), .handover))
        let words = try await PaperWords(all)
        let active = try await setup.members("m.state = 'active'")
        for member in active { #expect(words.count(member.number) == 1) }
        let villages = Set(active.compactMap(\.village))
        #expect(words.pages.count == villages.count)
        for village in villages {
            let people = active.count { $0.village == village }
            let name = try #require(setup.desk.region.placeName(village))
            let page = try #require(
                words.pages.first { $0.contains("KELURAHAN \(name.uppercased())") })
            #expect(page.contains("Jumlah: \(people) kartu") && page.contains("Lurah \(name),"))
        }
        #expect(try await file(setup, CardFilter(), .workbook) == nil, "of one village only")
        let book = try await file(setup, CardFilter(village: setup.village), .workbook)
        #expect(book?.starts(with: Array("PK".utf8)) == true)
    }

    @Test(arguments: TestEngine.all)
    func `an operator prints the own kelurahan and no other`(_ kind: TestEngine) async throws {
        let setup = try await PaperCity.on(kind)
        let yuni = setup.operatorViewer
        let places = try await setup.desk.cardPlaces(of: nil, for: yuni)
        #expect(places.map(\.village) == [setup.village])
        let own = try await setup.members(
            "m.state = 'active' AND m.village = '\(setup.village)'")
        let words = try await PaperWords(
            try #require(try await file(setup, CardFilter(), .cards, yuni)))
        #expect(words.count("BKS-") == own.count && !own.isEmpty)
        let other = try #require(PlaceCode("32.75.02.1001"))
        #expect(try await file(setup, CardFilter(village: other), .cards, yuni) == nil)
        #expect(try await file(setup, CardFilter(village: other)) != nil)
    }
}
