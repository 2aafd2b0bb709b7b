import Civic
import HTTPTypes
import Testing

@testable import Store
@testable import Web

/// The exchange with the insurer and the reconciliation, through the real router.
@Suite struct InsurerRouteTests {
    private static let first = InsurerSite.answer([
        (0, "26000000001", ""), (1, "26000000002", ""), (2, "", "01"), (3, "", "02"),
    ])

    @Test func `a file is made once, downloaded and handed over`() async throws {
        let setup = try await InsurerSite()
        let before = try await setup.reza.get("/kerja/bpjs/keluar")
        #expect(before.text.contains("6 orang menunggu dikirim ke BPJS"))
        #expect(before.text.contains("NPW 01") && before.text.contains("Januari 2026"))
        let file = try await setup.makeFile()
        let again = try await setup.reza.post(
            "/kerja/bpjs/keluar", "dana=\(InsurerSite.fund)&kunci=k2")
        #expect(again.place == "/kerja/bpjs/keluar")
        let page = try await setup.reza.get(file)
        #expect(page.text.contains("Berkas 6 orang untuk BPJS"))
        #expect(page.text.contains("0 diterima, 0 ditolak, 6 belum dijawab"))
        #expect(!page.text.contains(InsurerSite.nik(0)), "no full NIK on a page")
        let content = try await setup.reza.post("\(file)/unduh")
        #expect(content.status == 200)
        #expect(content.headers[.contentDisposition]?.contains("sigap-apbd-2026-NPW-01") == true)
        let empty = try await setup.reza.post("\(file)/serah", "cara=+")
        #expect(empty.status == 422 && empty.text.contains("insurer-manner"))
        #expect(
            try await setup.reza.post("\(file)/serah", "cara=flashdisk+terenkripsi").status == 303)
        let handed = try await setup.reza.get(file)
        #expect(handed.text.contains("Diserahkan: flashdisk terenkripsi (reza,"))
        let events = try await setup.site.store.engine.read { reader throws(Problem) in
            try reader.integer("SELECT COUNT(*) FROM journal WHERE verb = 'insurer.download'")
        }
        #expect(events == 1)
    }

    @Test func `an answer says what it brought, and the same one again changes nothing`()
        async throws
    {
        let setup = try await InsurerSite()
        let file = try await setup.makeFile()
        let came = try await setup.reza.upload(Self.first)
        #expect(came.status == 303)
        let page = try await setup.reza.get(came.place)
        #expect(page.text.contains("2 orang diterima, 2 ditolak"))
        #expect(page.text.contains("BPJS menolak 2 orang: 1 "))
        #expect(page.text.contains("(A4)") && page.text.contains("(A7)"))
        let same = try await setup.reza.upload(Self.first)
        #expect(same.place == "\(came.place)?sama=1")
        #expect(try await setup.reza.get(same.place).text.contains("Tidak ada yang berubah."))
        let other = try await setup.reza.upload(
            InsurerSite.answer([
                (0, "26000000009", ""), (2, "26000000003", ""), (4, "26000000002", ""),
                (5, "26000000005", ""),
            ]))
        let conflicts = try await setup.reza.get("\(other.place)?kelompok=bertentangan")
        #expect(conflicts.text.contains("Sudah punya KPJ lain"))
        #expect(conflicts.text.contains("Diterima setelah ditolak"))
        #expect(conflicts.text.contains("KPJ ini milik orang lain"))
        let sent = try await setup.reza.get(file)
        #expect(sent.text.contains("3 diterima, 2 ditolak, 1 belum dijawab"))
        #expect(
            try await setup.ratna.get("/kerja/bpjs/masuk").text.contains("3 bertentangan"))
    }

    @Test func `a file that cannot be read is refused with what to do`() async throws {
        let setup = try await InsurerSite()
        let wrong = try await setup.reza.upload("Tanggal;Jumlah\n1;2\n")
        #expect(wrong.status == 422 && wrong.text.contains("insurer-columns"))
        let none = try await setup.reza.upload("")
        #expect(none.status == 422 && none.text.contains("no-file"))
        #expect(try await setup.reza.get("/kerja/bpjs/99").status == 404)
        #expect(try await setup.reza.post("/kerja/bpjs/99/unduh").status == 404)
        #expect(try await setup.reza.post("/kerja/bpjs/99/serah", "cara=x").status == 404)
    }

    @Test func `rows that cannot be used say why`() async throws {
        let setup = try await InsurerSite()
        _ = try await setup.makeFile()
        let came = try await setup.reza.upload(
            "NIK;Status;KPJ;TMT\n\(InsurerSite.nik(0));DITERIMA;123;01/01/2026\n"
                + "3275;DITERIMA;26000000001;01/01/2026\n"
                + "3275014507900003;DITERIMA;26000000001;01/01/2026\n")
        let unread = try await setup.reza.get("\(came.place)?kelompok=tak-terbaca")
        #expect(unread.text.contains("KPJ kosong atau bukan 11"))
        #expect(unread.text.contains("NIK harus 16 angka"))
        let strangers = try await setup.reza.get("\(came.place)?kelompok=bukan-sk")
        #expect(strangers.text.contains("Tidak ada di SK mana pun"))
        #expect(strangers.text.contains("3275••••••••0003"))
        #expect(!strangers.text.contains("3275014507900003"))
    }

    @Test func `a month is closed and its record printed`() async throws {
        let setup = try await InsurerSite()
        _ = try await setup.makeFile()
        _ = try await setup.reza.upload(Self.first)
        let list = "KPJ,Nama,NIK,Iuran\n26000000001,NAMA0 CONTOH,\(InsurerSite.nik(0)),16800\n"
        _ = try await setup.reza.upload(list, "peserta")
        let path = "/kerja/rekonsiliasi/2026-01"
        let page = try await setup.reza.get(path)
        #expect(
            page.text.contains(
                "Jumlah di berkas BPJS 1, di SK 6. Selisih 5 orang sudah kami daftarkan di bawah."))
        #expect(page.text.contains("Punya KPJ, tetapi tidak di daftar bulan ini"))
        #expect(page.text.contains("Sudah dikirim, belum dijawab"))
        let refused = try await setup.reza.get("\(path)?kelompok=ditolak")
        #expect(refused.text.contains("(A4)"))
        #expect(try await setup.reza.get("\(path)/berita-acara").status == 404)
        #expect(try await setup.reza.get("\(path)/berita-acara.pdf").status == 404)
        let ours = try #require(page.text.firstMatch(of: /name="kita" value="([0-9a-f]{64})"/)).1
        let theirs = try #require(
            page.text.firstMatch(of: /name="bpjs" value="([0-9a-f]{64})"/)
        ).1
        let moved = try await setup.reza.post(path, "kita=x&bpjs=\(theirs)")
        #expect(moved.status == 422 && moved.text.contains("reconciliation-moved"))
        #expect(
            try await setup.reza.post(path, "kita=\(ours)&bpjs=\(theirs)").status == 303)
        let closed = try await setup.ratna.get(path)
        #expect(closed.text.contains("Berita acara REK-2026-01-"))
        #expect(!closed.text.contains("name=\"kita\""))
        let record = try await setup.ratna.get("\(path)/berita-acara")
        #expect(record.text.contains(String(ours)) && record.text.contains(String(theirs)))
        #expect(record.text.contains("NAMA5 CONTOH") && record.text.contains("tanda-tangan"))
        let paper = try await setup.reza.get("\(path)/berita-acara.pdf")
        #expect(paper.isPaper("berita-acara-rekonsiliasi-2026-01.pdf"))
        let shown = try await setup.reza.get(path)
        #expect(shown.text.contains("href=\"\(path)/berita-acara.pdf\""))
        #expect(try await setup.yuni.get("\(path)/berita-acara.pdf").status == 403)
        let late = try await setup.reza.upload(list + "\n", "peserta")
        #expect(late.status == 422 && late.text.contains("month-closed"))
        #expect(try await setup.reza.get("/kerja/rekonsiliasi/2026-13").status == 404)
    }

    @Test func `others, and forms without their token, reach nothing`() async throws {
        let setup = try await InsurerSite()
        for path in [
            "/kerja/bpjs/keluar", "/kerja/bpjs/masuk", "/kerja/bpjs/1", "/kerja/rekonsiliasi",
            "/kerja/rekonsiliasi/2026-01",
        ] {
            #expect(try await setup.yuni.get(path).status == 403, "\(path)")
        }
        let stale = try await setup.reza.post(
            "/kerja/bpjs/keluar", "dana=\(InsurerSite.fund)", token: "wrong")
        #expect(stale.status == 409)
        let files = try await setup.site.store.engine.read { reader throws(Problem) in
            try reader.integer("SELECT COUNT(*) FROM insurer_file")
        }
        #expect(files == 0)
        #expect(try await setup.reza.get("/kerja/rekonsiliasi").status == 303)
        #expect(
            try await setup.reza.post("/kerja/bpjs/keluar/jawaban").text.contains(
                "insurer-no-service"))
    }
}
