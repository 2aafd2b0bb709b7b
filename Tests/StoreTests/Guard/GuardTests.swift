import Civic
import Jamsostek
import Programme
import Testing

@testable import Store

@Suite struct GuardTests {
    private static let january = InsuredCity.january

    private func look(_ city: InsuredCity, on iso: String) async throws -> GuardDay {
        let day = try #require(Day(iso: iso))
        try await city.city.refreshGuard(
            try nationalLaw.coverRules(on: day), InsuredCity.guarding, by: .test())
        return try #require(try await city.city.guardDay())
    }

    private func risks(
        _ city: InsuredCity, _ filter: GuardFilter = GuardFilter(),
        after position: GuardPosition? = nil, limit: Int = 100
    ) async throws -> [GuardRisk] {
        try await city.city.guardRisks(filter, in: .city, after: position, limit: limit)
    }

    /// January paid, nothing since: arrears from February, cover lost on 1 May.
    @Test(arguments: TestEngine.all)
    func `the guard tells of unpaid months until cover is lost`(_ kind: TestEngine) async throws {
        let city = try await InsuredCity(kind)
        try await city.allot(InsuredCity.price * 24, to: "apbd-2026")
        try await city.promise(0..<2, 12)
        var day = try await look(city, on: "2026-01-10")
        #expect((day.notStarted, day.people) == (2, 2))
        try await city.bill()
        try await city.order(1)
        try await city.pay(1)
        day = try await look(city, on: "2026-01-20")
        #expect(day.unpaid == [2, 0, 0, 0, 0])
        day = try await look(city, on: "2026-02-03")
        #expect(day.unpaid == [0, 2, 0, 0, 0])
        _ = try await look(city, on: "2026-02-03")
        var risk = try #require(try await risks(city).first)
        #expect((risk.unpaid, risk.warned, risk.fund) == (1, 1, "apbd-2026"))
        #expect((risk.lapsesOn, risk.safeDay) == (Day(iso: "2026-05-01"), Day(iso: "2026-04-23")))
        day = try await look(city, on: "2026-03-31")
        #expect((day.unpaid, day.atRisk) == ([0, 0, 2, 0, 0], 2))
        risk = try #require(try await risks(city).first)
        #expect((risk.warned, risk.firstWarned) == (2, Day(iso: "2026-02-03")))
        day = try await look(city, on: "2026-05-01")
        #expect((day.lapsed, day.atRisk) == (2, 0))
    }

    @Test(arguments: TestEngine.all)
    func `a promise that ends with the year is a gap of all`(_ kind: TestEngine) async throws {
        let city = try await InsuredCity(kind)
        try await city.allot(InsuredCity.price * 100, to: "apbd-2026")
        try await city.promise(0..<3, 12)
        let day = try await look(city, on: "2026-11-20")
        #expect(day.gap == Month(year: 2027, month: 1))
        let fund = try #require(day.funds.first)
        #expect((fund.fund, fund.standing) == ("apbd-2026", 3))
        #expect(fund.lines.prefix(3).map(\.lacking) == [0, 0, 3])
        let waiting = try await city.city.waitingGaps(until: Month(year: 2027, month: 1))
        #expect((waiting.count, waiting.due) == (3, Day(iso: "2026-12-31")))
        #expect(
            try await city.city.waitingGaps(until: Month(year: 2026, month: 12)) == .nothing)
    }

    @Test(arguments: TestEngine.all)
    func `rows are paged by urgency and narrowed`(_ kind: TestEngine) async throws {
        let city = try await InsuredCity(kind, funds: [InsuredCity.apbd(), InsuredCity.csr()])
        try await city.allot(InsuredCity.price * 100, to: "apbd-2026")
        try await city.allot(InsuredCity.price * 100, to: "csr-2026")
        try await city.promise(0..<5, 2)
        try await city.promise(5..<9, 2, from: "csr-2026")
        try await city.bill()
        for bill in 1...2 {
            try await city.order(bill)
            try await city.pay(bill)
        }
        _ = try await look(city, on: "2026-02-03")
        #expect(try await risks(city).count == 9)
        #expect(try await risks(city, GuardFilter(unpaid: 1, fund: "csr-2026")).count == 4)
        #expect(try await risks(city, GuardFilter(unpaid: 2)).isEmpty)
        var (seen, position): ([String], GuardPosition?) = ([], nil)
        while true {
            let page = try await risks(city, after: position, limit: 4)
            guard let last = page.last else { break }
            seen += page.map(\.number)
            position = GuardPosition(safeDay: last.safeDay, number: last.number)
        }
        #expect(Set(seen).count == 9 && seen.count == 9)
        try await city.city.nameGuardOwner("Bu Clara", of: "csr-2026", by: .test())
        let day = try #require(try await city.city.guardDay())
        #expect(day.funds.map(\.owner) == [nil, "Bu Clara"])
        let waiting = try await city.city.waitingRisks(in: .city)
        #expect((waiting.count, waiting.due) == (9, Day(iso: "2026-04-23")))
    }
}
