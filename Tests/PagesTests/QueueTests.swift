import Civic
import Foundation
import Pages
import Programme
import Testing

@Suite struct QueueTests {
    private func text(_ page: any Page, _ language: Language = .indonesian) throws -> String {
        let html = try PageFiles.templates().html(of: page, in: language)
        return html.replacing(/<[^>]*>/, with: " ").replacing(/\s+/, with: " ")
    }

    @Test func `the queue tells what is left, done and foretold`() throws {
        let page = try text(Samples.queue())
        #expect(page.contains("218 menunggu"))
        #expect(page.contains("82 selesai hari ini"))
        #expect(page.contains("Sisa 218, dengan kecepatan Anda selesai 14.20."))
        let later = try text(Samples.queue(end: Moment(day: Samples.day(2026, 3, 28), minute: 500)))
        #expect(later.contains("28 Maret 2026"))
        #expect(
            try text(Samples.queue(total: 0, rows: [])).contains("Antrean habis. Terima kasih."))
    }

    @Test func `the card asks the question and tells who decided and what is missing`() throws {
        let page = try text(Samples.queuePages[10])
        for sentence in [
            "Masih aktif bekerja dan tidak sedang sakit berat?",
            "Menunggu jawaban Dinas Perhubungan", "Ketua RW menjawab tidak",
            "Perlu 1 konfirmasi lagi", "Ditolak: Bukan penduduk kota", "Yuni",
        ] {
            #expect(page.contains(sentence), "\(sentence)")
        }
    }

    @Test func `a conflict names both decisions`() throws {
        let page = try text(Samples.conflict(.decided(.approved, reason: nil)))
        #expect(
            page.contains(
                "Baris ini baru saja diputuskan Dani (10.42: Ditolak: Bukan penduduk kota). "
                    + "Keputusan Anda belum disimpan."))
        #expect(page.contains("Keputusan Anda: Disetujui."))
        #expect(page.contains("Pakai keputusan Dani"))
        #expect(page.contains("Ganti dengan keputusan saya"))
    }

    @Test func `the record spells the day and adds up`() throws {
        let page = try text(Samples.record(Samples.recordLines))
        #expect(
            page.contains(
                "Pada hari ini, Kamis tanggal dua belas bulan Maret tahun dua ribu dua puluh enam"))
        #expect(page.contains("Diperiksa: 2 orang"))
        #expect(page.contains("Memenuhi syarat dan disetujui: 1 orang"))
        #expect(page.contains("Ketua RW 011"))
    }

    @Test func `an address holds the filter and nothing else`() {
        let address = "/kerja/antrean?kec=x&rw=11&cek=siap&jawab=belum&status=setuju"
        let query = address.split(separator: "?")[1].split(separator: "&")
            .reduce(into: [String: String]()) { values, pair in
                let parts = pair.split(separator: "=").map(String.init)
                values[parts[0]] = parts[1]
            }
        let filter = QueueFilter { query[$0] }
        #expect(filter.address == address)
        #expect(filter.rw == 11 && filter.lane == .ready && filter.isAnswered == false)
        #expect(filter.shown?.states == [.approved])
        let wrong = ["rw": "0", "cek": "x", "jawab": "x", "status": "x", "kel": ""]
        #expect(QueueFilter { wrong[$0] }.isEmpty)
    }

    /// Compressed; the whole site's scripts have 12 KB.
    @Test func `the script is small and asks nothing of the page's markup`() throws {
        let script = try #require(PageFiles.text("pages/assets/antrean.js"))
        #expect(script.utf8.count < 12_000)
        #expect(!script.contains("innerHTML") && !script.contains("eval("))
    }
}
