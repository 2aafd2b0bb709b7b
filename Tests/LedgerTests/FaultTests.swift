import Civic
import Ledger
import Testing

@Suite struct FaultTests {
    private static func move(
        _ flow: Flow, _ amount: Int64, fund: String = "csr-2026"
    ) -> Movement {
        Movement(fund: fund, flow, Rupiah(amount))
    }

    /// 1,000 given, 600 set aside; holds that are open, settled and voided, and a reversed post.
    private static func book() throws -> Book {
        var book = Book()
        book.open("csr-2026")
        _ = try book.apply([
            Transfer("given", .post(move(.allotment, 1000))),
            Transfer("aside", .post(move(.commitment, 600))),
            Transfer("open", .hold(move(.payment, 100))),
            Transfer("held-1", .hold(move(.payment, 100))),
            Transfer("settled", .settle(of: "held-1", amount: Rupiah(50))),
            Transfer("held-2", .hold(move(.payment, 100))),
            Transfer("voided", .void(of: "held-2")),
            Transfer("wrong", .post(move(.commitment, 7))),
            Transfer("reversed", .reverse(of: "wrong")),
        ])
        return book
    }

    private static let long = String(repeating: "k", count: Transfer.keyLengthMax + 1)

    /// Where several faults hold at once, the one told is the first in the order of faults.
    static let examples: [(Transfer, LedgerFault)] = [
        (Transfer("", .post(move(.allotment, 0, fund: "?"))), .keyUnusable),
        (Transfer(long, .settle(of: "?", amount: Rupiah(0))), .keyUnusable),
        (Transfer("given", .post(move(.allotment, 0))), .amountUnusable),
        (Transfer("n", .post(move(.allotment, -1, fund: "?"))), .amountUnusable),
        (
            Transfer("n", .hold(move(.allotment, Movement.amountMax.amount + 1))),
            .amountUnusable
        ),
        (Transfer("n", .settle(of: "?", amount: Rupiah(0))), .amountUnusable),
        (Transfer("given", .post(move(.allotment, 1001, fund: "?"))), .keyTaken),
        (Transfer("given", .hold(move(.allotment, 1000))), .keyTaken),
        (Transfer("aside", .post(move(.release, 600))), .keyTaken),
        (Transfer("given", .post(move(.allotment, 1000)), note: "x"), .keyTaken),
        (Transfer("settled", .settle(of: "held-1")), .keyTaken),
        (Transfer("settled", .settle(of: "held-2", amount: Rupiah(50))), .keyTaken),
        (Transfer("voided", .void(of: "?")), .keyTaken),
        (Transfer("reversed", .void(of: "wrong")), .keyTaken),
        (Transfer("n", .post(move(.surrender, 5, fund: "apbd-2026"))), .fundUnknown),
        (Transfer("n", .settle(of: "?", amount: Rupiah(900))), .originalUnknown),
        (Transfer("n", .void(of: "n")), .originalUnknown),
        (Transfer("n", .reverse(of: "?")), .originalUnknown),
        (Transfer("n", .settle(of: "given", amount: Rupiah(9999))), .notHeld),
        (Transfer("n", .void(of: "wrong")), .notHeld),
        (Transfer("n", .void(of: "voided")), .notHeld),
        (Transfer("n", .reverse(of: "open")), .notMoved),
        (Transfer("n", .reverse(of: "held-1")), .notMoved),
        (Transfer("n", .reverse(of: "voided")), .notMoved),
        (Transfer("n", .reverse(of: "reversed")), .notMoved),
        (Transfer("n", .settle(of: "held-1", amount: Rupiah(9999))), .settledBefore),
        (Transfer("n", .void(of: "held-1")), .settledBefore),
        (Transfer("n", .settle(of: "held-2", amount: Rupiah(9999))), .voidedBefore),
        (Transfer("n", .void(of: "held-2")), .voidedBefore),
        (Transfer("n", .reverse(of: "wrong")), .reversedBefore),
        (Transfer("n", .settle(of: "open", amount: Rupiah(101))), .aboveHeld),
        (Transfer("n", .post(move(.commitment, 401))), .belowZero),
        (Transfer("n", .hold(move(.payment, 451))), .belowZero),
        (Transfer("n", .hold(move(.surrender, 401))), .belowZero),
        (Transfer("n", .post(move(.refund, 51))), .belowZero),
        (Transfer("n", .reverse(of: "given")), .belowZero),
    ]

    @Test(arguments: examples)
    func `each fault is told, the first before the others`(
        _ transfer: Transfer, _ fault: LedgerFault
    ) throws {
        var book = try FaultTests.book()
        let before = book.accounts
        #expect(throws: Refusal(position: 0, fault: fault)) { try book.apply([transfer]) }
        #expect(book.accounts == before)
    }

    /// One rupiah less, or another original, and nothing is wrong: the limits are where they belong.
    @Test(arguments: [
        Transfer("n", .post(move(.commitment, 400))), Transfer("n", .hold(move(.payment, 450))),
        Transfer("n", .hold(move(.surrender, 400))), Transfer("n", .post(move(.refund, 50))),
        Transfer("n", .settle(of: "open", amount: Rupiah(100))),
        Transfer("n", .reverse(of: "settled")),
        Transfer("n", .hold(move(.allotment, Movement.amountMax.amount))),
        Transfer(String(long.dropLast()), .void(of: "open")),
    ])
    func `just inside the limits all is well`(_ transfer: Transfer) throws {
        var book = try FaultTests.book()
        #expect(try book.apply([transfer]).count == 1)
    }

    @Test func `an account that would grow too large refuses`() throws {
        var book = Book()
        book.open("csr-2026")
        let gift = FaultTests.move(.allotment, Movement.amountMax.amount)
        let count = Int(Balance.most.amount / Movement.amountMax.amount)
        _ = try book.apply((0..<count).map { Transfer("gift-\($0)", .post(gift)) })
        let one = Transfer("n", .post(FaultTests.move(.allotment, 1)))
        #expect(throws: Refusal(position: 0, fault: .totalTooLarge)) { try book.apply([one]) }
        // Pending money has a bound of its own.
        _ = try book.apply((0..<count).map { Transfer("promise-\($0)", .hold(gift)) })
        let held = Transfer("n", .hold(FaultTests.move(.allotment, 1)))
        #expect(throws: Refusal(position: 0, fault: .totalTooLarge)) { try book.apply([held]) }
    }

    @Test func `a hold of money that is to come cannot be spent yet`() throws {
        var book = Book()
        book.open("csr-2026")
        _ = try book.apply([Transfer("promise", .hold(FaultTests.move(.allotment, 100)))])
        let spend = Transfer("n", .post(FaultTests.move(.commitment, 1)))
        #expect(throws: Refusal(position: 0, fault: .belowZero)) { try book.apply([spend]) }
        _ = try book.apply([Transfer("gift", .settle(of: "promise"))])
        #expect(try book.apply([spend]).count == 1)
    }

    @Test(arguments: LedgerFault.allCases)
    func `every fault has a sentence, a remedy and its place`(_ fault: LedgerFault) throws {
        var book = try FaultTests.book()
        let found = FaultTests.examples.first { $0.1 == fault }
        guard let (transfer, _) = found else {
            #expect(fault == .totalTooLarge)
            return
        }
        do {
            _ = try book.apply([Transfer("voided", .void(of: "held-2")), transfer])
            Issue.record("\(fault) did not happen")
        } catch {
            #expect(error.problem.code == fault.rawValue && error.problem.spot?.row == 2)
            for language in Language.allCases {
                #expect(!error.problem.what.text(language).isEmpty)
                #expect(!error.problem.remedy.text(language).isEmpty)
            }
        }
    }
}
