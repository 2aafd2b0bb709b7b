import Civic
import Foundation
import HTTPTypes
import Office
import Programme
import Store
import Testing

@testable import Web

/// Platforms and the city at the pages about drivers, through the real router.
@Suite struct DriverRouteTests {
    /// Somebody signed in.
    struct Visit {
        let site: TestSite
        let cookie: String
        let token: String

        func get(_ path: String) async throws -> TestSite.Answer {
            try await site.ask(path, ["Cookie": cookie])
        }

        func post(_ path: String, _ fields: String = "") async throws -> TestSite.Answer {
            try await site.ask(
                path, ["Cookie": cookie], method: .post, form: "csrf=\(token)&\(fields)")
        }

        /// Sends fields and a file as a browser does.
        func upload(
            _ fields: [String: String], file: String? = nil, name: String = "data.csv",
            token: String? = nil
        ) async throws -> TestSite.Answer {
            var body = ""
            for (field, value) in fields.merging(
                ["csrf": token ?? self.token], uniquingKeysWith: { $1 })
            {
                body += "--batas\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n"
                body += "\(value)\r\n"
            }
            body += "--batas\r\nContent-Disposition: form-data; name=\"berkas\"; "
            body += "filename=\"\(file == nil ? "" : name)\"\r\n"
            body += "Content-Type: text/csv\r\n\r\n\(file ?? "")\r\n--batas--\r\n"
            return try await site.ask(
                "/mitra/pengemudi",
                ["Cookie": cookie, "Content-Type": "multipart/form-data; boundary=batas"],
                method: .post, form: body)
        }
    }

    let site: TestSite
    let mira: Visit
    let bagas: Visit
    let ratna: Visit

    init() async throws {
        let site = try TestSite(try await TestCity())
        self.site = site
        let city = site.store.city
        let now = Instant.now()
        for terms in site.app.facts.region.partners.sampleAgreements {
            let today = Day.jakarta(at: now)
            try await city.addAgreement(
                PartnerAgreement(
                    agency: terms.agency, number: terms.number, from: today + -1,
                    to: today + 90, purpose: terms.purpose, retentionDays: 30,
                    callUntil: today + 30), by: Act(actor: "test", at: now))
        }
        func visit(_ login: String, _ role: String, _ agency: String?) async throws -> Visit {
            let act = Act(actor: "test", at: now)
            let account = try await city.createAccount(
                NewAccount(
                    login: login, name: login, role: role, agency: agency,
                    password: "rahasia-sekali"), by: act)
            let started = try await city.startSession(for: account, until: now + 3_600_000, by: act)
            return Visit(
                site: site, cookie: "sigap_sesi=\(started.token)", token: started.session.csrf)
        }
        mira = try await visit("mira", "partner", "antarcepat")
        bagas = try await visit("bagas", "partner", "ojekita")
        ratna = try await visit("ratna", "manager", nil)
    }

    private static let file = """
        NIK;Nama;Tgl Lahir;No HP;Saldo
        3275014507900003;SITI AMINAH;05-07-1990;081234567890;1000
        3275010101900001;BUDI;01-01-1990;081234567891;2000
        3275010101;RUSAK;01-01-1990;081234567891;2000

        """

    private var consent: [String: String] {
        let parts = (Day.jakarta(at: .now()) + -3).parts
        return ["hari": "\(parts.day)", "bulan": "\(parts.month)", "tahun": "\(parts.year)"]
    }

    private func made() async throws -> String {
        let answer = try await mira.upload(consent, file: DriverRouteTests.file)
        #expect(answer.status == 303)
        return try #require(answer.headers[.location])
    }

    @Test func `a file is checked, sent, answered and downloaded`() async throws {
        let form = try await mira.get("/mitra/pengemudi")
        #expect(form.status == 200 && form.text.contains("Kolom lain kami buang."))
        let path = try await made()
        #expect(path == "/mitra/pengemudi/1")
        let draft = try await mira.get(path)
        #expect(draft.text.contains("2 pengemudi siap dikirim"))
        #expect(draft.text.contains("Kolom &quot;Saldo&quot; tidak kami perlukan"))
        #expect(draft.text.contains("1 baris dengan NIK yang tidak terbaca"))
        for _ in 0..<2 {
            let sent = try await mira.post("\(path)/kirim")
            #expect(sent.status == 303 && sent.headers[.location] == path)
        }
        let result = try await mira.get(path)
        #expect(result.text.contains("0 dari 2 pengemudi diterima"))
        #expect(result.text.contains("3275••••••••0003"))
        for secret in ["SITI", "BUDI", "3275014507900003", "081234567890", "81234567890"] {
            #expect(!result.text.contains(secret))
        }
        let csv = try await mira.get("\(path)/hasil.csv")
        #expect(csv.text.hasPrefix("Baris,NIK,Hasil,Alasan\n2,3275••••••••0003,Diperiksa,\n"))
        #expect(csv.headers[.contentDisposition]?.contains("hasil-pengemudi-1.csv") == true)
        let workbook = try await mira.get("\(path)/hasil.xlsx")
        #expect(workbook.status == 200 && workbook.text.hasPrefix("PK"))
    }

    @Test func `the same file again says so and changes nothing`() async throws {
        let path = try await made()
        let again = try await mira.upload(consent, file: DriverRouteTests.file)
        #expect(again.headers[.location] == "\(path)?ulang=1")
        #expect(try await mira.get("\(path)?ulang=1").text.contains("Tidak ada yang berubah."))
        #expect(
            try await site.store.city.driverLists(in: .city, limit: 9).count == 1)
    }

    @Test func `pasted cells are read like a file`() async throws {
        let text = DriverRouteTests.file.replacing(";", with: "\t")
        let answer = try await mira.upload(consent.merging(["tempel": text]) { $1 })
        #expect(answer.headers[.location] == "/mitra/pengemudi/1")
    }

    @Test func `rows without consent are not kept, and wrong dates are told`() async throws {
        let none = try await mira.upload([:], file: DriverRouteTests.file)
        #expect(none.status == 422)
        #expect(none.text.contains("3 baris tanpa tanggal persetujuan pengemudi."))
        #expect(none.text.contains("Kami tidak menyimpan baris itu."))
        let wrong = try await mira.upload(
            ["hari": "31", "bulan": "2", "tahun": "2026"], file: DriverRouteTests.file)
        #expect(wrong.status == 422 && wrong.text.contains("Tanggal persetujuan belum benar."))
        let noColumn = try await mira.upload(consent, file: "Nama;No HP\nA;0812345678\n")
        #expect(noColumn.status == 422 && noColumn.text.contains("NIK, tanggal lahir"))
        let empty = try await mira.upload(consent)
        #expect(empty.status == 422)
        #expect(try await site.store.city.driverLists(in: .city, limit: 9).isEmpty)
    }

    @Test func `whoever is not its platform finds no list`() async throws {
        let path = try await made()
        try await site.store.city.sendDriverList(
            1, in: .city, answering: site.app.facts.region.partners.answering,
            on: .jakarta(at: .now()), by: Act(actor: "test", at: .now()))
        for page in ["", "/hasil.csv", "/hasil.xlsx"] {
            #expect(try await bagas.get(path + page).status == 404, "\(page)")
        }
        for step in ["/kirim", "/hapus"] {
            #expect(try await bagas.post(path + step).status == 404, "\(step)")
        }
        let nobody = try await bagas.get("/mitra/pengemudi/99999")
        let theirs = try await bagas.get(path).text
        #expect(theirs == nobody.text.replacing("99999", with: "1"))
        let withdrawn = try await bagas.post("/mitra/pengemudi/cabut", "nik=3275014507900003")
        #expect(withdrawn.headers[.location] == "/mitra/pengemudi?dicabut=0")
        #expect(try await mira.post("\(path)/hapus").status == 303)
        #expect(try await mira.get("/mitra/pengemudi/surat/1").status == 200)
        #expect(try await bagas.get("/mitra/pengemudi/surat/1").status == 404)
        // The city sees the list, and may not act for the platform.
        #expect(try await ratna.get(path).status == 200)
        #expect(try await ratna.post("\(path)/kirim").status == 403)
        #expect(try await ratna.post("\(path)/hapus").status == 403)
        #expect(try await ratna.get("/mitra/pengemudi").status == 403)
    }

    @Test func `a withdrawal deletes at once and keeps the NIK out of the address`() async throws {
        let path = try await made()
        _ = try await mira.post("\(path)/kirim")
        let wrong = try await mira.post("/mitra/pengemudi/cabut", "nik=123")
        #expect(wrong.status == 422)
        let answer = try await mira.post("/mitra/pengemudi/cabut", "nik=3275+0145+0790+0003")
        #expect(answer.headers[.location] == "/mitra/pengemudi?dicabut=1")
        #expect(try await !mira.get(path).text.contains("3275••••••••0003"))
        #expect(try await mira.get("/mitra/pengemudi?dicabut=1").text.contains("1 baris"))
        let certificate = try await mira.get("/mitra/pengemudi/surat/1")
        #expect(certificate.text.contains("Pengemudi mencabut persetujuan"))
        #expect(!certificate.text.contains("SHA-256"))
        for line in site.lines.all { #expect(!line.contains("32750145")) }
    }

    @Test func `deleting leaves a certificate`() async throws {
        let path = try await made()
        _ = try await mira.post("\(path)/kirim")
        #expect(try await mira.post("\(path)/hapus").headers[.location] == path)
        let ended = try await mira.get(path)
        #expect(ended.text.contains("Data dihapus") && ended.text.contains("Surat 1: 2 baris"))
        #expect(try await mira.get("\(path)/hasil.csv").status == 404)
        let certificate = try await mira.get("/mitra/pengemudi/surat/1")
        #expect(certificate.text.contains("2 baris data pengemudi dihapus"))
        #expect(certificate.text.contains("SHA-256"))
    }

    @Test func `forms without their token change nothing`() async throws {
        let path = try await made()
        let other = try await mira.upload(
            consent, file: DriverRouteTests.file + "\n", token: "salah")
        #expect(other.status == 409)
        let sent = try await site.ask(
            "\(path)/kirim", ["Cookie": mira.cookie], method: .post, form: "csrf=salah")
        #expect(sent.status == 409)
        #expect(try await site.store.city.driverLists(in: .city, limit: 9).map(\.state) == [.draft])
    }

    @Test func `the city keeps agreements and calls`() async throws {
        let page = try await ratna.get("/kerja/mitra")
        #expect(page.status == 200 && page.text.contains("CONTOH/PKS/001/2026"))
        let own = try await mira.get("/kerja/mitra")
        #expect(own.status == 200 && own.text.contains("CONTOH/PKS/001/2026"))
        #expect(!own.text.contains("CONTOH/PKS/002/2026"))
        #expect(!own.text.contains("name=\"kunci\""))
        #expect(try await mira.post("/kerja/mitra/1/panggilan", "tutup=1&kunci=a").status == 403)
        _ = try await ratna.post("/kerja/mitra/1/panggilan", "tutup=1&kunci=a")
        let closed = try await mira.get("/mitra/pengemudi")
        #expect(closed.text.contains("Kota sedang tidak membuka panggilan usulan."))
        #expect(!closed.text.contains("name=\"berkas\""))
        let refused = try await mira.upload(consent, file: DriverRouteTests.file)
        #expect(refused.status == 422)
        let add =
            "mitra=ojekita&nomor=PKS%2F9&tujuan=Uji&mulai=2026-01-01&selesai=2026-12-31&simpan=20&panggilan="
        for _ in 0..<2 {
            #expect(try await ratna.post("/kerja/mitra", "\(add)&kunci=k1").status == 303)
        }
        #expect(try await site.store.city.agreements().count == 3)
        let double = try await ratna.post("/kerja/mitra", "\(add)&kunci=k2")
        #expect(double.status == 422 && double.text.contains("sudah dicatat"))
        let wrong = try await ratna.post(
            "/kerja/mitra", "\(add.replacing("2026-12-31", with: "2025-12-31"))&kunci=k3")
        #expect(wrong.status == 422)
    }
}
