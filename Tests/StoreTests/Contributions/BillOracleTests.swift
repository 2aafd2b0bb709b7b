import Civic
import Programme
import Testing

@testable import Store

/// Random sequences of all that can happen to months, against a simple oracle, on both engines.
@Suite struct BillOracleTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let engine: TestEngine
        let seed: UInt64
        var testDescription: String { "\(engine.testDescription) \(seed)" }

        static let all = TestEngine.all.flatMap { engine in
            (1...4).map { Case(engine: engine, seed: UInt64($0)) }
        }
    }

    private static let funds = ["apbd-2026", "csr-2026"]
    private static let people = 12
    /// Months before April, in which a vendor costs a company as much as the city.
    private static let months = 3

    @Test(arguments: Case.all)
    func `whatever happens, every month has one payer and no fund is below zero`(
        _ given: Case
    ) async throws {
        var random = SeededGenerator(seed: given.seed)
        var oracle = BillOracle()
        let city = try await InsuredCity(
            given.engine, funds: [InsuredCity.apbd(), InsuredCity.csr()])
        for (place, fund) in Self.funds.enumerated() {
            let people = place == 0 ? Self.people * Self.months : 9
            try await city.allot(InsuredCity.price * people, to: fund)
            oracle.allot(people, to: fund)
        }
        try await city.promise(0..<Self.people, Self.months)
        for person in 0..<Self.people {
            oracle.promise(person, months: Self.months, from: Self.funds[0])
        }
        for step in 0..<60 {
            try await walk(city, &oracle, &random)
            if step % 6 == 5 { try await compare(city, oracle) }
        }
        try await compare(city, oracle)
        #expect(try await city.city.checkLedger().fault == nil)
        #expect(try await city.city.checkContributions() == [])
    }

    private func walk(
        _ city: InsuredCity, _ oracle: inout BillOracle, _ random: inout SeededGenerator
    ) async throws {
        let bill = oracle.bills.isEmpty ? 0 : Int.random(in: 1...oracle.bills.count, using: &random)
        let month = Int.random(in: 0..<Self.months, using: &random)
        let people = (0..<Self.people).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
        let act = Int.random(in: 0..<10, using: &random)
        if act < 3 || bill == 0 {
            let outcome = try await city.bill(InsuredCity.january + month)
            #expect(outcome.bills.count == oracle.run(month))
        } else if act < 5 {
            try await expect(oracle.order(bill)) { try await city.order(bill) }
        } else if act < 7 {
            try await expect(oracle.pay(bill)) { try await city.pay(bill) }
        } else if act < 8 {
            let version = try await city.bill(number: bill).version
            try await expect(oracle.withdraw(bill)) {
                try await city.city.withdrawBill(bill, version: version, reason: "x", by: .test())
            }
        } else if act < 9 {
            let expected = oracle.refund(people, of: bill)
            try await expect(expected != nil) {
                let sum = try await city.city.refund(
                    people.map(InsuredCity.number), of: bill, note: "n", by: .test())
                #expect(sum.people == expected)
            }
        } else {
            let fund = Self.funds[Int.random(in: 0..<2, using: &random)]
            let last = InsuredCity.january + month
            let wish = BridgeWish(
                numbers: people.map(InsuredCity.number), months: InsuredCity.january...last,
                fund: fund)
            let pricing = try InsuredCity.pricing(InsuredCity.january...last)
            let expected = oracle.bridge(people, 0...month, to: fund)
            try await expect(expected != nil) {
                let effect = try await city.city.bridge(wish, pricing, by: .test())
                #expect(effect?.months == expected)
            }
        }
    }

    private func expect(
        _ succeeds: Bool, _ body: () async throws -> some Any
    ) async throws {
        do {
            _ = try await body()
            #expect(succeeds)
        } catch let problem as Problem {
            #expect(!succeeds, "\(problem.code)")
        }
    }

    private func compare(_ city: InsuredCity, _ oracle: BillOracle) async throws {
        let numbers = Dictionary(
            uniqueKeysWithValues: (0..<Self.people).map { (InsuredCity.number($0), $0) })
        let lines = try await city.store.engine.read { reader throws(Problem) in
            try reader.all(
                "SELECT number, month, fund, state, bill_id FROM cover_month", []
            ) { fields in
                let person = numbers[fields.text()] ?? -1
                let month = fields.month() - InsuredCity.january
                return "\(person) \(month) \(fields.text()) \(fields.text()) "
                    + "\(fields.optionalInt() ?? 0)"
            }
        }
        #expect(Set(lines) == oracle.lines)
        for id in Self.funds {
            let fund = try await city.fund(id)
            #expect(fund.available == Rupiah(Int64(oracle.free[id] ?? 0)))
            #expect(fund.available >= .zero)
            #expect(fund.paid == Rupiah(Int64(oracle.paid[id] ?? 0)))
            #expect(try await city.setAside(id) == Rupiah(Int64(oracle.setAside(id))))
            #expect(try await city.committed(id) == (try await city.setAside(id)))
        }
        for month in 0..<Self.months {
            let figures = try await city.city.coverMonth(
                InsuredCity.january + month, InsuredCity.policy)
            #expect(
                figures.all.people
                    == oracle.covers.count { key, cover in
                        key.month == month && cover.state != "refunded"
                    })
            let billed = figures.funds.flatMap(\.bills).filter { $0.state != .void }
            let sum = figures.sum(.billed) + figures.sum(.paid) + figures.sum(.refunded)
            #expect(billed.reduce(0) { $0 + $1.people } == sum.people)
            #expect(billed.reduce(.zero) { $0 + $1.amount } == sum.amount)
        }
    }
}
