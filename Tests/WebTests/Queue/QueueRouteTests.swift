import Civic
import Foundation
import HTTPTypes
import Office
import Programme
import Store
import Testing

@testable import Web

@Suite struct QueueRouteTests {
    private static let list = "/kerja/antrean"

    private static func path(_ serial: Int) -> String {
        "\(list)/\(QueueSite.number(serial))"
    }

    @Test func `the list holds the operator's own candidates and nobody else's`() async throws {
        let city = try await QueueSite()
        let page = try await city.signIn("yuni").get(Self.list)
        #expect(page.status == 200)
        for serial in 0..<12 {
            #expect(page.text.contains("data-n=\"\(QueueSite.number(serial))\"") == (serial < 10))
        }
        #expect(page.text.contains("10 menunggu"))
        #expect(!page.text.contains("3275010507900010"))
        let other = try await city.signIn("tini").get(Self.list)
        #expect(other.text.contains("2 menunggu"))
    }

    @Test func `filters narrow, and a place that does not exist shows nothing`() async throws {
        let city = try await QueueSite()
        let yuni = try await city.signIn("yuni")
        func count(_ query: String) async throws -> Int {
            try await yuni.get("\(Self.list)?\(query)").text.matches(of: /<tr data-n=/).count
        }
        #expect(try await count("cek=siap") == 6)
        #expect(try await count("cek=lihat") == 4)
        #expect(try await count("rw=11") == 5)
        #expect(try await count("status=setuju") == 0)
        #expect(try await yuni.get("\(Self.list)?kel=tidak-ada").status == 404)
        let found = try await yuni.post("\(Self.list)/cari", "cari=nur")
        #expect(found.text.matches(of: /<tr data-n=/).count == 3)
        let elsewhere = try await yuni.post("\(Self.list)/cari", "cari=\(QueueSite.number(11))")
        #expect(elsewhere.text.matches(of: /<tr data-n=/).isEmpty)
    }

    @Test func `nobody is approved without the answer, in words`() async throws {
        let city = try await QueueSite()
        let yuni = try await city.signIn("yuni")
        let sentence = "Belum bisa disetujui: status bekerja belum diisi. Tekan Y, R, atau B."
        let (status, reply) = try await yuni.send(
            Self.path(0), "kunci=a1&versi=0&langkah=setuju")
        #expect(status == 422 && reply["pesan"] == sentence)
        let page = try await yuni.post(Self.path(0), "kunci=a2&versi=0&langkah=setuju")
        #expect(page.status == 422 && page.text.contains(sentence))
        #expect(try await city.events(0).isEmpty)
    }

    @Test func `a decision is kept once, with its witness, and told briefly`() async throws {
        let city = try await QueueSite()
        let yuni = try await city.signIn("yuni")
        for _ in 1...2 {
            let (status, reply) = try await yuni.send(
                Self.path(0), "kunci=a1&versi=0&langkah=setuju&kerja=kata")
            #expect(status == 200)
            #expect(reply["versi"] == "1" && reply["keadaan"] == "approved")
            #expect(reply["menunggu"] == "9 menunggu")
            #expect(reply["selesai"] == "1 selesai hari ini")
            #expect(reply["tersimpan"]?.contains(/^Tersimpan \d\d\.\d\d$/) == true)
        }
        let events = try await city.events(0)
        #expect(events.count == 1)
        #expect(events.first?.witness == "Ketua RW 011")
        #expect(events.first?.actor == "yuni")
        let typed = try await yuni.post(
            Self.path(2), "kunci=a2&versi=0&langkah=setuju&kerja=kata&saksi=Pak+Slamet")
        #expect(typed.status == 303)
        #expect(try await city.events(2).first?.witness == "Pak Slamet")
        let number = try await yuni.send(
            Self.path(4), "kunci=a3&versi=0&langkah=jawab&kerja=kata&saksi=3275010507900003")
        #expect(number.0 == 200)
        #expect(try await city.events(4).first?.witness == "Ketua RW 011")
    }

    @Test func `what is not known goes to the field, and illness is an answer`() async throws {
        let city = try await QueueSite()
        let yuni = try await city.signIn("yuni")
        _ = try await yuni.post(Self.path(1), "kunci=b1&versi=0&langkah=setuju&kerja=belum")
        #expect(try await city.events(1).map(\.state) == [.field])
        let (_, reply) = try await yuni.send(
            Self.path(3), "kunci=b2&versi=0&langkah=tolak&alasan=A10")
        #expect(reply["keadaan"] == "refused" && reply["jawaban"] == "not")
        let none = try await yuni.post(Self.path(5), "kunci=b3&versi=0&langkah=tolak&alasan=")
        #expect(none.status == 422 && none.text.contains("Pilih alasan sebelum menolak."))
        let wrong = try await yuni.post(Self.path(5), "kunci=b4&versi=0&langkah=tolak&alasan=A2")
        #expect(wrong.status == 400)
        #expect(try await city.events(5).isEmpty)
    }

    @Test func `of two the second sees both decisions and may decide over the first`()
        async throws
    {
        let city = try await QueueSite()
        let (yuni, dani) = (try await city.signIn("yuni"), try await city.signIn("dani"))
        _ = try await dani.send(Self.path(0), "kunci=c1&versi=0&langkah=tolak&alasan=A1")
        let fields = "versi=0&langkah=setuju&kerja=tahu"
        let (status, reply) = try await yuni.send(Self.path(0), "kunci=c2&\(fields)")
        #expect(status == 409)
        #expect(reply["rival"] == "Dani" && reply["versi"] == "1")
        #expect(reply["keadaan"] == "refused")
        let sentence = try #require(reply["pesan"])
        #expect(
            sentence.contains(
                /^Baris ini baru saja diputuskan Dani \(\d\d\.\d\d: Ditolak: Bukan penduduk kota \(A1\)\)\. Keputusan Anda belum disimpan\./
            ))
        let page = try await yuni.post(Self.path(0), "kunci=c3&\(fields)")
        #expect(page.status == 409)
        #expect(page.text.contains("Pakai keputusan Dani"))
        #expect(page.text.contains("Ganti dengan keputusan saya"))
        #expect(page.text.contains("name=\"versi\" value=\"1\""))
        #expect(try await city.events(0).count == 1)
        let (again, _) = try await yuni.send(
            Self.path(0), "kunci=c4&versi=1&langkah=setuju&kerja=tahu")
        #expect(again == 200)
        #expect(try await city.events(0).map(\.state) == [.refused, .approved])
    }

    @Test func `decisions are taken back, one's own last or the one on the card`() async throws {
        let city = try await QueueSite()
        let yuni = try await city.signIn("yuni")
        for serial in [0, 2] {
            _ = try await yuni.send(
                Self.path(serial), "kunci=d\(serial)&versi=0&langkah=setuju&kerja=tahu")
        }
        let (status, reply) = try await yuni.send("\(Self.list)/batal", "kunci=z1")
        #expect(status == 200)
        #expect(reply["nomor"] == QueueSite.number(2) && reply["keadaan"] == "open")
        #expect(reply["selesai"] == "1 selesai hari ini")
        let card = try await yuni.get(Self.path(0))
        #expect(card.text.contains("\(Self.path(0))/batal"))
        let undone = try await yuni.post("\(Self.path(0))/batal", "kunci=z2&versi=1")
        #expect(undone.headers[.location] == "\(Self.list)?selesai=batal")
        let (late, nothing) = try await yuni.send("\(Self.list)/batal", "kunci=z3")
        #expect(late == 422 && nothing["pesan"] != nil)
        #expect(try await city.events(0).map(\.state) == [.approved, .open])
    }

    @Test func `many are approved only with their answers, after a question`() async throws {
        let city = try await QueueSite()
        let yuni = try await city.signIn("yuni")
        for serial in [0, 1, 3] {
            _ = try await yuni.send(
                Self.path(serial), "kunci=e\(serial)&versi=0&langkah=jawab&kerja=tahu")
        }
        let chosen = [0, 1, 2, 3, 11].map { serial in
            "p-\(QueueSite.number(serial))=\(serial == 2 ? 0 : 1)"
        }.joined(separator: "&")
        let bulk = "\(Self.list)/pilihan"
        let ask = try await yuni.post(bulk, "kunci=f1&langkah=setuju&\(chosen)")
        // The third has no answer, the fourth is to be looked at, the last is not hers.
        #expect(ask.text.contains("Setujui 2 orang yang lolos semua pemeriksaan?"))
        #expect(ask.text.contains("2 orang dilewati"))
        #expect(!ask.text.contains(QueueSite.number(11)))
        #expect(try await city.events(0).count == 1)
        let done = try await yuni.post(bulk, "kunci=f1&langkah=setuju&pasti=ya&\(chosen)")
        #expect(
            done.headers[.location] == "\(Self.list)?selesai=approved&jumlah=2&lewat=0")
        for serial in 0..<12 {
            let isApproved = try await city.events(serial).last?.state == .approved
            #expect(isApproved == [0, 1].contains(serial))
        }
        let none = try await yuni.post(bulk, "kunci=f2&langkah=setuju")
        #expect(none.headers[.location] == "\(Self.list)?selesai=kosong")
        let told = try await yuni.get("\(Self.list)?selesai=kosong")
        #expect(told.text.contains("Belum ada yang dipilih. Tandai kotak di kiri nama."))
        let field = try await yuni.post(
            bulk, "kunci=f3&langkah=lapangan&pasti=ya&p-\(QueueSite.number(4))=0")
        #expect(field.status == 303)
        #expect(try await city.events(4).map(\.state) == [.field])
    }

    @Test func `somebody else's candidate is as good as none`() async throws {
        let city = try await QueueSite()
        let yuni = try await city.signIn("yuni")
        #expect(try await yuni.get(Self.path(11)).status == 404)
        #expect(try await yuni.get("\(Self.list)/BKS-0000-00").status == 404)
        let strangers = [QueueSite.number(11), PersonNumber(prefix: "BKS", serial: 99).text]
        var answers: [String] = []
        for number in strangers {
            for step in ["setuju&kerja=tahu", "lapangan", "tolak&alasan=A1", "tolak&alasan="] {
                let fields = "kunci=g1&versi=0&langkah=\(step)"
                #expect(try await yuni.post("\(Self.list)/\(number)", fields).status == 404)
                let (status, reply) = try await yuni.send("\(Self.list)/\(number)", fields)
                #expect(status == 404)
                answers.append(reply.description)
            }
            let undo = try await yuni.send("\(Self.list)/\(number)/batal", "kunci=g2&versi=0")
            #expect(undo.0 == 404)
        }
        #expect(Set(answers).count == 1)
        #expect(try await city.events(11).isEmpty)
        let record = try await yuni.get("\(Self.list)/berita-acara?kel=\(Self.otherVillage)")
        #expect(record.status == 404)
    }

    private static var otherVillage: String {
        get throws {
            let places = try Sample().facts.region.places
            return QueueSite.there.map { PlaceSlugs(places).slug(of: $0) } ?? ""
        }
    }

    @Test func `nothing is kept without the token, the key, a step or the right`() async throws {
        let city = try await QueueSite()
        let yuni = try await city.signIn("yuni")
        var forged = yuni
        forged.token = "x"
        let fields = "kunci=h1&versi=0&langkah=setuju&kerja=tahu"
        for path in [Self.path(0), "\(Self.list)/batal", "\(Self.list)/pilihan"] {
            #expect(try await forged.post(path, fields).status == 409)
        }
        for wrong in [
            "versi=0&langkah=setuju&kerja=tahu", "kunci=h2&langkah=setuju&kerja=tahu",
            "kunci=h3&versi=0&kerja=tahu", "kunci=h%204&versi=0&langkah=setuju&kerja=tahu",
            "kunci=h5&versi=0&langkah=jawab",
        ] {
            #expect(try await yuni.post(Self.path(0), wrong).status >= 400, "\(wrong)")
        }
        let anybody = try await city.site.ask(Self.path(0), method: .post, form: fields)
        #expect(anybody.headers[.location]?.hasPrefix("/masuk") == true)
        try await city.site.store.city.createAccount(
            NewAccount(
                login: "hendra", name: "Hendra", role: "verifier", agency: "dishub",
                password: "rahasia-sekali-1"), by: Act(actor: "test", at: .now()))
        let signedIn = try await city.signIn("hendra")
        #expect(try await signedIn.get(Self.list).status == 403)
        #expect(try await city.events(0).isEmpty)
    }

    @Test func `the record tells results by RW and reason, with its hash`() async throws {
        let city = try await QueueSite()
        let yuni = try await city.signIn("yuni")
        _ = try await yuni.send(Self.path(0), "kunci=i1&versi=0&langkah=setuju&kerja=kata")
        _ = try await yuni.send(Self.path(2), "kunci=i2&versi=0&langkah=tolak&alasan=A1")
        let page = try await yuni.get("\(Self.list)/berita-acara")
        #expect(page.status == 200)
        for sentence in [
            "Diperiksa: 10 orang", "disetujui: 1 orang", "Tidak memenuhi syarat: 1 orang",
            "Bukan penduduk kota (A1): <b>1</b>", "Ketua RW 011: <b>1</b>",
        ] {
            #expect(page.text.contains(sentence), "\(sentence)")
        }
        #expect(page.text.contains(/Sidik daftar \(SHA-256\): [0-9a-f]{64}/))
        #expect(!page.text.contains("3275010507900010"))
    }

    @Test func `the list leads back only to the queue`() async throws {
        let city = try await QueueSite()
        let yuni = try await city.signIn("yuni")
        for (number, back) in ["https://evil.test", "/keluar", "/kerja/antrean-lain", "//x"]
            .enumerated()
        {
            let answer = try await yuni.post(
                Self.path(number), "kunci=j\(number)&versi=0&langkah=lapangan&kembali=\(back)")
            #expect(answer.headers[.location] == "\(Self.list)?selesai=field&jumlah=1")
        }
        let kept = try await yuni.post(
            Self.path(6), "kunci=j9&versi=0&langkah=lapangan&kembali=/kerja/antrean?rw%3D11")
        #expect(kept.headers[.location] == "\(Self.list)?rw=11&selesai=field&jumlah=1")
    }
}
