import Civic
import HTTPTypes
import Testing

@testable import Web

@Suite struct ClaimRouteTests {
    private static let claim = "/kerja/klaim/1"
    private static let today = ChangeSite.today.parts
    private static let day = "hari=\(today.day)&bulan=\(today.month)&tahun=\(today.year)"

    @Test func `a claim goes its way, step by step, until the heirs are paid`() async throws {
        let setup = try await ChangeSite()
        let yuni = try await setup.browser("yuni")
        _ = try await yuni.post("/kerja/mutasi", "\(ChangeSite.death(0))&kunci=k1")
        #expect(try await yuni.get("/kerja/klaim").text.contains(Self.claim))
        let first = try await yuni.get(Self.claim)
        #expect(first.status == 200 && first.text.contains("Klaim 1: NAMA0 CONTOH"))
        #expect(first.text.contains("value=\"asked\"") && !first.text.contains("value=\"sent\""))
        #expect(
            try await yuni.post(Self.claim, "langkah=sent&catatan=x&\(Self.day)&kunci=a").status
                == 409)
        for _ in 0..<2 {
            let asked = try await yuni.post(Self.claim, "langkah=asked&\(Self.day)&kunci=b")
            #expect(asked.status == 303)
        }
        #expect(!(try await yuni.get("/kerja").text.contains("Hubungi keluarga peserta")))
        let bare = try await yuni.post(Self.claim, "langkah=sent&catatan=&\(Self.day)&kunci=c")
        #expect(bare.status == 422 && bare.text.contains("Nomor tanda terima"))
        #expect(
            try await yuni.post(Self.claim, "langkah=sent&catatan=TT-7&\(Self.day)&kunci=d")
                .status == 303)
        #expect(
            try await yuni.post(Self.claim, "langkah=paid&jumlah=&\(Self.day)&kunci=e").status
                == 422)
        let paid = try await yuni.post(
            Self.claim, "langkah=paid&jumlah=42.000.000&\(Self.day)&kunci=f")
        #expect(paid.status == 303)
        let last = try await yuni.get(Self.claim)
        for part in ["TT-7", "Rp42.000.000", "Selesai", "Dikirim ke BPJS"] {
            #expect(last.text.contains(part), "\(part)")
        }
        #expect(!last.text.contains("name=\"langkah\""))
        #expect(try await yuni.get("/kerja/klaim").text.contains("0 klaim menunggu"))
        #expect(try await setup.count("claim_step") == 3)
    }

    @Test func `only whoever may note changes of its own people notes steps`() async throws {
        let setup = try await ChangeSite()
        _ = try await setup.browser("yuni").post(
            "/kerja/mutasi", "\(ChangeSite.death(0))&kunci=k1")
        let form = "langkah=asked&\(Self.day)&kunci=a"
        let dani = try await setup.browser("dani")
        #expect(try await dani.get(Self.claim).status == 404)
        #expect(try await dani.post(Self.claim, form).status == 404)
        let fajar = try await setup.browser("fajar")
        let seen = try await fajar.get(Self.claim)
        #expect(seen.status == 200 && !seen.text.contains("name=\"langkah\""))
        #expect(try await fajar.post(Self.claim, form).status == 403)
        let ratna = try await setup.browser("ratna")
        #expect(try await ratna.post(Self.claim, form, token: "x").status == 409)
        #expect(try await ratna.post(Self.claim, "langkah=reopened&\(Self.day)").status == 409)
        #expect(try await ratna.post(Self.claim, "langkah=x&\(Self.day)").status == 404)
        #expect(try await ratna.post(Self.claim, "langkah=asked&hari=&kunci=z").status == 422)
        #expect(try await setup.count("claim_step") == 0)
    }
}
