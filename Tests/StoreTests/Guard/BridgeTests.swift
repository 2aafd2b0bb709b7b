import Civic
import Ledger
import Programme
import Testing

@testable import Store

@Suite struct BridgeTests {
    private static let january = InsuredCity.january

    private func city(_ kind: TestEngine, terms: FundTerms) async throws -> InsuredCity {
        let city = try await InsuredCity(
            kind, funds: [InsuredCity.apbd(), InsuredCity.csr(terms: terms)])
        try await city.allot(InsuredCity.price * 12, to: "apbd-2026")
        try await city.allot(InsuredCity.price * 4, to: "csr-2026")
        try await city.promise(0..<3, 2)
        try await city.promise(3..<6, 2, occupation: "online_ojek")
        return city
    }

    private func wish(_ serials: Range<Int>, _ months: ClosedRange<Month>) -> BridgeWish {
        BridgeWish(numbers: serials.map(InsuredCity.number), months: months, fund: "csr-2026")
    }

    private static let both = january...(january + 1)

    @Test(arguments: TestEngine.all)
    func `months move with their money, at the price of the new payer`(
        _ kind: TestEngine
    ) async throws {
        let city = try await city(kind, terms: FundTerms())
        let wish = wish(2..<4, Self.both)
        let pricing = try InsuredCity.pricing(Self.both)
        let before = try await city.city.bridgeEffect(wish, pricing)
        #expect((before.months, before.cost) == (4, Rupiah(2 * 16_800 + 2 * 8_400)))
        #expect(before.released == ["apbd-2026": InsuredCity.price * 4])
        #expect(before.lacking == .zero)
        let done = try await city.city.bridge(wish, pricing, by: .test("k"))
        #expect(done == before)
        #expect(try await city.city.bridge(wish, pricing, by: .test("k")) == nil)
        #expect(try await city.fund().available == InsuredCity.price * 4)
        #expect(try await city.fund("csr-2026").committed == before.cost)
        #expect(try await city.store.count("fund_bridge") == 4)
        let record = try #require(try await city.city.member(InsuredCity.number(3), in: .city))
        #expect(record.months.map(\.fund) == ["csr-2026", "csr-2026"])
        #expect(record.events.last?.event == "bridge")
        #expect(record.events.last?.document == "bridge 1")
        let trace = try await city.city.trace(InsuredCity.number(3), Self.january, in: .city)
        #expect(trace?.bridges.map(\.from) == ["apbd-2026"])
        #expect(
            trace?.transfers.map(\.entry.key) == ["commitment bridge 1 csr-2026 2026-01"])
        for fund in ["apbd-2026", "csr-2026"] {
            #expect(try await city.committed(fund) == (try await city.setAside(fund)))
        }
    }

    @Test(arguments: TestEngine.all)
    func `nothing moves that the new fund cannot pay`(_ kind: TestEngine) async throws {
        let city = try await city(kind, terms: FundTerms())
        let wish = wish(0..<3, Self.both)
        let pricing = try InsuredCity.pricing(Self.both)
        let effect = try await city.city.bridgeEffect(wish, pricing)
        #expect(effect.lacking == InsuredCity.price * 2)
        await expectProblem("ledger-below-zero") {
            try await city.city.bridge(wish, pricing, by: .test())
        }
        #expect(try await city.store.count("fund_bridge") == 0)
        #expect(try await city.fund().committed == InsuredCity.price * 12)
    }

    @Test(arguments: TestEngine.all)
    func `whom the giver leaves out stays where he was`(_ kind: TestEngine) async throws {
        let city = try await city(
            kind, terms: FundTerms(occupations: ["online_ojek"], monthsAtLeast: 2, seats: 2))
        let effect = try #require(
            try await city.city.bridge(
                wish(0..<6, Self.both), try InsuredCity.pricing(Self.both), by: .test()))
        #expect(effect.people.count == 2)
        #expect(effect.refused == [.terms: 3, .seats: 1])
        let left = (3..<6).map(InsuredCity.number).filter { number in
            !effect.people.contains { $0.number == number }
        }
        let short = try await city.city.bridgeEffect(
            BridgeWish(
                numbers: left, months: Self.january...Self.january, fund: "csr-2026"),
            try InsuredCity.pricing(Self.january...Self.january))
        #expect(short.refused == [.tooFew: 1])
        // What is on a bill stays with its payer.
        try await city.bill()
        let billed = try await city.city.bridgeEffect(
            wish(0..<1, Self.january...Self.january),
            try InsuredCity.pricing(Self.january...Self.january))
        #expect(billed.refused == [.nothingPromised: 1])
    }
}
