import Civic
import Programme
import Testing

@testable import Office
@testable import Store

/// The report of a month, against the figures of the pages.
@Suite struct MonthlyReportTests {
    @Test(arguments: TestEngine.all)
    func `four pages tell people, districts, money and matters, and all add up`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await PaperCity.on(kind)
        let words = try await PaperWords(
            try await setup.desk.monthlyReport(setup.first, for: setup.city.cast.finance))
        let figures = try await setup.desk.coverMonth(setup.first, for: setup.manager)
        #expect(words.pages.count == 4)
        #expect(words.pages[0].contains("\(figures.sum(.paid).people)"))
        #expect(words.pages[0].contains(figures.sum(.paid).amount.description))
        #expect(figures.sum(.paid).people == setup.report.enrolled)

        let districts = try await setup.city.store.districtMonths(setup.first)
        let all = districts.reduce(CoverSum()) { $0 + $1.all }
        #expect(all == figures.all && districts.count == 12)
        for district in districts {
            let name = try #require(setup.desk.region.placeName(district.district))
            #expect(words.pages[1].contains(name))
            #expect(words.pages[1].contains(district.all.amount.description))
        }
        #expect(words.pages[1].contains("\(all.people) orang di 12 kecamatan"))
        for bill in setup.report.paid where bill.month == setup.first {
            #expect(words.pages[2].contains(bill.amount.description))
            let number = try #require(bill.disbursement)
            #expect(words.pages[2].filter { !$0.isWhitespace }.contains(number))
        }
        #expect(words.pages[3].contains("0 klaim masih berjalan"))
        #expect(!words.hasNIK)
    }

    @Test func `a month that waits says what is to be done`() async throws {
        let setup = try await PaperCity.on(.sqlite)
        let words = try await PaperWords(
            try await setup.desk.monthlyReport(setup.first + 3, for: setup.manager))
        #expect(words.text.contains("Hitung iuran bulan ini."))
        #expect(words.text.contains("orang belum ditagih"))
        await #expect(throws: Problem.self) {
            try await setup.desk.monthlyReport(setup.first, for: setup.operatorViewer)
        }
    }
}
