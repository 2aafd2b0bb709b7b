import Civic
import Jamsostek
import Programme
import Testing

@testable import Store

/// Months are promised and let go of together with the money for them.
@Suite struct CoverBookTests {
    private static let january = Month(year: 2026, month: 1)
    private static let price = Rupiah(16_800)

    /// A fund that pays for three people for two months, and has money for one month more.
    private func setup(_ kind: TestEngine) async throws -> TestStore {
        let store = try await TestStore(kind)
        for id in ["apbd-2026", "csr-2026"] {
            try await store.city.openFund(
                Fund(
                    id: id, source: id == "apbd-2026" ? .apbd : .csr, title: id, payer: "Kota",
                    workerGroup: "W-\(id)", months: Self.january...(Self.january + 11)),
                by: .test())
        }
        try await store.city.allot(
            Rupiah(7 * 16_800), to: "apbd-2026", note: "DPA", key: "1", by: .test())
        try await write(store) { writer throws(Problem) in
            for (id, number) in ["BKS-AAAA-01", "BKS-BBBB-02", "BKS-CCCC-03"].enumerated() {
                try writer.execute(
                    """
                    INSERT INTO member (id, number, cohort, name, name_key, state, first_month,
                    last_month, version) VALUES ($1, $2, 'rtrw', 'X', 'x', 'determined', $3, $4, 1)
                    """,
                    [
                        SQLValue(id + 1), .text(number), SQLValue(Self.january),
                        SQLValue(Self.january + 1),
                    ])
            }
        }
        return store
    }

    private func write(
        _ store: TestStore, _ body: @escaping @Sendable (any SQLWriter) throws(Problem) -> Void
    ) async throws { try await store.engine.write(body) }

    private func book(_ store: TestStore, _ writer: any SQLWriter) -> CoverBook {
        CoverBook(act: .test(), journal: store.city.journal, writer: writer)
    }

    private func promises(_ numbers: [String], _ months: Int = 2) -> [CoverBook.Promise] {
        numbers.flatMap { number in
            (0..<months).map { month in
                CoverBook.Promise(
                    number: number, month: Self.january + month, fund: "apbd-2026", decree: nil,
                    price: Self.price)
            }
        }
    }

    private let all = ["BKS-AAAA-01", "BKS-BBBB-02", "BKS-CCCC-03"]

    @Test(arguments: TestEngine.all)
    func `what is set aside is what months were promised at`(_ kind: TestEngine) async throws {
        let store = try await setup(kind)
        let promises = promises(all)
        try await write(store) { writer throws(Problem) in
            try book(store, writer).promise(promises, by: "decree 1")
        }
        var fund = try #require(try await store.city.funds().first)
        #expect((fund.committed, fund.available) == (Rupiah(6 * 16_800), Self.price))
        let numbers = Array(all.prefix(2))
        try await write(store) { writer throws(Problem) in
            let count = try book(store, writer).release(
                numbers, from: Self.january + 1, by: "change 1")
            #expect(count == 2)
        }
        fund = try #require(try await store.city.funds().first)
        #expect((fund.committed, fund.available) == (Rupiah(4 * 16_800), Rupiah(3 * 16_800)))
        let record = try #require(try await store.city.member(all[0], in: .city))
        #expect(record.months.map(\.state) == [.promised, .void])
        #expect(try await store.city.checkLedger().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `nothing is promised that the fund cannot pay`(_ kind: TestEngine) async throws {
        let store = try await setup(kind)
        let promises = promises(all, 3)
        await expectProblem("ledger-below-zero") {
            try await write(store) { writer throws(Problem) in
                try book(store, writer).promise(promises, by: "decree 1")
            }
        }
        #expect(try await store.count("cover_month") == 0)
        #expect(try await store.city.funds().first?.committed == .zero)
    }

    @Test(arguments: TestEngine.all)
    func `no month has two payers`(_ kind: TestEngine) async throws {
        let store = try await setup(kind)
        let first = promises([all[0]])
        try await write(store) { writer throws(Problem) in
            try book(store, writer).promise(first, by: "decree 1")
        }
        let second = [
            CoverBook.Promise(
                number: all[0], month: Self.january, fund: "csr-2026", decree: nil, price: .zero)
        ]
        await #expect(throws: Problem.self) {
            try await write(store) { writer throws(Problem) in
                try book(store, writer).promise(second, by: "decree 2")
            }
        }
        #expect(try await store.count("cover_month") == 2)
    }
}
