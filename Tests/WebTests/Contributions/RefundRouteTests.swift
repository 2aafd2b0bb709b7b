import Civic
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite struct RefundRouteTests {
    private static let list = "/kerja/iuran/pengembalian"
    private static let today = ChangeSite.today.parts
    private static let day = "hari=\(today.day)&bulan=\(today.month)&tahun=\(today.year)"

    /// The first two members died in the second of the five months that are paid.
    private func setup() async throws -> ChangeSite {
        let setup = try await ChangeSite()
        let ratna = try await setup.browser("ratna")
        let day = (ChangeSite.first + 1).firstDay
        for place in 0..<2 {
            let form = ChangeSite.death(place).replacing(ChangeSite.today.iso, with: day.iso)
            let noted = try await ratna.post("/kerja/mutasi", "\(form)&kunci=k\(place)")
            #expect(noted.status == 303)
        }
        return setup
    }

    private func place(_ member: Int, _ month: Int) -> String {
        "p-\(ChangeSite.number(member)).\((ChangeSite.first + month).iso)=1"
    }

    @Test func `a finance officer asks for months and notes what came back`() async throws {
        let setup = try await setup()
        let fajar = try await setup.browser("fajar")
        let tasks = try await fajar.get("/kerja")
        #expect(tasks.text.contains(Self.list) && tasks.text.contains("6 bulan iuran"))
        let open = try await fajar.get(Self.list)
        #expect(open.text.contains("Rp100.800 belum kembali dari BPJS: 6 bulan iuran"))
        #expect(open.text.contains("NAMA0 CONTOH") && open.text.contains("Meninggal dunia"))
        #expect(open.text.contains("W1") && open.text.contains("APBD 2026"))
        #expect(!open.text.contains(/3275010101900\d{3}/))
        let chosen = "\(place(0, 2))&\(place(0, 3))"
        let ask = "status=terbuka&dana=&langkah=minta&surat=500%2F7&\(Self.day)&\(chosen)"
        for _ in 0..<2 {
            #expect(try await fajar.post(Self.list, "\(ask)&kunci=a").status == 303)
        }
        let second = try await fajar.post(Self.list, "\(ask)&\(place(1, 2))&kunci=b")
        #expect(second.status == 200)
        #expect(second.text.contains("1 bulan dicatat, Rp16.800"))
        #expect(second.text.contains("Sudah diminta, oleh fajar"))
        let asked = try await fajar.get("\(Self.list)?status=diminta&dana=\(ChangeSite.fund)")
        #expect(asked.text.contains("500/7"))
        #expect(asked.text.contains("Uang diterima untuk semua: 3 bulan, Rp50.400"))
        let all = "status=diminta&langkah=terima-semua&surat=B-1&\(Self.day)"
        let stale = try await fajar.post(Self.list, "\(all)&banyak=2&uang=33600&kunci=c")
        #expect(stale.status == 409 && stale.text.contains("berubah sejak Anda membukanya"))
        let credit =
            "status=diminta&langkah=potong&tagihan=5&surat=B-2&\(Self.day)&\(place(0, 2))"
        #expect(try await fajar.post(Self.list, "\(credit)&kunci=d").status == 303)
        let rest = try await fajar.post(Self.list, "\(all)&banyak=2&uang=33600&kunci=e")
        #expect(rest.status == 303)
        #expect(try await fajar.get("/kerja/iuran/tagihan/5").text.contains("Dipotong BPJS"))
        let credited = try await fajar.get("\(Self.list)?status=dipotong")
        #expect(credited.text.contains("tagihan 5") && credited.text.contains("B-2"))
        #expect(try await fajar.get("\(Self.list)?status=diterima").text.contains("B-1"))
        #expect(try await fajar.get("/kerja").text.contains("3 bulan iuran belum kembali"))
        #expect(try await setup.store.city.checkLedger().fault == nil)
        #expect(try await setup.store.city.membersAtOdds() == [])
        let sheet = try await fajar.get("\(Self.list)/daftar.xlsx?status=terbuka")
        #expect(sheet.status == 200 && sheet.text.hasPrefix("PK"))
    }

    @Test func `what is missing is asked for again, and nothing is noted`() async throws {
        let setup = try await setup()
        let fajar = try await setup.browser("fajar")
        let chosen = "status=terbuka&langkah=minta&\(place(0, 2))"
        for form in [
            "\(chosen)&surat=&\(Self.day)", "\(chosen)&surat=x&hari=&bulan=&tahun=",
            "status=terbuka&langkah=minta&surat=x&\(Self.day)",
            "status=diminta&langkah=potong&surat=x&\(Self.day)&\(place(0, 2))",
        ] {
            let answer = try await fajar.post(Self.list, "\(form)&kunci=a\(form.count)")
            #expect(answer.status == 422, "\(form)")
        }
        let unknown = "status=terbuka&langkah=x&surat=x&\(Self.day)&\(place(0, 2))"
        #expect(try await fajar.post(Self.list, unknown).status == 404)
        #expect(try await fajar.get("\(Self.list)?status=x").status == 404)
        #expect(try await setup.count("cover_refund") == 0)
    }

    @Test func `only finance notes refunds, and a kelurahan does not see them`() async throws {
        let setup = try await setup()
        let ratna = try await setup.browser("ratna")
        let page = try await ratna.get(Self.list)
        #expect(page.status == 200 && !page.text.contains("name=\"langkah\""))
        let form = "status=terbuka&langkah=minta&surat=x&\(Self.day)&\(place(0, 2))&kunci=a"
        #expect(try await ratna.post(Self.list, form).status == 403)
        let yuni = try await setup.browser("yuni")
        for path in [Self.list, "\(Self.list)/daftar.xlsx"] {
            #expect(try await yuni.get(path).status == 403, "\(path)")
        }
        #expect(try await yuni.post(Self.list, form).status == 403)
        let fajar = try await setup.browser("fajar")
        #expect(try await fajar.post(Self.list, form, token: "wrong").status == 409)
        #expect(try await setup.count("cover_refund") == 0)
    }
}
