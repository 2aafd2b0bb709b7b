import Civic
import HTTPTypes
import Programme
import Testing

@testable import Store
@testable import Web

/// Settling conflicts, telling of ends and being late, through the real router.
@Suite struct InsurerConflictTests {
    private static let path = "/kerja/rekonsiliasi/2026-01/pertentangan"

    /// The first is accepted under two numbers, and the second refused after it was accepted.
    private func setup() async throws -> InsurerSite {
        let setup = try await InsurerSite()
        _ = try await setup.makeFile()
        _ = try await setup.reza.upload(
            InsurerSite.answer([(0, "26000000001", ""), (1, "26000000002", "")]))
        _ = try await setup.reza.upload(
            InsurerSite.answer([(0, "26000000009", ""), (1, "", "01")]))
        return setup
    }

    /// The fields of the form about the line, filled in.
    private func form(
        _ page: String, line: Int, _ choice: String, _ reason: String
    ) throws -> String {
        let form = try #require(
            page.split(separator: "<form").map(String.init).first {
                $0.contains("name=\"baris\" value=\"\(line)\"")
            })
        func value(_ name: String) throws -> String {
            let rest = try #require(
                form.split(separator: "name=\"\(name)\" value=\"").dropFirst().first)
            return String(rest.prefix { $0 != "\"" })
        }
        return "kunci=\(try value("kunci"))&berkas=\(try value("berkas"))&baris=\(line)"
            + "&versi=\(try value("versi"))&putusan=\(choice)&alasan=\(reason)"
    }

    @Test func `both answers stand side by side, and one is chosen with a reason`() async throws {
        let setup = try await setup()
        let month = try await setup.reza.get("/kerja/rekonsiliasi/2026-01")
        #expect(month.text.contains("2 jawaban BPJS bertentangan, menunggu putusan"))
        #expect(month.text.contains(Self.path))
        let page = try await setup.reza.get(Self.path)
        #expect(page.text.contains("Sudah punya KPJ lain"))
        #expect(page.text.contains("KPJ 26000000001") && page.text.contains("KPJ 26000000009"))
        #expect(page.text.contains("Ditolak setelah diterima"))
        #expect(page.text.contains("cabang.csv"))
        #expect(!page.text.contains(InsurerSite.nik(0)), "no full NIK on a page")
        let without = try await setup.reza.post(
            Self.path, try form(page.text, line: 2, "baru", "+"))
        #expect(without.status == 422 && without.text.contains("insurer-conflict-reason"))
        let neither = try await setup.reza.post(
            Self.path, try form(page.text, line: 2, "", "Kata+cabang"))
        #expect(neither.status == 422 && neither.text.contains("insurer-conflict-choice"))
        #expect(neither.text.contains("Kata cabang"), "what was typed is kept")
        let sent = try form(page.text, line: 2, "baru", "Kata+cabang")
        let settled = try await setup.reza.post(Self.path, sent)
        #expect(settled.status == 303)
        #expect(try await setup.reza.post(Self.path, sent).status == 303, "pressed twice")
        let after = try await setup.reza.get(settled.place)
        #expect(after.text.contains("Putusan disimpan."))
        #expect(after.text.contains("1 jawaban BPJS bertentangan"))
        #expect(!after.text.contains("26000000009"))
        let member = try #require(
            try await setup.site.store.city.member(InsurerSite.number(0), in: .city))
        #expect(member.member.participant == "26000000009")
        let reasons = try await setup.site.store.engine.read { reader throws(Problem) in
            try reader.integer("SELECT COUNT(*) FROM journal WHERE verb = 'insurer.settle'")
        }
        #expect(reasons == 1)
    }

    @Test func `a closed month settles nothing`() async throws {
        let setup = try await setup()
        let open = try await setup.reza.get(Self.path)
        let month = InsurerSite.january
        let totals = try await setup.site.store.city.reconciliation(of: month)
        _ = try await setup.site.store.city.closeReconciliation(
            of: month, ours: totals.ourDigest, theirs: totals.theirDigest, by: InsurerSite.act())
        let closed = try await setup.ratna.get(Self.path)
        #expect(closed.text.contains("sudah ditutup") && !closed.text.contains("name=\"baris\""))
        let sent = try form(open.text, line: 3, "baru", "Kata+cabang")
        let late = try await setup.ratna.post(Self.path, sent)
        #expect(late.status == 422 && late.text.contains("month-closed"))
        let next = "/kerja/rekonsiliasi/2026-02/pertentangan"
        #expect(try await setup.ratna.post(next, sent).status == 303)
    }

    @Test func `others, and forms without their token, settle nothing`() async throws {
        let setup = try await setup()
        #expect(try await setup.yuni.get(Self.path).status == 403)
        let sent = try form(
            try await setup.reza.get(Self.path).text, line: 2, "baru", "Kata+cabang")
        #expect(try await setup.yuni.post(Self.path, sent).status == 403)
        #expect(try await setup.reza.post(Self.path, sent, token: "wrong").status == 409)
        #expect(try await setup.site.store.city.insurerConflictCount() == 2)
        #expect(
            try await setup.reza.get("/kerja/rekonsiliasi/2026-13/pertentangan").status == 404)
    }

    @Test func `the insurer is told of ends by a file of their own`() async throws {
        let setup = try await InsurerSite()
        _ = try await setup.makeFile()
        _ = try await setup.reza.upload(
            InsurerSite.answer([(0, "26000000001", ""), (1, "26000000002", "")]))
        #expect(
            !(try await setup.reza.get("/kerja/bpjs/keluar").text.contains("Buat berkas 2 orang")))
        try await setup.site.store.engine.write { writer throws(Problem) in
            for number in [InsurerSite.number(0), InsurerSite.number(1)] {
                try MemberPlace(state: .ended, ended: InsurerSite.january + 1, cause: "A6")
                    .write(number, writer)
                try MemberEvents.append(
                    "end", [.init(number: number, state: .ended, cause: "A6")],
                    by: InsurerSite.act(), writer)
            }
        }
        let out = try await setup.reza.get("/kerja/bpjs/keluar")
        #expect(out.text.contains("Kepesertaan yang berakhir"))
        #expect(out.text.contains("Buat berkas 2 orang"))
        let made = try await setup.reza.post(
            "/kerja/bpjs/keluar", "dana=\(InsurerSite.fund)&jenis=nonaktif&kunci=e1")
        #expect(made.status == 303)
        let page = try await setup.reza.get(made.place)
        #expect(page.text.contains("0 dinonaktifkan, 0 tidak ditemukan, 2 belum dijawab"))
        #expect(try await setup.reza.post("\(made.place)/unduh").status == 200)
        let came = try await setup.reza.upload(
            "No KPJ;Status\n26000000001;NONAKTIF\n26000000002;TIDAK DITEMUKAN\n", "nonaktif")
        let answer = try await setup.reza.get(came.place)
        #expect(answer.text.contains("1 orang dinonaktifkan, 1 tidak ditemukan"))
        let answered = try await setup.reza.get(made.place)
        #expect(answered.text.contains("1 dinonaktifkan, 1 tidak ditemukan, 0 belum dijawab"))
    }

    @Test func `a file that was not answered in time is late on each page`() async throws {
        let setup = try await InsurerSite()
        let file = try await setup.makeFile()
        for path in [file, "/kerja/bpjs/keluar"] {
            #expect(!(try await setup.reza.get(path).text.contains("Terlambat:")), "\(path)")
        }
        #expect(try await setup.reza.get("/kerja").text.contains("Tidak ada tugas tertunda"))
        try await setup.site.store.engine.write { writer throws(Problem) in
            try writer.execute("UPDATE insurer_file SET at = 1767240000000")
        }
        for path in [file, "/kerja/bpjs/keluar"] {
            #expect(
                try await setup.reza.get(path).text.contains(
                    "Terlambat: jawaban ditunggu sampai 15 Januari 2026."), "\(path)")
        }
        for somebody in [setup.reza, setup.ratna] {
            #expect(
                try await somebody.get("/kerja").text.contains(
                    "Tagih jawaban BPJS yang terlambat"))
        }
    }
}
