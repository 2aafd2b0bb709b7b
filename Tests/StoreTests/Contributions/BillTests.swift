import Civic
import Ledger
import Programme
import Testing

@testable import Store

@Suite struct BillTests {
    private static let january = InsuredCity.january

    private func city(_ kind: TestEngine, people: Int, months: Int = 2) async throws -> InsuredCity
    {
        let city = try await InsuredCity(kind)
        try await city.allot(InsuredCity.price * (people * months + 5), to: "apbd-2026")
        try await city.promise(0..<people, months)
        return city
    }

    @Test(arguments: TestEngine.all)
    func `a month is billed once, and whoever comes late stands on a further bill`(
        _ kind: TestEngine
    ) async throws {
        let city = try await city(kind, people: 7)
        #expect(try await city.bill().bills == [1])
        var bill = try await city.bill(number: 1)
        #expect((bill.people, bill.amount, bill.turn) == (7, InsuredCity.price * 7, 1))
        #expect(try await city.bill().bills.isEmpty)
        try await city.promise(7..<9, 1)
        #expect(try await city.bill().bills == [2])
        bill = try await city.bill(number: 2)
        #expect((bill.people, bill.turn) == (2, 2))
        let figures = try await city.city.coverMonth(Self.january, InsuredCity.policy)
        #expect(figures.all.people == 9)
        #expect(figures.sum(.billed).amount == InsuredCity.price * 9)
        #expect(try await city.committed("apbd-2026") == (try await city.setAside("apbd-2026")))
    }

    @Test(arguments: TestEngine.all)
    func `only those whom the insurer was sent are billed, and the ended for their last months`(
        _ kind: TestEngine
    ) async throws {
        let city = try await InsuredCity(kind)
        try await city.allot(InsuredCity.price * 40, to: "apbd-2026")
        try await city.promise(0..<2, 2)
        try await city.promise(2..<3, 2, state: .determined)
        try await city.promise(3..<4, 2, state: .enrolled)
        try await city.store.tamper(
            """
            UPDATE member SET state = 'ended', cause = 'A13',
            ended_month = \((Self.january + 1).number) WHERE id = 1
            """,
            "UPDATE member SET active_from = \((Self.january + 1).firstDay.number) WHERE id = 2")
        try await city.bill()
        let january = try await city.city.billPeople(1, limit: 10).map(\.number)
        #expect(Set(january) == [InsuredCity.number(0), InsuredCity.number(3)])
        try await city.bill(Self.january + 1)
        let february = try await city.city.billPeople(2, limit: 10).map(\.number)
        #expect(Set(february) == [InsuredCity.number(1), InsuredCity.number(3)])
        let figures = try await city.city.coverMonth(Self.january, InsuredCity.policy)
        #expect(figures.funds.first?.notYet.people == 2)
    }

    /// A company's month of a driver costs half (worked example 4): the rest is free again.
    @Test(arguments: TestEngine.all)
    func `what a month costs less is let go of`(_ kind: TestEngine) async throws {
        let city = try await InsuredCity(kind, funds: [InsuredCity.csr()])
        try await city.allot(InsuredCity.price * 3, to: "csr-2026")
        try await city.promise(0..<2, 1, from: "csr-2026", occupation: "online_ojek")
        try await city.promise(2..<3, 1, from: "csr-2026", occupation: "street_vendor")
        try await city.bill()
        let bill = try await city.bill(number: 1)
        #expect(bill.amount == Rupiah(8_400 + 8_400 + 16_800))
        let rates = try await city.city.coverMonth(Self.january, InsuredCity.policy).rates[1]
        #expect(rates?.map(\.people) == [2, 1])
        let fund = try await city.fund("csr-2026")
        #expect((fund.available, fund.committed) == (Rupiah(16_800), Rupiah(33_600)))
        #expect(try await city.committed("csr-2026") == (try await city.setAside("csr-2026")))
    }

    @Test(arguments: TestEngine.all)
    func `a fund that lacks the money is told of, and the others go on`(
        _ kind: TestEngine
    ) async throws {
        let funds = [InsuredCity.apbd(), InsuredCity.csr()]
        let city = try await InsuredCity(kind, funds: funds)
        try await city.allot(Rupiah(10_000), to: "apbd-2026")
        try await city.allot(InsuredCity.price, to: "csr-2026")
        try await city.promise(0..<1, 1, price: Rupiah(10_000))
        try await city.promise(1..<2, 1, from: "csr-2026")
        let outcome = try await city.bill()
        #expect(outcome.bills.count == 1)
        #expect(
            outcome.shortages == [
                FundShortage(fund: "apbd-2026", people: 1, lacking: Rupiah(6_800))
            ])
        try await city.allot(Rupiah(6_800), to: "apbd-2026", "2")
        #expect(try await city.bill().bills == [2])
        #expect(try await city.fund().available == .zero)
    }

    @Test(arguments: TestEngine.all)
    func `whoever orders does not pay, and a payment makes months paid`(
        _ kind: TestEngine
    ) async throws {
        let city = try await city(kind, people: 3)
        try await city.bill()
        await expectProblem("bill-not-compared") {
            try await city.city.orderBill(1, version: 1, number: "SPM", by: .test())
        }
        try await city.order(1)
        #expect(try await city.fund().committed == InsuredCity.price * 3)
        await expectProblem("payer-ordered") { try await city.pay(1, by: .test()) }
        let paid = try await city.pay(1)
        #expect((paid.state, paid.paidBy) == (.paid, "sari"))
        #expect(try await city.fund().paid == InsuredCity.price * 3)
        let months = try await city.city.coverMonths()
        #expect(months.first?.people == [.paid: 3])
        #expect(months.first?.paid == InsuredCity.price * 3)
        #expect(try await city.city.checkLedger().fault == nil)
        await expectProblem("bill-changed") { try await city.pay(1) }
    }

    @Test(arguments: TestEngine.all)
    func `a check tells which bill and fund do not agree`(_ kind: TestEngine) async throws {
        let city = try await city(kind, people: 3)
        try await city.bill()
        #expect(try await city.city.checkContributions() == [])
        try await city.store.tamper(
            """
            UPDATE cover_month SET amount = 1, committed = 1
            WHERE number = '\(InsuredCity.number(0))' AND bill_id = 1
            """)
        #expect(try await city.city.checkContributions() == ["bill 1", "fund apbd-2026"])
    }

    /// The database itself refuses what code might forget.
    @Test(arguments: TestEngine.all)
    func `no month has two payers and nobody pays an own order`(_ kind: TestEngine) async throws {
        let city = try await city(kind, people: 1)
        try await city.bill()
        try await city.order(1)
        let number = InsuredCity.number(0)
        await #expect(throws: Problem.self) {
            try await city.store.tamper(
                """
                INSERT INTO cover_month (number, month, fund, state, committed)
                VALUES ('\(number)', \(Self.january.number), 'apbd-2026', 'promised', 0)
                """)
        }
        await #expect(throws: Problem.self) {
            try await city.store.tamper(
                "UPDATE bill SET state = 'paid', paid_on = 1, paid_by = ordered_by WHERE id = 1")
        }
        await #expect(throws: Problem.self) {
            try await city.store.tamper(
                """
                INSERT INTO member (id, number, cohort, name, name_key, nik_sealed, nik_index,
                state, first_month, last_month, version) SELECT 99, 'KDR-1', 'kader', name,
                name_key, nik_sealed, nik_index, 'determined', first_month, last_month, 1
                FROM member WHERE id = 1
                """)
        }
        #expect(try await city.store.count("cover_month") == 2)
    }

    @Test(arguments: TestEngine.all)
    func `a withdrawn bill gives its months and its money back`(_ kind: TestEngine) async throws {
        let city = try await city(kind, people: 3)
        let before = try await city.fund().committed
        try await city.bill()
        let ordered = try await city.order(1)
        let void = try await city.city.withdrawBill(
            1, version: ordered.version, reason: "salah bulan", by: .test())
        #expect((void.state, void.people) == (.void, 3))
        #expect(try await city.fund().committed == before)
        #expect(try await city.bill().bills == [2])
        #expect(try await city.bill(number: 2).turn == 2)
        await expectProblem("bill-changed") {
            try await city.city.withdrawBill(1, version: void.version, reason: "x", by: .test())
        }
    }

    @Test(arguments: TestEngine.all)
    func `money that the insurer gives back is free again`(_ kind: TestEngine) async throws {
        let city = try await city(kind, people: 3)
        try await city.bill()
        try await city.order(1)
        try await city.pay(1)
        let free = try await city.fund().available
        let numbers = [InsuredCity.number(1), "BKS-0000-00"]
        for _ in 0..<2 {
            let sum = try await city.city.refund(
                numbers, of: 1, note: "Surat BPJS 7", by: Act(actor: "sari", at: TestStore.noon))
            #expect(sum.people <= 1)
        }
        #expect(try await city.fund().available == free + InsuredCity.price)
        let record = try #require(try await city.city.member(numbers[0], in: .city))
        #expect(record.months.map(\.state) == [.refunded, .promised])
        #expect(record.events.last?.event == "refund")
        #expect(try await city.city.checkLedger().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `every rupiah leads to its fund, its bill and its payment`(
        _ kind: TestEngine
    ) async throws {
        let city = try await city(kind, people: 3)
        try await city.bill()
        try await city.order(1)
        try await city.pay(1)
        let trace = try #require(
            try await city.city.trace(InsuredCity.number(2), Self.january, in: .city))
        #expect(trace.fund.id == "apbd-2026")
        #expect((trace.bill?.orderNumber, trace.bill?.disbursement) == ("SPM-1", "01234/SP2D/2026"))
        #expect(trace.transfers.map(\.entry.key) == ["payment bill 1", "paid bill 1"])
        #expect(trace.month.amount == InsuredCity.price)
        let village = try #require(PlaceCode("32.75.02.1001"))
        let elsewhere = try await city.city.trace(
            InsuredCity.number(2), Self.january, in: .areas([village]))
        #expect(elsewhere == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a month tells who came, went and changed fund`(_ kind: TestEngine) async throws {
        let funds = [InsuredCity.apbd(), InsuredCity.csr()]
        let city = try await InsuredCity(kind, funds: funds)
        try await city.allot(InsuredCity.price * 20, to: "apbd-2026")
        try await city.allot(InsuredCity.price * 20, to: "csr-2026")
        try await city.promise(0..<3, 1)
        try await city.promise(3..<5, 2)
        let february = Self.january + 1
        _ = try await city.city.bridge(
            BridgeWish(
                numbers: [InsuredCity.number(4)], months: february...february, fund: "csr-2026"),
            try InsuredCity.pricing(february...february), by: .test())
        let changes = try await city.city.monthChanges(february)
        #expect((changes.new, changes.gone, changes.moved) == (0, 3, 1))
        let moved = try #require(changes.people.first { $0.fund != nil && $0.before != nil })
        #expect((moved.number, moved.fund) == (InsuredCity.number(4), "csr-2026"))
        #expect(try await city.city.monthChanges(Self.january).new == 5)
    }
}
