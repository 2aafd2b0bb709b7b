import Civic
import Jamsostek
import Programme
import Testing

@testable import Office
@testable import Store

/// The annex of an order to pay, and the receipt of the payment, against what the store holds.
@Suite struct BillPaperTests {
    @Test(arguments: TestEngine.all)
    func `the annex names everybody on the bill once, and adds up`(_ kind: TestEngine) async throws
    {
        let setup = try await PaperCity.on(kind)
        for bill in setup.report.paid {
            let file = try await setup.desk.billPaper(
                bill.id, site: PaperCity.site, for: setup.city.cast.finance)
            let words = try await PaperWords(file.bytes)
            let people = try await setup.city.store.billPeople(bill.id, limit: 1000)
            #expect(people.count == bill.people && bill.people > 10)
            for person in people {
                #expect(words.count(person.number) == 1, "\(person.number)")
                #expect(words.text.contains(person.name), "\(person.name)")
                let participant = try #require(person.participant)
                #expect(words.text.contains(participant))
            }
            #expect(words.text.contains("Jumlah seluruhnya: \(bill.people) orang"))
            #expect(words.text.contains(bill.amount.description))
            #expect(words.text.contains("\(NumberWords.text(Int(bill.amount.amount))) rupiah"))
            let order = try #require(bill.orderNumber)
            #expect(words.text.contains(order))
            #expect(words.dense.contains(bill.digest) && !words.hasNIK)
            let sealed = try await setup.desk.sealedPaper(try #require(words.code))
            #expect(sealed?.kind == .payment && sealed?.standing == .valid)
            #expect(sealed?.people == bill.people && sealed?.amount == bill.amount)
        }
        let reader = setup.city.cast.liaison
        await #expect(throws: Problem.self) {
            try await setup.desk.billPaper(1, site: PaperCity.site, for: reader)
        }
    }

    @Test(arguments: TestEngine.all)
    func `public money is acknowledged by the insurer, a company's by the agency`(
        _ kind: TestEngine
    ) async throws {
        let setup = try await PaperCity.on(kind)
        let funds = try await setup.city.store.funds().map(\.fund)
        var codes: Set<PaperCode> = []
        for bill in setup.report.paid {
            let file = try await setup.desk.receiptPaper(
                bill.id, site: PaperCity.site, for: setup.city.cast.finance)
            let words = try await PaperWords(try #require(file).bytes)
            let fund = try #require(funds.first { $0.id == bill.fund })
            #expect(words.pages.count == 1)
            #expect(words.text.contains("TANDA TERIMA BUKTI BAYAR") == (fund.source == .csr))
            #expect(words.text.contains("KUITANSI") == (fund.source == .apbd))
            #expect(words.text.contains(fund.payer))
            #expect(words.text.contains(bill.amount.description))
            let disbursement = try #require(bill.disbursement)
            #expect(words.text.contains(disbursement))
            #expect(words.text.contains("untuk \(bill.people) orang"))
            let code = try #require(words.code)
            #expect(codes.insert(code).inserted, "each receipt has a code of its own")
            #expect(try await setup.desk.sealedPaper(code)?.kind == .receipt)
        }
        #expect(codes.count == setup.report.paid.count)
        #expect(try await setup.desk.sealedPaper(PaperCode(bits: 1)) == nil)
    }
}
