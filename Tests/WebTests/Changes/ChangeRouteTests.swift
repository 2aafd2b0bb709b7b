import Civic
import HTTPTypes
import Programme
import Store
import Testing

@testable import Web

@Suite struct ChangeRouteTests {
    @Test func `an operator notes a death, and sees first what follows`() async throws {
        let setup = try await ChangeSite()
        let yuni = try await setup.browser("yuni")
        let number = ChangeSite.number(0)
        let found = try await yuni.post("/kerja/mutasi/cari", "cari=\(number)")
        #expect(found.text.contains("1 peserta cocok"))
        #expect(found.text.contains("/kerja/mutasi/baru?peserta=\(number)"))
        let choice = try await yuni.get("/kerja/mutasi/baru?peserta=\(number)")
        #expect(choice.text.contains("Meninggal dunia"))
        #expect(!choice.text.contains("Bekerja formal"))
        let form = try await yuni.get("/kerja/mutasi/baru?peserta=\(number)&alasan=death")
        #expect(form.text.contains("Akta kematian"))
        #expect(!form.text.contains("Surat keterangan pindah"))
        let effect = try await yuni.post("/kerja/mutasi/akibat", ChangeSite.death(0))
        #expect(effect.status == 200)
        #expect(effect.text.contains("Jangan hentikan dulu"))
        #expect(effect.text.contains("Rp42.000.000 bila disetujui BPJS"))
        #expect(effect.text.contains("Rp70.000.000"))
        #expect(effect.text.contains("6 bulan ("))
        #expect(effect.text.contains("Rp100.800"))
        #expect(effect.text.contains("Ganti dengan \(ChangeSite.number(4))"))
        #expect(try await setup.count("member_change") == 0)
        for _ in 0..<2 {
            let saved = try await yuni.post(
                "/kerja/mutasi",
                "\(ChangeSite.death(0))&akhir=\(ChangeSite.ended)&ganti=ya&kunci=k1")
            #expect(saved.status == 303)
            #expect(saved.headers[.location] == "/kerja/mutasi/1")
        }
        #expect(try await setup.count("claim") == 1)
        let page = try await yuni.get("/kerja/mutasi/1")
        #expect(page.text.contains("Meninggal dunia: NAMA0 CONTOH"))
        #expect(page.text.contains(ChangeSite.number(4)))
        #expect(page.text.contains("Hubungi keluarga paling lambat"))
        #expect(try await yuni.get("/kerja/klaim").text.contains("1 klaim menunggu"))
        #expect(try await yuni.get("/kerja").text.contains("/kerja/klaim"))
        let person = try await yuni.get("/kerja/peserta/\(number)")
        #expect(person.text.contains("Kepesertaan"))
        #expect(person.text.contains("/kerja/mutasi/1"))
        #expect(try await setup.store.city.checkLedger().fault == nil)
    }

    @Test func `the page of a member says what the insurer was told`() async throws {
        let setup = try await ChangeSite()
        let (ratna, number) = (try await setup.browser("ratna"), ChangeSite.number(0))
        _ = try await ratna.post(
            "/kerja/mutasi", "\(ChangeSite.death(0))&akhir=\(ChangeSite.ended)&kunci=k1")
        #expect(
            try await ratna.get("/kerja/peserta/\(number)").text.contains("Belum diberitahukan"))
        #expect(try await ratna.get("/kerja/mutasi/1").text.contains("batal-petunjuk"))
        let made = try await ratna.post(
            "/kerja/bpjs/keluar", "dana=apbd-2026&jenis=nonaktif&kunci=e")
        #expect(made.status == 303 && made.headers[.location] != "/kerja/bpjs/keluar")
        let told = try await ratna.get("/kerja/peserta/\(number)")
        #expect(told.text.contains("Sudah diberitahukan"))
        #expect(told.text.contains("/kerja/mutasi/1"), "the change is still at hand")
        // What the insurer was told is not taken back silently.
        #expect(!(try await ratna.get("/kerja/mutasi/1").text.contains("batal-petunjuk")))
    }

    @Test func `what is missing, or has changed meanwhile, is asked for again`() async throws {
        let setup = try await ChangeSite()
        let yuni = try await setup.browser("yuni")
        let empty = ChangeSite.death(0).replacing(
            "tanggal=\(ChangeSite.today.iso)", with: "tanggal=")
        for path in ["/kerja/mutasi/akibat", "/kerja/mutasi"] {
            let answer = try await yuni.post(path, empty)
            #expect(answer.status == 422)
            #expect(answer.text.contains("Isi tanggal, bukti, dan sumbernya."))
        }
        let later = ChangeSite.death(0).replacing(
            ChangeSite.today.iso, with: (ChangeSite.today + 1).iso)
        #expect(try await yuni.post("/kerja/mutasi/akibat", later).status == 422)
        let stale = try await yuni.post(
            "/kerja/mutasi", "\(ChangeSite.death(0))&akhir=2020-01&kunci=k1")
        #expect(stale.status == 409)
        #expect(stale.text.contains("Akibatnya berubah"))
        #expect(stale.text.contains("name=\"akhir\" value=\"\(ChangeSite.ended)\""))
        #expect(try await setup.count("member_change") == 0)
    }

    @Test func `a change is taken back and its day is put right`() async throws {
        let setup = try await ChangeSite()
        let yuni = try await setup.browser("yuni")
        _ = try await yuni.post("/kerja/mutasi", "\(ChangeSite.death(0))&ganti=ya&kunci=k1")
        let earlier = (ChangeSite.first + 1).firstDay
        let moved = try await yuni.post(
            "/kerja/mutasi/1/tanggal", "tanggal=\(earlier.iso)&kunci=k2")
        #expect(moved.status == 303)
        let page = try await yuni.get("/kerja/mutasi/1")
        #expect(page.text.contains("Minta kembali ke BPJS"))
        #expect(page.text.contains("3 bulan ("))
        #expect(try await yuni.post("/kerja/mutasi/1/batal", "kunci=k3").status == 303)
        #expect(try await yuni.get("/kerja/mutasi/1").text.contains("Dibatalkan"))
        #expect(try await yuni.get("/kerja/klaim").text.contains("0 klaim menunggu"))
        let member = try await setup.store.city.member(ChangeSite.number(0), in: .city)
        #expect(member?.member.state == .active)
    }

    @Test func `nobody reaches members of another kelurahan`() async throws {
        let setup = try await ChangeSite()
        let dani = try await setup.browser("dani")
        _ = try await setup.browser("yuni").post(
            "/kerja/mutasi", "\(ChangeSite.death(1))&kunci=k1")
        #expect(try await setup.count("member_change") == 1)
        for path in [
            "/kerja/mutasi/1", "/kerja/mutasi/baru?peserta=\(ChangeSite.number(0))",
        ] {
            #expect(try await dani.get(path).status == 404, "\(path)")
        }
        for path in ["/kerja/mutasi/akibat", "/kerja/mutasi"] {
            let answer = try await dani.post(path, "\(ChangeSite.death(0))&kunci=d1")
            #expect(answer.status == 404, "\(path)")
        }
        for path in ["/kerja/mutasi/1/batal", "/kerja/mutasi/1/tanggal"] {
            let answer = try await dani.post(path, "tanggal=\(ChangeSite.today.iso)&kunci=d2")
            #expect(answer.status == 404, "\(path)")
        }
        #expect(!(try await dani.get("/kerja/mutasi").text.contains("NAMA1")))
        let search = try await dani.post(
            "/kerja/mutasi/cari", "cari=\(ChangeSite.number(1))")
        #expect(search.text.contains("0 peserta cocok"))
        #expect(try await dani.post("/kerja/mutasi/cari", "cari=contoh").text.contains("1 peserta"))
        #expect(!(try await dani.get("/kerja/klaim").text.contains("NAMA1")))
        let formal = ChangeSite.death(2).replacing("alasan=death", with: "alasan=formal-job")
        #expect(try await dani.post("/kerja/mutasi/akibat", formal).status == 404)
        #expect(try await setup.count("member_change") == 1)
    }

    @Test func `forms without the token of the session change nothing`() async throws {
        let setup = try await ChangeSite()
        let ratna = try await setup.browser("ratna")
        for path in [
            "/kerja/mutasi", "/kerja/mutasi/akibat", "/kerja/mutasi/cari", "/kerja/adendum",
        ] {
            let answer = try await ratna.post(
                path, "\(ChangeSite.death(0))&sk=1&kunci=z", token: "wrong")
            #expect(answer.status == 409, "\(path)")
        }
        #expect(try await setup.count("member_change") == 0)
    }

    @Test func `what a list says wrongly is set aside, once and with a reason`() async throws {
        let setup = try await ChangeSite()
        let (ratna, yuni) = (try await setup.browser("ratna"), try await setup.browser("yuni"))
        let list = try await ratna.get("/kerja/mutasi")
        let evidence = try #require(
            list.text.firstMatch(of: /name="dasar" value="([0-9a-f]{64})"/)
        ).1
        let form = "peserta=\(ChangeSite.number(3))&alasan=death&dasar=\(evidence)"
        let path = "/kerja/mutasi/singkirkan"
        #expect(try await ratna.post(path, "\(form)&sebab=+&kunci=a").status == 422)
        let dani = try await setup.browser("dani")
        #expect(try await dani.post(path, "\(form)&sebab=x&kunci=a").status == 409)
        let fajar = try await setup.browser("fajar")
        #expect(try await fajar.post(path, "\(form)&sebab=x&kunci=a").status == 403)
        #expect(try await ratna.post(path, "\(form)&sebab=x&kunci=a", token: "z").status == 409)
        #expect(try await setup.count("likely_dismissal") == 0)
        let done = try await yuni.post(path, "\(form)&sebab=Salah+orang&kunci=b")
        #expect(done.status == 303)
        let again = try await ratna.post(path, "\(form)&sebab=Salah+orang&kunci=c")
        #expect(again.status == 409)
        #expect(again.text.contains("sudah disingkirkan oleh yuni"))
        let after = try await ratna.get("/kerja/mutasi")
        #expect(after.text.contains("Mutasi: 0 perlu dipastikan"))
        #expect(after.text.contains("Dugaan yang disingkirkan"))
        #expect(after.text.contains("Salah orang") && after.text.contains("yuni"))
        #expect(!(try await ratna.get("/kerja").text.contains("1 mutasi")))
        #expect(!(try await dani.get("/kerja/mutasi").text.contains("Salah orang")))
    }

    @Test func `whom the lists call dead is proposed, and an amendment follows`() async throws {
        let setup = try await ChangeSite()
        let ratna = try await setup.browser("ratna")
        let list = try await ratna.get("/kerja/mutasi")
        #expect(list.text.contains("Mutasi: 1 perlu dipastikan, 0 menunggu adendum"))
        #expect(
            list.text.contains(
                "/kerja/mutasi/baru?peserta=\(ChangeSite.number(3))&amp;alasan=death"))
        #expect(list.text.contains("12 Maret 2026"))
        #expect(try await ratna.get("/kerja").text.contains("/kerja/mutasi"))
        for (place, ganti) in [(3, ""), (0, "&ganti=ya")] {
            _ = try await ratna.post(
                "/kerja/mutasi", "\(ChangeSite.death(place))\(ganti)&kunci=k\(place)")
        }
        let waiting = try await ratna.get("/kerja/mutasi?alasan=death&status=dicatat")
        #expect(waiting.text.contains("Mutasi: 0 perlu dipastikan, 2 menunggu adendum"))
        #expect(waiting.text.contains("SK 460/655/2025: 2 perubahan"))
        let drafted = try await ratna.post("/kerja/adendum", "sk=1&kunci=a1")
        #expect(drafted.status == 303)
        #expect(drafted.headers[.location] == "/kerja/adendum/2")
        let addendum = try await ratna.get("/kerja/adendum/2")
        #expect(addendum.text.contains("1 diganti. Adendum nomor 1 berisi 3 perubahan."))
        #expect(addendum.text.contains(ChangeSite.number(4)))
        let refused = try await ratna.post("/kerja/mutasi/1/batal", "kunci=b1")
        #expect(refused.status == 409)
        #expect(refused.text.contains("sudah masuk adendum"))
        #expect(try await ratna.get("/kerja/mutasi?alasan=x").status == 404)
        let fajar = try await setup.browser("fajar")
        #expect(try await fajar.get("/kerja/mutasi").status == 200)
        #expect(!(try await fajar.get("/kerja/mutasi").text.contains("Susun adendum")))
        #expect(try await fajar.get("/kerja/adendum/2").status == 200)
    }
}
