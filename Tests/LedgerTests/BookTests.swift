import Civic
import Ledger
import Testing

/// Sums of a year of one fund, worked out by hand.
@Suite struct BookTests {
    private static let fund = "apbd-2026"

    private static func move(_ flow: Flow, _ amount: Int64) -> Movement {
        Movement(fund: fund, flow, Rupiah(amount))
    }

    /// 10,000,000 are given and 8,000,000 set aside; January is paid for 100 people.
    private static func january() throws -> Book {
        var book = Book()
        book.open(fund)
        let opening = [
            Transfer("dpa", .post(move(.allotment, 10_000_000))),
            Transfer("sk", .post(move(.commitment, 8_000_000))),
        ]
        _ = try book.apply(opening)
        _ = try book.apply([Transfer("2026-01", .hold(move(.payment, 1_680_000)))])
        _ = try book.apply([Transfer("2026-01/sp2d", .settle(of: "2026-01"), note: "SP2D 1")])
        return book
    }

    private func free(_ book: Book, _ kind: AccountKind) throws -> Rupiah {
        let name = AccountName(fund: BookTests.fund, kind: kind)
        return try #require(book[name]).free(kind)
    }

    @Test func `money is set aside, held and paid`() throws {
        var book = try BookTests.january()
        #expect(try free(book, .available) == Rupiah(2_000_000))
        #expect(try free(book, .commitments) == Rupiah(8_000_000 - 1_680_000))
        #expect(try free(book, .insurer) == Rupiah(1_680_000))
        #expect(try free(book, .source) == Rupiah(10_000_000))
        _ = try book.apply([Transfer("2026-02", .hold(BookTests.move(.payment, 1_680_000)))])
        #expect(try free(book, .commitments) == Rupiah(8_000_000 - 2 * 1_680_000))
        #expect(try free(book, .insurer) == Rupiah(1_680_000))
    }

    @Test func `a hold that is voided leaves everything as it was`() throws {
        var book = try BookTests.january()
        let before = book.accounts
        _ = try book.apply([Transfer("2026-02", .hold(BookTests.move(.payment, 1_680_000)))])
        #expect(book.accounts != before)
        _ = try book.apply([Transfer("2026-02/void", .void(of: "2026-02"))])
        #expect(book.accounts == before)
    }

    @Test func `what is not paid of a hold is let go`() throws {
        var book = try BookTests.january()
        _ = try book.apply([Transfer("2026-02", .hold(BookTests.move(.payment, 1_680_000)))])
        // Three of the hundred are refused.
        let entries = try book.apply([
            Transfer("2026-02/sp2d", .settle(of: "2026-02", amount: Rupiah(97 * 16_800)))
        ])
        #expect(entries.first?.posted == Rupiah(1_629_600))
        #expect(entries.first?.pending == Rupiah(-1_680_000))
        #expect(try free(book, .commitments) == Rupiah(8_000_000 - 1_680_000 - 1_629_600))
        #expect(try free(book, .insurer) == Rupiah(1_680_000 + 1_629_600))
    }

    @Test func `a reversal takes back what was moved, and what it was for stays known`() throws {
        let purpose = Purpose(
            period: Month(year: 2026, month: 3), decree: "655", person: "BKS-7K4M-92")
        var book = try BookTests.january()
        let before = book.accounts.map(\.free)
        let payment = Movement(
            fund: BookTests.fund, .payment, Rupiah(16_800), for: purpose)
        let entries = try book.apply([
            Transfer("m", .hold(payment)), Transfer("m/pay", .settle(of: "m")),
            Transfer("m/back", .reverse(of: "m/pay"), note: "salah bayar"),
        ])
        #expect(book.accounts.map(\.free) == before)
        #expect(entries.map(\.purpose) == [purpose, purpose, purpose])
        #expect(entries.last?.debit == .insurer && entries.last?.credit == .commitments)
        #expect(book["m/pay"]?.resolution == .reverse && book["m"]?.resolution == .settle)
    }

    @Test func `refunds come back into use, and unspent money goes back`() throws {
        var book = try BookTests.january()
        _ = try book.apply([
            Transfer("refund", .post(BookTests.move(.refund, 33_600))),
            Transfer("reuse", .post(BookTests.move(.reuse, 33_600))),
            Transfer("release", .post(BookTests.move(.release, 6_320_000))),
            Transfer("surrender", .post(BookTests.move(.surrender, 8_353_600))),
        ])
        #expect(try free(book, .insurer) == Rupiah(1_680_000 - 33_600))
        #expect(try free(book, .source) == Rupiah(1_680_000 - 33_600))
        for kind in [AccountKind.available, .commitments, .refunds] {
            #expect(try free(book, kind) == Rupiah(0))
        }
    }

    @Test func `the same again under the same key changes nothing`() throws {
        var book = try BookTests.january()
        let before = book.accounts
        let again = [
            Transfer("dpa", .post(BookTests.move(.allotment, 10_000_000))),
            Transfer("2026-01", .hold(BookTests.move(.payment, 1_680_000))),
            Transfer(
                "2026-01/sp2d", .settle(of: "2026-01", amount: Rupiah(1_680_000)),
                note: "SP2D 1"),
        ]
        #expect(try book.apply(again) == [])
        #expect(book.accounts == before)
    }

    @Test func `a set is done wholly or not at all`() throws {
        var book = try BookTests.january()
        let before = book.accounts
        let set = [
            Transfer("a", .post(BookTests.move(.commitment, 500_000))),
            Transfer("b", .hold(BookTests.move(.payment, 16_800))),
            Transfer("c", .void(of: "b")), Transfer("d", .reverse(of: "2026-01/sp2d")),
            Transfer("e", .post(BookTests.move(.refund, 2_000_000))),
        ]
        #expect(throws: Refusal(position: 4, fault: .belowZero)) { try book.apply(set) }
        #expect(book.accounts == before)
        #expect(["a", "b", "c", "d", "e"].allSatisfy { book[$0] == nil })
        #expect(book["2026-01/sp2d"]?.resolution == nil)
        #expect(try book.apply(Array(set.prefix(4))).count == 4)
    }

    @Test func `opening a fund again leaves its money alone`() throws {
        var book = try BookTests.january()
        let before = book.accounts
        book.open(BookTests.fund)
        #expect(book.accounts == before)
        book.open("csr-2026")
        #expect(book.accounts.count == 2 * AccountKind.allCases.count)
    }
}
