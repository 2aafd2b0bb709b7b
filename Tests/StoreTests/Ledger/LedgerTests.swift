import Civic
import Ledger
import Store
import Testing

@Suite struct LedgerTests {
    private func move(_ flow: Flow, _ amount: Int64) -> Movement { SampleFund.move(flow, amount) }

    @Test(arguments: TestEngine.all)
    func `what is posted stands in accounts, lines and journal`(_ kind: TestEngine) async throws {
        let sample = try await SampleFund(kind)
        #expect(try await sample.free(.source) == 1_000_000)
        #expect(try await sample.free(.available) == 400_000)
        #expect(try await sample.free(.commitments) == 600_000 - 2 * 16_800)
        #expect(try await sample.free(.insurer) == 16_800)
        #expect(try await sample.free(.refunds) == 0)
        let lines = try await sample.city.ledgerLines(limit: 100)
        #expect(lines.map(\.id) == [7, 6, 5, 4, 3, 2, 1])
        let paid = try #require(try await sample.city.ledgerLine(key: "paid-1"))
        #expect(paid.entry.original == "bill-1" && paid.entry.note == "SP2D 0001")
        #expect(paid.entry.posted == Rupiah(16_800) && paid.entry.pending == Rupiah(-16_800))
        #expect(paid.entry.purpose == SampleFund.purpose && paid.at == TestStore.noon)
        #expect(paid.resolution == nil)
        #expect(try await sample.city.ledgerLine(key: "bill-1")?.resolution == .settle)
        #expect(try await sample.city.ledgerLine(key: "bill-2")?.resolution == .void)
        #expect(try await sample.city.ledgerLine(key: "nothing") == nil)
        let events = try await sample.city.events(about: SampleFund.fund, limit: 10)
        #expect(
            events.map(\.verb) == ["ledger.post", "ledger.post", "ledger.post", "ledger.open"])
        #expect(events.first?.detail["set"] == "3" && events.first?.detail["transfers"] == "2")
        #expect(try await sample.city.verifyJournal().fault == nil)
        let check = try await sample.city.checkLedger()
        #expect(check.fault == nil)
        #expect(check.accounts == 5 && check.sets == 3 && check.transfers == 7)
    }

    @Test(arguments: TestEngine.all)
    func `a set that is handed in again changes nothing`(_ kind: TestEngine) async throws {
        let sample = try await SampleFund(kind)
        let before = try await sample.city.ledgerAccounts()
        let events = try await sample.store.count("journal")
        for set in SampleFund.sets {
            let receipt = try await sample.city.post(set, by: .test())
            #expect(receipt.set == nil && receipt.done == 0 && receipt.repeated == set.count)
        }
        #expect(try await sample.city.ledgerAccounts() == before)
        #expect(try await sample.store.count("journal") == events)
        #expect(try await sample.store.count("ledger_set") == 3)
    }

    @Test(arguments: TestEngine.all)
    func `a set that was done in part is finished`(_ kind: TestEngine) async throws {
        let sample = try await SampleFund(kind)
        let set =
            SampleFund.sets[1] + [
                Transfer("bill-4", .hold(move(.payment, 16_800))),
                Transfer("paid-3", .settle(of: "bill-3", amount: Rupiah(8400))),
                Transfer("bill-4", .hold(move(.payment, 16_800))),
                Transfer("paid-4", .settle(of: "bill-4")),
                Transfer("back-4", .reverse(of: "paid-4")),
            ]
        let receipt = try await sample.city.post(set, by: .test())
        #expect(receipt == LedgerReceipt(set: 4, done: 4, repeated: 4))
        #expect(try await sample.free(.insurer) == 16_800 + 8400)
        #expect(try await sample.free(.commitments) == 600_000 - 16_800 - 8400)
        #expect(try await sample.city.ledgerLine(key: "paid-4")?.resolution == .reverse)
        #expect(try await sample.city.checkLedger().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a request key is used once`(_ kind: TestEngine) async throws {
        let sample = try await SampleFund(kind)
        let first = [Transfer("x", .post(move(.commitment, 1)))]
        #expect(try await sample.city.post(first, by: .test("request")).done == 1)
        let other = [Transfer("y", .post(move(.commitment, 1)))]
        #expect(try await sample.city.post(other, by: .test("request")).done == 0)
        await expectProblem("key-reused") {
            try await sample.city.openFund("csr-2026", by: .test("request"))
        }
        #expect(try await sample.city.ledgerLine(key: "y") == nil)
    }

    @Test(
        arguments: TestEngine.all,
        [
            ("ledger-key-taken", Transfer("given", .post(SampleFund.move(.allotment, 1)))),
            (
                "ledger-fund-unknown",
                Transfer("n", .post(SampleFund.move(.allotment, 1, fund: "?")))
            ),
            ("ledger-original-unknown", Transfer("n", .void(of: "?"))),
            ("ledger-not-held", Transfer("n", .settle(of: "given"))),
            ("ledger-not-moved", Transfer("n", .reverse(of: "bill-1"))),
            ("ledger-settled-before", Transfer("n", .void(of: "bill-1"))),
            ("ledger-voided-before", Transfer("n", .settle(of: "bill-2"))),
            ("ledger-above-held", Transfer("n", .settle(of: "bill-3", amount: Rupiah(16_801)))),
            ("ledger-below-zero", Transfer("n", .post(SampleFund.move(.commitment, 400_000)))),
            ("ledger-reversed-before", Transfer("n", .reverse(of: "first"))),
        ])
    func `one transfer that cannot be done leaves nothing of its set`(
        _ kind: TestEngine, _ example: (code: String, transfer: Transfer)
    ) async throws {
        let sample = try await SampleFund(kind)
        let before = try await sample.city.ledgerAccounts()
        let events = try await sample.store.count("journal")
        let set = [
            Transfer("first", .post(move(.commitment, 1))),
            Transfer("back", .reverse(of: "first")),
            Transfer("again", .post(move(.commitment, 1))), example.transfer,
        ]
        await expectProblem(example.code) {
            try await sample.city.post(set, by: .test("request"))
        }
        #expect(try await sample.city.ledgerAccounts() == before)
        #expect(try await sample.store.count("journal") == events)
        #expect(try await sample.store.count("ledger_transfer") == 7)
        // The request can be put right and made again under its key.
        #expect(try await sample.city.post(Array(set.prefix(3)), by: .test("request")).done == 3)
    }

    @Test(arguments: TestEngine.all)
    func `lines are found by fund and person, page by page`(_ kind: TestEngine) async throws {
        let sample = try await SampleFund(kind)
        try await sample.city.openFund("csr-2026", by: .test())
        let gift = SampleFund.move(.allotment, 5, fund: "csr-2026")
        try await sample.city.post(
            (0..<5).map { Transfer("gift-\($0)", .post(gift)) }, by: .test())
        let person = LedgerFilter(person: "BKS-7K4M-92")
        #expect(try await sample.city.ledgerLines(matching: person, limit: 9).map(\.id) == [6, 3])
        let fund = LedgerFilter(fund: SampleFund.fund)
        var (pages, before): ([[Int]], Int?) = ([], nil)
        repeat {
            let page = try await sample.city.ledgerLines(
                matching: fund, before: before, limit: 3)
            pages.append(page.map(\.id))
            before = page.last?.id
        } while pages.last?.count == 3
        #expect(pages == [[7, 6, 5], [4, 3, 2], [1]])
        let neither = LedgerFilter(fund: "csr-2026", person: "BKS-7K4M-92")
        #expect(try await sample.city.ledgerLines(matching: neither, limit: 9) == [])
    }

    @Test(arguments: TestEngine.all)
    func `a fund is opened once`(_ kind: TestEngine) async throws {
        let sample = try await SampleFund(kind)
        let before = try await sample.city.ledgerAccounts()
        try await sample.city.openFund(SampleFund.fund, by: .test())
        #expect(try await sample.city.ledgerAccounts() == before)
        #expect(try await sample.city.events(about: SampleFund.fund, limit: 10).count == 4)
        await expectProblem("store-conflict") { try await sample.city.openFund("", by: .test()) }
    }
}
