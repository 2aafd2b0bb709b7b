import Civic
import HTTPTypes
import Office
import Programme
import Store
import Testing

@testable import Web

@Suite struct DecreeRouteTests {
    @Test func `a manager drafts, leaves the dead out and puts the draft to signature`()
        async throws
    {
        let setup = try await DecreeSite()
        let ratna = try await setup.browser("ratna")
        #expect(try await ratna.get("/kerja/sk").text.contains("Gelombang 1"))
        let path = try await setup.draft(ratna)
        #expect(try await setup.draft(ratna) == path)
        let draft = try await ratna.get(path)
        #expect(
            draft.text.contains(
                "1 orang pada draf ini meninggal menurut Dukcapil per 12 Maret 2026. Keluarkan dulu"
            ))
        let refused = try await ratna.post("\(path)/mulai", "kunci=m0")
        #expect(refused.status == 409)
        #expect(refused.text.contains("Keluarkan dulu, atau beri alasan."))
        let bare = try await ratna.post("\(path)/orang", "temuan=dead&kata=keluar&alasan=+&kunci=o")
        #expect(bare.status == 422 && bare.text.contains("Alasan belum diisi."))
        let left = try await ratna.post(
            "\(path)/orang", "temuan=dead&kata=keluar&alasan=Wafat&kunci=o1")
        #expect(left.status == 303)
        let number = DecreeSite.people[5].number.text
        _ = try await ratna.post("\(path)/orang", "nomor=\(number)&kata=batal&kunci=o2")
        #expect(try await ratna.get(path).text.contains("Keluarkan dulu"))
        _ = try await ratna.post("\(path)/orang", "temuan=dead&kata=tetap&alasan=Keliru&kunci=o3")
        #expect(try await ratna.post("\(path)/mulai", "kunci=m1").status == 303)
        let signing = try await ratna.get(path)
        #expect(signing.text.contains("Kepala Bidang"))
        #expect(try await setup.count("decree_line") == 108)
        #expect(!signing.text.contains("3275010101"))
    }

    @Test func `a decree is signed, numbered and put in force by forms`() async throws {
        let setup = try await DecreeSite()
        let ratna = try await setup.browser("ratna")
        let lukman = try await setup.browser("lukman")
        let path = try await setup.signed(ratna, lukman)
        let today = Day.jakarta(at: .now()).parts
        let date = "hari=\(today.day)&bulan=\(today.month)&tahun=\(today.year)"
        let wrong = try await ratna.post("\(path)/nomor", "nomor=1&\(date)&kunci=n0")
        #expect(wrong.status == 422 && wrong.text.contains("Tulis seperti 500.15.1/Kep.1-"))
        let undated = try await ratna.post("\(path)/nomor", "nomor=1&hari=1&kunci=n1")
        #expect(undated.status == 422)
        let number = setup.site.app.facts.region.decrees.numbering.text(
            655, on: Day.jakarta(at: .now()))
        let encoded = number.replacing("/", with: "%2F")
        let kept = try await ratna.post("\(path)/nomor", "nomor=\(encoded)&\(date)&kunci=n2")
        #expect(kept.status == 303)
        #expect(try await ratna.get(path).text.contains("Siap diterbitkan"))
        #expect(try await ratna.post("\(path)/terbit", "kunci=t").status == 303)
        let page = try await ratna.get(path)
        #expect(page.text.contains("Terbit") && page.text.contains(number))
        #expect(try await setup.count("member") == 107)
        let list = try await ratna.get("/kerja/sk")
        #expect(list.text.contains(number) && !list.text.contains("Buat draf SK"))
        let code = try #require(page.text.firstMatch(of: /\/v\/([0-9A-Z-]{14})"/)).1
        let check = try await setup.site.ask("/v/\(code.lowercased())")
        #expect(check.status == 200)
        #expect(check.text.contains("Naskah ini asli dan berlaku") && check.text.contains(number))
        #expect(!check.text.contains("NAMA") && !check.text.contains("BKS-"))
    }

    @Test func `the annex is shown by kelurahan, a page at a time, with NIKs masked`()
        async throws
    {
        let setup = try await DecreeSite()
        let ratna = try await setup.browser("ratna")
        let path = try await setup.signing(ratna)
        let places = try await ratna.get("\(path)/lampiran")
        #expect(places.text.contains("107 orang pada lampiran"))
        #expect(places.text.contains("lampiran?kel=bekasijaya"))
        let first = try await ratna.get("\(path)/lampiran?kel=bekasijaya")
        #expect(first.text.contains("NAMA0 CONTOH") && first.text.contains("3275••••••••"))
        #expect(!first.text.contains("3275010101"))
        #expect(first.text.matches(of: /NAMA\d+ CONTOH/).count == 100)
        let next = try #require(first.text.firstMatch(of: /href="([^"]+setelah=\d+)"/)).1
        let second = try await ratna.get(String(next).replacing("&amp;", with: "&"))
        #expect(second.text.matches(of: /NAMA\d+ CONTOH/).count == 4)
        for missing in ["?kel=x", "?kel=-"] {
            #expect(try await ratna.get("\(path)/lampiran\(missing)").status == 404)
        }
    }

    @Test func `files with NIKs are for those who may read them, and recorded`() async throws {
        let setup = try await DecreeSite()
        let ratna = try await setup.browser("ratna")
        let reza = try await setup.browser("reza")
        let path = try await setup.signing(ratna)
        let open = try await reza.get("\(path)/berkas/lampiran-umum.txt")
        #expect(open.status == 200 && open.text.hasPrefix("sigap-annex 1 open determination\n"))
        #expect(!open.text.contains("3275010101"))
        for name in ["lampiran-lengkap.txt", "sk-lengkap.pdf", "lampiran-lengkap.xlsx", "x.txt"] {
            #expect(try await ratna.get("\(path)/berkas/\(name)").status == 404, "\(name)")
        }
        #expect(try await reza.post("\(path)/berkas/lampiran-lengkap.txt", "").status == 403)
        let full = try await ratna.post("\(path)/berkas/lampiran-lengkap.txt", "")
        #expect(full.status == 200 && full.text.contains("\t3275010101900001\t"))
        let page = try await reza.get(path)
        #expect(page.status == 200 && !page.text.contains("lampiran-lengkap"))
        #expect(!page.text.contains("Paraf berikutnya"))
        let book = try await reza.get("\(path)/berkas/lampiran-umum.xlsx")
        #expect(book.status == 200 && book.text.hasPrefix("PK"))
        let paper = try await reza.get("\(path)/berkas/sk-umum.pdf")
        #expect(paper.status == 200 && paper.text.hasPrefix("%PDF-"))
    }

    @Test func `what is sent back is drafted anew and its code holds nothing`() async throws {
        let setup = try await DecreeSite()
        let ratna = try await setup.browser("ratna")
        let path = try await setup.signing(ratna)
        let page = try await ratna.get(path)
        let code = try #require(page.text.firstMatch(of: /\/v\/([0-9A-Z-]{14})"/)).1
        #expect(try await ratna.post("\(path)/kembali", "alasan=&kunci=b0").status == 422)
        let back = try await ratna.post("\(path)/kembali", "alasan=Salah+dasar&kunci=b1")
        #expect(back.headers[.location] == "/kerja/sk/2")
        let old = try await ratna.get(path)
        #expect(old.text.contains("Ditarik") && old.text.contains("Salah dasar"))
        let check = try await setup.site.ask("/v/\(code)")
        #expect(check.text.contains("Naskah ini tidak berlaku"))
        let main = check.text.split(separator: "<main").last ?? ""
        #expect(!main.contains("PENETAPAN"))
        #expect(try await ratna.get("/kerja/sk/1/beda").status == 404)
        #expect(try await ratna.get("/kerja/sk/2").text.contains("0 orang ditambah, 0 keluar"))
        #expect(try await ratna.post("/kerja/sk/2/batal", "alasan=Ditunda&kunci=w").status == 303)
        #expect(try await ratna.get("/kerja/sk").text.contains("Buat draf SK"))
    }

    @Test func `a redraft shows by name what changed, a page at a time`() async throws {
        let setup = try await DecreeSite()
        let ratna = try await setup.browser("ratna")
        let path = try await setup.signing(ratna)
        _ = try await ratna.post("\(path)/kembali", "alasan=Salah+data&kunci=b1")
        let numbers = DecreeSite.people.map(\.number.text)
        try await setup.store.tamper(
            "UPDATE person SET name = 'NAMA BETUL' WHERE number = '\(numbers[7])'")
        try await setup.store.tamper(
            "UPDATE person SET rw = 12 WHERE number <> '\(numbers[7])'")
        _ = try await ratna.post(
            "/kerja/sk/2/orang",
            "nomor=\(numbers[0])&kata=keluar&alasan=Pindah&kunci=o2")
        let page = try await ratna.get("/kerja/sk/2")
        #expect(page.text.contains("0 orang ditambah, 1 keluar, 106 berubah"))
        #expect(page.text.contains("/kerja/sk/2/beda"))
        let removed = try await ratna.get("/kerja/sk/2/beda")
        #expect(removed.status == 200)
        #expect(removed.text.contains("NAMA0 CONTOH") && removed.text.contains("Bekasijaya"))
        #expect(removed.text.contains("0 orang ditambah, 1 keluar, 106 berubah"))
        let changed = "/kerja/sk/2/beda?bagian=berubah"
        var names: Set<String> = []
        for after in ["", "&setelah=50", "&setelah=100"] {
            let text = try await ratna.get(changed + after).text
            names.formUnion(text.matches(of: /BKS-[0-9A-Z]{4}-[0-9]{2}/).map { String($0.0) })
            #expect(text.contains("003/011") && text.contains("003/012"))
            #expect(!text.contains(/3275010101900\d{3}/))
            #expect(text.contains("rel=\"next\"") == (after != "&setelah=100"))
        }
        #expect(names == Set(numbers).subtracting([numbers[0], numbers[5]]))
        let first = try await ratna.get(changed).text
        #expect(first.contains("NAMA7 CONTOH") && first.contains("NAMA BETUL"))
        #expect(try await ratna.get("/kerja/sk/2/beda?bagian=x").status == 404)
        let reza = try await setup.browser("reza")
        #expect(try await reza.get("/kerja/sk/2/beda").status == 200)
    }

    @Test func `codes can be tried only so often from one place`() async throws {
        let setup = try await DecreeSite()
        let form = try await setup.site.ask("/v")
        #expect(form.status == 200 && form.text.contains("Kode naskah"))
        for _ in 0..<30 {
            #expect(try await setup.site.ask("/v?kode=0000-0000-0000").status == 404)
        }
        let barred = try await setup.site.ask("/v/0000-0000-0000")
        #expect(barred.status == 429 && barred.text.contains("Terlalu banyak percobaan"))
        #expect(try await setup.site.ask("/v/0000-0000-0000", from: "10.0.0.9").status == 404)
        #expect(try await setup.site.ask("/v").status == 200)
    }
}
