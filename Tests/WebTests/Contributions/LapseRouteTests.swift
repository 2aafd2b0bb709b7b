import Civic
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite struct LapseRouteTests {
    /// Three people whose first month is paid; the two after it are not.
    private func setup() async throws -> ContributionSite {
        let setup = try await ContributionSite()
        let (ratna, sari) = (try await setup.browser("ratna"), try await setup.browser("sari"))
        try await setup.takeIn([0, 1, 2], ratna)
        let bill = "/kerja/iuran/tagihan/1"
        _ = try await ratna.post("/kerja/iuran/\(ContributionSite.first.iso)", "kunci=a")
        _ = try await ratna.post("\(bill)/bandingkan", "kunci=b&kode=KB&tagihan=50400&orang=3")
        _ = try await ratna.post("\(bill)/spm", "kunci=c&versi=2&spm=SPM-1")
        let paid = try await sari.post(
            "\(bill)/bayar", "kunci=d&versi=3&sp2d=S&hari=18&bulan=3&tahun=2026")
        #expect(paid.status == 303)
        return setup
    }

    @Test func `whose cover may lapse is told, with the last safe day and an owner`() async throws {
        let setup = try await setup()
        let ratna = try await setup.browser("ratna")
        let page = try await ratna.get("/kerja/risiko-putus")
        #expect(page.text.contains("3 orang terancam putus perlindungan"))
        #expect(page.text.contains("2 bulan belum dibayar"))
        #expect(page.text.contains("PPTK Disnaker"))
        let named = try await ratna.post(
            "/kerja/risiko-putus/penanggung-jawab", "kunci=o&dana=apbd&nama=Pak+Rudi")
        #expect(named.status == 303)
        #expect(try await ratna.get("/kerja/risiko-putus").text.contains("Pak Rudi"))
        let filtered = try await ratna.get("/kerja/risiko-putus?bulan=1")
        #expect(!filtered.text.contains("KETUA 1 SANTOSO"))
        let tasks = try await ratna.get("/kerja")
        #expect(tasks.text.contains("3 risiko putus iuran"))
        #expect(try await setup.browser("yuni").get("/kerja/risiko-putus").status == 403)
    }

    @Test func `a bridge shows what it would do, and does it once`() async throws {
        let setup = try await setup()
        let ratna = try await setup.browser("ratna")
        let picked = (0...1).map { "p-\(ContributionSite.number($0))=1" }.joined(separator: "&")
        let span =
            "dari=\((ContributionSite.first + 1).iso)"
            + "&sampai=\((ContributionSite.first + 2).iso)"
        let form = "kunci=j&dana=csr&\(span)&\(picked)"
        let effect = try await ratna.post("/kerja/risiko-putus/jembatan", form)
        #expect(effect.text.contains("Dana csr mengambil alih 4 bulan dari 2 orang"))
        #expect(effect.text.contains("di Dana apbd bebas lagi"))
        #expect(try await setup.store.city.funds().first?.committed == Rupiah(9 * 16_800))
        for _ in 0..<2 {
            let done = try await ratna.post("/kerja/risiko-putus/jembatan", "\(form)&setuju=1")
            #expect(done.status == 303, "\(done.text)")
        }
        #expect(try await setup.store.city.funds().first?.committed == Rupiah(5 * 16_800))
        let months = try await ratna.get(
            "/kerja/peserta/\(ContributionSite.number(0))/iuran?bulan="
                + (ContributionSite.first + 1).iso)
        #expect(months.text.contains("Dana apbd → Dana csr"))
        let nobody = try await ratna.post(
            "/kerja/risiko-putus/jembatan", "kunci=k&dana=csr&\(span)")
        #expect(nobody.status == 422 && nobody.text.contains("Belum ada orang yang dipilih"))
    }
}
