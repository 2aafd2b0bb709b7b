import Civic
import HTTPTypes
import Programme
import Store
import Testing

@testable import Web

/// Matching funds to the people of a wave.
@Suite struct WaveFundingRouteTests {
    @Test func `funds are matched after the order is frozen, kept once, and asked for once`()
        async throws
    {
        let setup = try await WaveSite()
        let ratna = try await setup.browser("ratna")
        // Money for 30 of 40 people over a year.
        try await setup.openFund(ratna, "6.048.000")
        let wave = try await setup.makeWave(ratna)
        let open = try await ratna.get("\(wave)/dana")
        #expect(open.text.contains("dana dibagi setelah urutan dibekukan"))
        let early = try await ratna.post("\(wave)/dana", "kunci=e&versi=1")
        #expect(early.status == 422)
        try await setup.freeze(wave, ratna)
        let page = try await ratna.get("\(wave)/dana")
        #expect(page.text.contains("360 dari 480 bulan-orang ada dananya"))
        #expect(page.text.contains("Rp6.048.000"))
        #expect(page.text.contains("Dana habis"))
        #expect(page.text.contains("Terbukti terbaik"))
        #expect(try await ratna.post("\(wave)/dana", "kunci=m&versi=2").status == 303)
        let rows = try await setup.store.city.waveFunding(1)
        let places = try await setup.store.city.allWavePlaces(1, .init(isChosen: true))
        // Places in front are paid first, for all months.
        #expect(Set(rows.map(\.number)) == Set(places.prefix(30).map(\.candidate.number)))
        #expect(!rows.contains { $0.count != 12 || $0.fund != "apbd-2026" })
        let kept = try await ratna.get("\(wave)/dana")
        #expect(kept.text.contains("Pembagian ini sudah disimpan."))
        #expect(!kept.text.contains("Simpan pembagian dana"))
        let late = try await ratna.post("\(wave)/dana", "kunci=l&versi=2")
        #expect(late.status == 422)
        // The next wave cannot count on money that this one will ask for.
        let second = try await ratna.post(
            "/kerja/gelombang",
            "kunci=w2&nama=Gelombang+2&kuota=10&mulai=2026-01&lama=12&dana1=apbd-2026")
        let next = try await ratna.get(try #require(second.headers[.location]))
        #expect(next.text.contains("Rp0 cukup untuk 10 orang selama 0 bulan"))
    }

    @Test func `donors' terms decide whom they pay for`() async throws {
        let setup = try await WaveSite()
        let ratna = try await setup.browser("ratna")
        try await setup.openFund(ratna)
        let opened = try await ratna.post(
            "/kerja/dana",
            "aksi=buka&kunci=c1&sumber=csr&nama=CSR&pemberi=PT&wadah=NPW-2&mulai=2026-01"
                + "&sampai=2026-12&kerja=online_ojek&kursi=5&sedikit=6")
        #expect(opened.status == 303)
        _ = try await ratna.post(
            "/kerja/dana",
            "aksi=alokasi&kunci=c2&alokasi-dana=csr-2026&jumlah=504000&dokumen=Surat")
        let made = try await ratna.post(
            "/kerja/gelombang",
            "kunci=w&nama=G&kuota=40&mulai=2026-01&lama=12&dana1=csr-2026&dana2=apbd-2026")
        let wave = try #require(made.headers[.location])
        try await setup.freeze(wave, ratna)
        #expect(try await ratna.post("\(wave)/dana", "kunci=m&versi=2").status == 303)
        let rows = try await setup.store.city.waveFunding(1)
        let places = try await setup.store.city.allWavePlaces(1, .init(isChosen: true))
        let drivers = Set(
            places.filter { $0.candidate.occupation == "online_ojek" }.map(\.candidate.number))
        let given = rows.filter { $0.fund == "csr-2026" }
        #expect(given.count == 5)
        #expect(!given.contains { !drivers.contains($0.number) || $0.count != 12 })
        #expect(rows.reduce(0) { $0 + $1.count } == 480)
        let page = try await ratna.get("\(wave)/dana")
        #expect(page.text.contains("semua 480 bulan-orang ada dananya"))
    }
}
