import Civic
import HTTPTypes
import Programme
import Store
import Testing

@testable import Web

@Suite struct WaveRouteTests {
    @Test func `a fund is opened once, and money noted once`() async throws {
        let setup = try await WaveSite()
        let sari = try await setup.browser("sari")
        for _ in 1...2 { try await setup.openFund(sari) }
        let page = try await sari.get("/kerja/dana")
        #expect(page.text.contains("<h1>Dana: Rp2 miliar belum terpakai</h1>"))
        #expect(page.text.contains("apbd-2026"))
        #expect(try await setup.store.city.funds().map(\.fund.id) == ["apbd-2026"])
    }

    @Test func `a second fund of a year gets a number, with its terms`() async throws {
        let setup = try await WaveSite()
        let sari = try await setup.browser("sari")
        try await setup.openFund(sari)
        let second = try await sari.post(
            "/kerja/dana",
            "aksi=buka&kunci=f3&sumber=apbd&nama=Kedua&pemberi=Kota&wadah=NPW-1&mulai=2026-03"
                + "&sampai=2026-12&kec=32.75.01&kel=32.75.02.1001&kerja=online_ojek&sedikit=6"
                + "&banyak=9&kursi=300")
        #expect(second.status == 303)
        let funds = try await setup.store.city.funds().map(\.fund)
        #expect(funds.map(\.id) == ["apbd-2026", "apbd-2026-2"])
        #expect(funds[1].terms.places == ["32.75.01", "32.75.02.1001"])
        #expect(funds[1].terms.occupations == ["online_ojek"])
        #expect(funds[1].terms.seats == 300)
        let page = try await sari.get("/kerja/dana")
        #expect(page.text.contains("Hanya Bekasi Timur, Bintara"))
        #expect(page.text.contains("sedikitnya 6 bulan per orang"))
    }

    @Test(arguments: [
        "aksi=buka&sumber=apbd&nama=&pemberi=K&wadah=W&mulai=2026-01&sampai=2026-12",
        "aksi=buka&sumber=self&nama=N&pemberi=K&wadah=W&mulai=2026-01&sampai=2026-12",
        "aksi=buka&sumber=apbd&nama=N&pemberi=K&wadah=W&mulai=2026-12&sampai=2026-01",
        "aksi=buka&sumber=apbd&nama=N&pemberi=K&wadah=W&mulai=x&sampai=2026-12",
        "aksi=buka&sumber=apbd&nama=N&pemberi=K&wadah=W&mulai=2026-01&sampai=2026-12&kursi=x",
        "aksi=buka&sumber=apbd&nama=N&pemberi=K&wadah=W&mulai=2026-01&sampai=2026-12&kec=99",
        "aksi=buka&sumber=csr&nama=N&pemberi=K&wadah=NPW-1&mulai=2026-01&sampai=2026-12",
        "aksi=alokasi&alokasi-dana=apbd-2026&jumlah=0&dokumen=D",
        "aksi=alokasi&alokasi-dana=apbd-2026&jumlah=1000&dokumen=",
        "aksi=alokasi&alokasi-dana=apbd-2026&jumlah=seribu&dokumen=D",
    ])
    func `a fund that cannot be is refused with a reason`(_ form: String) async throws {
        let setup = try await WaveSite(people: 6)
        let sari = try await setup.browser("sari")
        try await setup.openFund(sari)
        let answer = try await sari.post("/kerja/dana", "\(form)&kunci=bad")
        #expect(answer.status == 422)
        #expect(answer.text.contains("role=\"alert\""))
        let funds = try await setup.store.city.funds()
        #expect(funds.map(\.given) == [Rupiah(2_000_000_000)])
    }

    @Test func `a wave is planned, tried out, saved and confirmed`() async throws {
        let setup = try await WaveSite()
        let ratna = try await setup.browser("ratna")
        // For 90 people over a year; 16,800 rupiah each month.
        try await setup.openFund(ratna, "4.032.000")
        let wave = try await setup.makeWave(ratna)
        #expect(try await setup.makeWave(ratna) == wave)
        let page = try await ratna.get(wave)
        #expect(
            page.text.contains(
                "Rp4.032.000 cukup untuk 40 orang selama 6 bulan, atau 20 orang selama 12 bulan."))
        #expect(page.text.contains("Gelombang 1: dana tidak cukup untuk Juli 2026"))
        #expect(page.text.contains("ke CSR/PSR: hemat Rp2.016.000 sampai Desember 2026"))
        #expect(page.text.contains("PP 50/2025"))
        let tried = try await ratna.post(
            wave,
            "aksi=hitung&kunci=t&versi=1&nama=G&kuota=400&mulai=2026-01&lama=12&dana1=apbd-2026")
        let address = try #require(tried.headers[.location])
        let trial = try await ratna.get(address)
        #expect(
            trial.text.contains(
                "Kuota 400, tetapi hanya 90 orang memenuhi syarat. Sisa 310 tetap kosong."))
        #expect(trial.text.contains("belum disimpan"))
        #expect(try await setup.store.city.wave(1)?.plan.quota == 40)
        let saved = try await ratna.post(
            wave,
            "aksi=simpan&kunci=s&versi=1&nama=G2&kuota=20&mulai=2026-01&lama=12&dana1=apbd-2026")
        #expect(saved.status == 303)
        #expect(try await ratna.get(wave).text.contains("G2: dana cukup sampai Desember 2026"))
        let late = try await ratna.post(
            wave,
            "aksi=simpan&kunci=l&versi=1&nama=G3&kuota=9&mulai=2026-01&lama=12&dana1=apbd-2026")
        #expect(late.status == 422)
        #expect(late.text.contains("Orang lain mengubah gelombang ini lebih dulu."))
        #expect(try await ratna.post(wave, "aksi=konfirmasi&kunci=c").status == 303)
        let confirmed = try await ratna.get(wave)
        #expect(confirmed.text.contains("Sudah dikonfirmasi kantor cabang (ratna, "))
        #expect(try await ratna.post(wave, "aksi=lepas&kunci=u").status == 303)
        #expect(try await setup.store.city.wave(1)?.branchConfirmed == nil)
        #expect(try await ratna.post(wave, "aksi=batal&kunci=x").status == 303)
        #expect(try await ratna.get(wave).text.contains("Dibatalkan"))
    }

    @Test(arguments: [
        "nama=&kuota=4&mulai=2026-01&lama=12&dana1=apbd-2026",
        "nama=G&kuota=0&mulai=2026-01&lama=12&dana1=apbd-2026",
        "nama=G&kuota=4&mulai=2026-13&lama=12&dana1=apbd-2026",
        "nama=G&kuota=4&mulai=2026-01&lama=49&dana1=apbd-2026",
        "nama=G&kuota=4&mulai=2026-01&lama=12", "nama=G&kuota=4&mulai=2026-01&lama=12&dana1=x",
        "nama=G&kuota=4&mulai=2026-01&lama=12&dana1=apbd-2026&dana2=apbd-2026",
    ])
    func `a plan that cannot be is refused with a reason`(_ form: String) async throws {
        let setup = try await WaveSite(people: 6)
        let ratna = try await setup.browser("ratna")
        try await setup.openFund(ratna)
        let answer = try await ratna.post("/kerja/gelombang", "\(form)&kunci=bad")
        #expect(answer.status == 422)
        #expect(answer.text.contains("role=\"alert\""))
        #expect(try await setup.store.city.waves().isEmpty)
    }

    @Test func `whoever may only look changes nothing`() async throws {
        let setup = try await WaveSite()
        let ratna = try await setup.browser("ratna")
        try await setup.openFund(ratna)
        let wave = try await setup.makeWave(ratna)
        let intan = try await setup.browser("intan")
        for path in [
            "/kerja/dana", "/kerja/gelombang", wave, "\(wave)/urutan", "\(wave)/dana",
        ] {
            let page = try await intan.get(path)
            #expect(page.status == 200, "\(path)")
            #expect(!page.text.contains("name=\"aksi\""), "\(path)")
        }
        let yuni = try await setup.browser("yuni")
        #expect(try await yuni.get(wave).status == 403)
        for (who, path, form) in [
            (intan, wave, "aksi=bekukan&versi=1"), (intan, "/kerja/dana", "aksi=buka"),
            (intan, "/kerja/gelombang", "nama=X"), (yuni, wave, "aksi=batal"),
        ] {
            #expect(try await who.post(path, "\(form)&kunci=n").status == 403)
        }
        let forged = try await ratna.post(wave, "aksi=batal&kunci=n", token: "wrong")
        #expect(forged.status == 409)
        #expect(try await setup.store.city.wave(1)?.state == .draft)
    }
}
