import Civic
import HTTPTypes
import Office
import Programme
import Store
import Testing

@testable import Web

@Suite struct AnswerRoutesTests {
    private static let list = """
        NIK,Nama,Tanggal Lahir,Pekerjaan
        3275010101900001,SITI AMINAH,01-01-1990,Ojek pangkalan
        ,BUDI SANTOSA,01-01-1990,Ojek pangkalan
        ,AGUS SETIAWANO,01-01-1990,Ojek pangkalan
        ,AGUS SETIAWANI,01-01-1990,Ojek pangkalan
        """
    private static let day = ["tgl": "1", "bln": "3", "thn": "2026"]

    @Test func `an agency uploads its list and answers`() async throws {
        let site = try await AnswerSite()
        let hendra = try await site.login("hendra", "verifier", agency: "dishub")
        let before = try await site.get("/kerja/jawaban", hendra)
        #expect(before.status == 200 && before.text.contains("3 perlu jawaban"))
        #expect(before.text.contains("belum punya daftar acuan"))
        #expect(!before.text.contains("DEWI LESTARI") && !before.text.contains("3275010101900001"))
        let sent = try await site.upload(Self.day, file: Self.list, hendra)
        #expect(sent.status == 303, "\(sent.text)")
        let kept = try await site.get(try #require(sent.headers[.location]), hendra)
        #expect(kept.text.contains("4 dari"), "\(kept.text)")
        let page = try await site.get("/kerja/jawaban", hendra)
        #expect(page.text.contains("Terima 1 yang cocok persis"))
        #expect(page.text.contains("Mirip 9") && page.text.contains("Dua orang bernama mirip"))
        let list = try #require(page.text.firstMatch(of: /name="daftar" value="(\d+)"/)?.1)
        let exact = try await site.post(
            "/kerja/jawaban/persis", ["daftar": String(list), "kunci": "a"], hendra)
        #expect(exact.status == 303 && exact.headers[.location] == "/kerja/jawaban")
        let after = try await site.get("/kerja/jawaban", hendra)
        #expect(after.text.contains("2 perlu jawaban") && after.text.contains("Batalkan (Z)"))
        #expect(after.text.contains("1 dijawab: 1 cocok, 0 tidak, 0 tidak tahu."))
        let history = try await site.get("/kerja/jawaban/riwayat", hendra)
        #expect(history.text.contains("SITI AMINAH") && history.text.contains("Cocok persis"))
        let instant = try #require(after.text.firstMatch(of: /name="saat" value="(\d+)"/)?.1)
        let undone = try await site.post(
            "/kerja/jawaban/batalkan", ["saat": String(instant), "kunci": "b"], hendra)
        #expect(undone.status == 303)
        #expect(try await site.get("/kerja/jawaban", hendra).text.contains("3 perlu jawaban"))
        #expect(try await site.store.city.verifyJournal().fault == nil)
    }

    @Test func `one by one, with the filter kept`() async throws {
        let site = try await AnswerSite()
        let hendra = try await site.login("hendra", "verifier", agency: "dishub")
        _ = try await site.upload(Self.day, file: Self.list, hendra)
        let budi = "/kerja/jawaban/\(site.numbers[1].text)?cocok=mirip"
        for _ in 1...2 {
            let answer = try await site.post(budi, ["jawab": "ya", "kunci": "k"], hendra)
            #expect(answer.status == 303)
            #expect(answer.headers[.location] == "/kerja/jawaban?cocok=mirip")
        }
        #expect(try await site.confirmations() == 1)
        let again = try await site.post(budi, ["jawab": "tidak", "kunci": "l"], hendra)
        #expect(again.status == 409 && again.text.contains("Rekan Anda sudah menjawab"))
        let agus = "/kerja/jawaban/\(site.numbers[2].text)"
        let unsaid = try await site.post(agus, ["jawab": "ya", "kunci": "m"], hendra)
        #expect(unsaid.status == 409 && unsaid.text.contains("Pilih dulu orang yang benar"))
        let unknown = try await site.post(agus, ["jawab": "tidak-tahu", "kunci": "n"], hendra)
        #expect(unknown.status == 303)
        #expect(try await site.confirmations() == 2)
    }

    @Test func `nobody answers for others, or about whom the agency is not asked`() async throws {
        let site = try await AnswerSite()
        let hendra = try await site.login("hendra", "verifier", agency: "dishub")
        let trader = try await site.login("tuti", "verifier", agency: "diskopukm")
        let partner = try await site.login("mira", "partner", agency: "aplikator")
        let operatorLogin = try await site.login(
            "yuni", "village-operator", areas: [AnswerSite.village].compactMap { $0 })
        let form = ["jawab": "ya", "kunci": "k"]
        let driver = "/kerja/jawaban/\(site.numbers[0].text)"
        #expect(try await site.post(driver, form, trader).status == 404)
        #expect(try await site.get("/kerja/jawaban", trader).text.contains("Semua sudah dijawab"))
        let tailor = "/kerja/jawaban/\(site.numbers[3].text)"
        #expect(try await site.post(tailor, form, hendra).status == 404)
        for login in [partner, operatorLogin] {
            for path in ["/kerja/jawaban", "/kerja/acuan", "/kerja/jawaban/riwayat"] {
                #expect(try await site.get(path, login).status == 403)
            }
            #expect(try await site.post(driver, form, login).status == 403)
            #expect(try await site.upload(Self.day, file: Self.list, login).status == 403)
        }
        #expect(try await site.post(driver, form, hendra, csrf: "x").status == 409)
        #expect(try await site.confirmations() == 0)
    }

    @Test func `a list nobody understands asks for its columns, and remembers them`()
        async throws
    {
        let site = try await AnswerSite()
        let hendra = try await site.login("hendra", "verifier", agency: "dishub")
        // Single words are no names to whoever guesses.
        let strange = "xq;zw\nSITI;a\nBUDI;b\n"
        let asked = try await site.upload(Self.day, file: strange, hendra)
        #expect(asked.status == 422 && asked.text.contains("Pilih arti kolom"))
        let columns = ["kolom-0": "nama", "kolom-1": ""]
        let told = try await site.upload(
            Self.day.merging(columns) { given, _ in given }, file: strange, hendra)
        #expect(told.status == 303, "\(told.text)")
        let again = try await site.upload(Self.day, file: strange + "AGUS;c\n", hendra)
        #expect(again.status == 303, "\(again.text)")
        let page = try await site.get("/kerja/acuan?baru=1", hendra)
        #expect(page.text.contains("baris tersimpan") && page.text.contains("Daftar sebelumnya"))
        for (fields, file) in [(Self.day, nil), ([:], Self.list)] as [([String: String], String?)] {
            #expect(try await site.upload(fields, file: file, hendra).status == 422)
        }
    }

    @Test func `the manager settles what agency and kelurahan see differently`() async throws {
        let site = try await AnswerSite()
        let ratna = try await site.login("ratna", "manager")
        let hendra = try await site.login("hendra", "verifier", agency: "dishub")
        let number = site.numbers[0]
        _ = try await site.store.city.decide(
            [CaseDecision(number: number, seen: 0, step: .approve, work: .known)], in: .city,
            site.site.app.facts.region.verification, by: Act(actor: "yuni", at: .now()))
        _ = try await site.post(
            "/kerja/jawaban/\(number.text)", ["jawab": "tidak", "kunci": "k"], hendra)
        let tasks = try await site.get("/kerja", ratna)
        #expect(tasks.text.contains("1 beda jawaban") && tasks.text.contains("3 verifikasi"))
        let page = try await site.get("/kerja/konflik", ratna)
        #expect(page.text.contains("SITI AMINAH") && page.text.contains("Dinas Perhubungan"))
        #expect(try await site.get("/kerja/konflik", hendra).status == 403)
        let path = "/kerja/konflik/\(number.text)"
        let form = ["putusan": "tolak", "versi": "1", "kunci": "z"]
        #expect(try await site.post(path, form, hendra).status == 403)
        #expect(try await site.post(path, form, ratna).status == 422)
        let stale = form.merging(["versi": "0", "alasan": "A9"]) { _, new in new }
        #expect(try await site.post(path, stale, ratna).status == 409)
        let person = try await site.get("/kerja/peserta/\(number.text)", ratna)
        #expect(person.text.contains("Jawaban dinas") && person.text.contains("Tidak"))
        let upheld = try await site.post(
            path, ["putusan": "berlaku", "versi": "1", "kunci": "y"], ratna)
        #expect(upheld.status == 303)
        #expect(try await site.get("/kerja/konflik", ratna).text.contains("Tidak ada beda jawaban"))
    }

    @Test func `everybody has a task page of their own`() async throws {
        let site = try await AnswerSite()
        let hendra = try await site.login("hendra", "verifier", agency: "dishub")
        let tasks = try await site.get("/kerja", hendra)
        #expect(tasks.status == 200 && tasks.text.contains("Tugas hari ini: 3 perlu jawaban"))
        let other = try await site.login("tuti", "verifier", agency: "diskopukm")
        #expect(try await site.get("/kerja", other).text.contains("Tidak ada tugas tertunda."))
        #expect(try await site.site.ask("/kerja").status == 303)
    }
}
