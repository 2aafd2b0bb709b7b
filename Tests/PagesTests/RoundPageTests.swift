import Civic
import Foundation
import Pages
import Testing

@Suite struct RoundPageTests {
    private func html(_ page: any Page, _ language: Language = .indonesian) throws -> String {
        try PageFiles.templates().html(of: page, in: language)
    }

    @Test func `what an RW reads is said in the words of the journey`() throws {
        let wrong = try html(ConfirmCodePage(action: "/k/x/kode", state: .wrong(left: 3)))
        #expect(wrong.contains("Kode salah. Sisa 3 kali mencoba."))
        let expired = try html(ConfirmCodePage(action: "/k/x/kode", state: .expired(days: 7)))
        #expect(
            expired.contains("Tautan ini sudah lewat 7 hari. Minta tautan baru ke kelurahan."))
        #expect(!expired.contains("<form"))
        let list = try html(Samples.confirmList(Samples.roundPeople))
        #expect(list.contains("<h1 data-judul>RW 011: 3 dari 4 sudah dijawab</h1>"))
        #expect(list.contains("Pak RW, mohon tandai: bekerja, tidak bekerja, atau tidak kenal."))
        #expect(list.contains("Tersimpan 10.42"))
        let done = try html(Samples.confirmList(Samples.answeredRoundPeople))
        #expect(done.contains("4 dari 4 sudah dijawab. Terima kasih, Pak RW."))
    }

    /// With 25 people and all their buttons; on the line it is a quarter of that.
    @Test func `the list of an RW is light and leads nowhere else`() throws {
        let list = try html(Samples.confirmList(Samples.manyRoundPeople))
        #expect(list.utf8.count <= 15_000, "\(list.utf8.count)")
        #expect(!list.contains("class=\"menu"))
        #expect(list.contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(!list.contains("name=\"referrer\""))
    }

    @Test func `names are all that paper and phone tell of a person`() throws {
        let names: [String] = ["NIK", "3275", "esil", "BKS-"]
        for page in [
            Samples.confirmList(Samples.roundPeople),
            RoundPrintPage(
                head: Samples.roundHead(), people: Samples.roundPeople),
        ] as [any Page] {
            let main = try html(page).split(separator: "<main").last.map(String.init) ?? ""
            let list = String(
                main.prefix(upTo: main.range(of: "</main>")?.lowerBound ?? main.endIndex))
            for name in names { #expect(!list.contains(name), "\(name)") }
            #expect(list.contains("&lt;b&gt;Eka"))
        }
    }

    @Test func `the text for WhatsApp holds the link and neither code nor name`() throws {
        let page = try html(
            RoundLinkPage(
                head: Samples.roundHead(), url: "https://sigap.test/k/abc", code: "0417"))
        let link = try #require(page.firstMatch(of: /href="(https:\/\/wa\.me\/[^"]*)"/)?.1)
        #expect(link.contains("https%3A%2F%2Fsigap.test%2Fk%2Fabc"))
        #expect(!link.contains("0417") && !link.contains("Suparman"))
    }
}
