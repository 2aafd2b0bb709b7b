import Civic
import HTTPTypes
import Testing

@testable import Office
@testable import Web

/// Cards and lists to sign on, asked through the real router.
@Suite struct CardRouteTests {
    /// Three of six people have a number, one is refused.
    private static let answer = InsurerSite.answer([
        (0, "26000000001", ""), (1, "26000000002", ""), (2, "26000000003", ""), (3, "", "01"),
    ])

    @Test func `cards are there for whoever has a number, by kelurahan and by decree`() async throws
    {
        let setup = try await InsurerSite()
        _ = try await setup.makeFile()
        let before = try await setup.reza.get("/kerja/kartu")
        #expect(before.text.contains("0 kartu siap dicetak"))
        #expect(before.text.contains("6 orang masih menunggu nomor dari BPJS."))
        #expect(try await setup.reza.get("/kerja/kartu/kartu.pdf").status == 404)
        #expect(try await setup.reza.upload(Self.answer).status == 303)
        let page = try await setup.reza.get("/kerja/kartu?sk=1")
        #expect(page.text.contains("3 kartu siap dicetak"))
        #expect(page.text.contains("2 orang masih menunggu"))
        #expect(page.text.contains("/kerja/kartu/kartu.pdf?kel=bekasijaya&amp;sk=1"))
        #expect(page.text.contains("Kartu (PDF, 1 lembar A4)"))
        let cards = try await setup.reza.get("/kerja/kartu/kartu.pdf?kel=bekasijaya&sk=1")
        #expect(cards.isPaper("kartu-bekasijaya-sk-1.pdf"))
        let words = try await PDFText(cards.bytes).pages.joined()
        for index in 0..<3 { #expect(words.contains("NAMA\(index) CONTOH")) }
        #expect(!words.contains("NAMA3") && !words.contains("NAMA4"))
        #expect(!words.contains(InsurerSite.nik(0)))
        let list = try await setup.reza.get("/kerja/kartu/tanda-terima.pdf?kel=bekasijaya")
        #expect(list.isPaper("tanda-terima-kartu-bekasijaya.pdf"))
        let book = try await setup.reza.get("/kerja/kartu/tanda-terima.xlsx?kel=bekasijaya")
        #expect(book.status == 200 && book.bytes.starts(with: Array("PK".utf8)))
        for strange in ["kartu.pdf?sk=9", "kartu.pdf?sk=x", "kartu.pdf?kel=y", "lain.pdf"] {
            #expect(try await setup.reza.get("/kerja/kartu/\(strange)").status == 404, "\(strange)")
        }
    }

    @Test func `an operator sees the own kelurahan, and a page leads there`() async throws {
        let setup = try await InsurerSite()
        _ = try await setup.makeFile()
        #expect(try await setup.reza.upload(Self.answer).status == 303)
        #expect(try await setup.reza.get("/kerja/bpjs/masuk").text.contains("/kerja/kartu"))
        let page = try await setup.yuni.get("/kerja/kartu")
        #expect(page.text.contains("3 kartu siap dicetak"))
        let cards = try await setup.yuni.get("/kerja/kartu/kartu.pdf?kel=bekasijaya")
        #expect(cards.isPaper("kartu-bekasijaya.pdf"))
        let elsewhere = try await setup.yuni.get("/kerja/kartu/kartu.pdf?kel=margahayu")
        #expect(elsewhere.status == 404)
    }
}
