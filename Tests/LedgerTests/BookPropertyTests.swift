import Civic
import Ledger
import Testing

@Suite struct BookPropertyTests {
    /// Eight times 130,000 transfers, faulty ones and repetitions included.
    @Test(arguments: 1...8)
    func `a million random transfers come out as a slow and simple ledger says`(
        _ seed: Int
    ) throws {
        var random = RandomTransfers(seed: UInt64(seed))
        var slow = SlowLedger(funds: RandomTransfers.funds)
        var book = Book()
        for fund in RandomTransfers.funds { book.open(fund) }
        var (asked, done) = (0, 0)
        var faults: [LedgerFault: Int] = [:]
        while asked < 130_000 {
            let set = random.set()
            asked += set.count
            let expected = slow.apply(set)
            do {
                let entries = try book.apply(set)
                try #require(expected == nil, "\(set)")
                random.note(entries)
                done += entries.count
            } catch let refusal as Refusal {
                let isSame = expected.map { $0 == (refusal.position, refusal.fault) } ?? false
                try #require(isSame, "\(set)")
                faults[refusal.fault, default: 0] += 1
            }
        }
        #expect(Set(faults.keys) == Set(LedgerFault.allCases))
        #expect(done > asked / 4)
        BookPropertyTests.expectSame(book, slow)
    }

    private static func expectSame(_ book: Book, _ slow: SlowLedger) {
        for fund in RandomTransfers.funds {
            var total = Balance.zero
            for kind in AccountKind.allCases {
                let balance = book[AccountName(fund: fund, kind: kind)] ?? .zero
                let purse = SlowLedger.Purse(
                    money: balance.creditsPosted.amount - balance.debitsPosted.amount,
                    promisedAway: balance.debitsPending.amount,
                    promisedHere: balance.creditsPending.amount,
                    out: balance.debitsPosted.amount, into: balance.creditsPosted.amount)
                #expect(slow.purses[fund]?[kind] == purse)
                #expect(balance.free(kind) >= .zero)
                total.debitsPosted += balance.debitsPosted
                total.creditsPosted += balance.creditsPosted
                total.debitsPending += balance.debitsPending
                total.creditsPending += balance.creditsPending
            }
            #expect(total.debitsPosted == total.creditsPosted)
            #expect(total.debitsPending == total.creditsPending)
        }
    }
}
