import Civic
import HTTPTypes
import Store
import Testing

@testable import Web

@Suite struct PairTests {
    private func location(_ answer: TestSite.Answer) -> String {
        answer.headers[.location] ?? ""
    }

    @Test func `an operator sees pairs of the own area and judges those that lie in it whole`()
        async throws
    {
        let pairs = try await PairSite()
        let yuni = try await pairs.reader("yuni", "village-operator", areas: [PairSite.villages[0]])
        let list = try await pairs.get("/kerja/pasangan", yuni)
        #expect(list.status == 200)
        #expect(list.text.contains("1 pasangan menunggu keputusan Anda"))
        #expect(list.text.contains("Orang di luar wilayah Anda"))
        #expect(list.text.contains("Hanya dapat diputuskan oleh: Pengelola program"))
        let stranger = PairSite.numbers[2].text
        #expect(!list.text.contains(stranger))
        let half = try await pairs.get("/kerja/pasangan/2", yuni)
        #expect(half.status == 200)
        #expect(!half.text.contains(stranger) && !half.text.contains("name=\"putusan\""))
        #expect(try await pairs.get("/kerja/pasangan/3", yuni).status == 404)
        #expect(try await pairs.get("/kerja/pasangan/99", yuni).status == 404)
        #expect(try await pairs.decide(2, (0, 2), "sama", yuni).status == 404)
        #expect(try await pairs.decide(3, (2, 3), "beda", yuni).status == 404)
        #expect(try await pairs.decide(1, (0, 1), "beda", yuni).status == 303)
    }

    @Test func `whoever may not decide has no list, and nobody without an account`() async throws {
        let pairs = try await PairSite()
        let intan = try await pairs.reader("intan", "auditor")
        #expect(try await pairs.get("/kerja/pasangan", intan).status == 403)
        #expect(try await pairs.get("/kerja/pasangan/1", intan).status == 403)
        #expect(try await pairs.decide(1, (0, 1), "sama", intan).status == 403)
        let split = try await pairs.post(
            "/kerja/peserta/\(PairSite.numbers[0].text)/pisah", intan,
            ["baris": "1-2", "kunci": "a"])
        #expect(split.status == 403)
        let person = try await pairs.get("/kerja/peserta/\(PairSite.numbers[0].text)", intan)
        #expect(person.status == 200 && !person.text.contains("/pisah"))
        let nobody = try await pairs.site.ask("/kerja/pasangan")
        #expect(nobody.status == 303 && location(nobody).hasPrefix("/masuk"))
    }

    @Test func `a pair is compared without telling what is sealed`() async throws {
        let pairs = try await PairSite()
        let ratna = try await pairs.reader("ratna", "manager")
        let page = try await pairs.get("/kerja/pasangan/1", ratna).text
        #expect(page.contains("Siti Aminah dan Siti Aminnah: satu orang?"))
        #expect(page.contains("<mark>n</mark>"))
        #expect(!page.contains("RAHASIA"))
        #expect(!page.contains("3275014507900001") && !page.contains("3275014507900002"))
        #expect(page.contains("3275••••••••000<mark>2</mark>"))
        #expect(page.contains("nama beda beberapa huruf") && page.contains("+6,1"))
        #expect(page.contains("Siapa lagi yang terkait"))
    }

    @Test func `a decision holds at once and is taken back from the person's page`() async throws {
        let pairs = try await PairSite()
        let ratna = try await pairs.reader("ratna", "manager")
        let done = try await pairs.decide(1, (0, 1), "sama", ratna, key: "k1")
        #expect(done.status == 303)
        #expect(
            location(done).hasPrefix("/kerja/pasangan/") && location(done).contains("putusan=1"))
        let next = try await pairs.get(location(done), ratna)
        #expect(next.status == 200 && next.text.contains("Tersimpan."))
        // Sent twice, it is one decision.
        #expect(try await pairs.decide(1, (0, 1), "sama", ratna, key: "k1").status == 303)
        let links = try await pairs.city.city.linkDecisions(in: .city, limit: 9)
        #expect(links.map(\.id) == [1])
        let old = try await pairs.get("/kerja/peserta/\(PairSite.numbers[1].text)", ratna)
        #expect(old.status == 303)
        let person = try await pairs.get(location(old), ratna)
        #expect(person.text.contains("/kerja/pasangan/putusan/1/batal"))
        let undone = try await pairs.post(
            "/kerja/pasangan/putusan/1/batal", ratna,
            ["kunci": "u1", "orang": PairSite.numbers[0].text])
        #expect(location(undone) == "/kerja/peserta/\(PairSite.numbers[0].text)")
        let back = try await pairs.get("/kerja/peserta/\(PairSite.numbers[1].text)", ratna)
        #expect(back.status == 200)
        #expect(try await pairs.city.city.checkCounts() == [])
    }

    @Test func `the second of two sees who was first, and may replace it`() async throws {
        let pairs = try await PairSite()
        let ratna = try await pairs.reader("ratna", "manager")
        let dani = try await pairs.reader("dani", "manager")
        #expect(try await pairs.decide(1, (0, 1), "beda", dani).status == 303)
        let late = try await pairs.decide(1, (0, 1), "sama", ratna)
        #expect(late.status == 409)
        for words in [
            "Pasangan ini baru saja diputuskan Dani", "Dua orang, oleh Dani",
            "Keputusan Anda (Satu orang) belum disimpan.", "Pakai keputusan Dani",
            "Ganti dengan keputusan saya", "name=\"dilihat\" value=\"1\"",
        ] {
            #expect(late.text.contains(words), "\(words)")
        }
        #expect(try await pairs.decide(1, (0, 1), "sama", ratna, seen: 1).status == 303)
        let second = PairSite.numbers[1]
        let current = try await pairs.city.city.currentNumber(of: second, in: .city)
        #expect(current == PairSite.numbers[0])
    }

    @Test func `a row is parted from a person`() async throws {
        let pairs = try await PairSite()
        let yuni = try await pairs.reader("yuni", "village-operator", areas: [PairSite.villages[0]])
        let address = "/kerja/peserta/\(PairSite.numbers[0].text)"
        #expect(try await pairs.get(address, yuni).text.contains("value=\"2-2\""))
        let done = try await pairs.post("\(address)/pisah", yuni, ["baris": "2-2", "kunci": "a"])
        #expect(done.status == 303 && location(done) == address)
        #expect(try await pairs.get(address, yuni).text.contains("Baris dipisahkan"))
        let decided = try await pairs.get("/kerja/pasangan?status=putus", yuni)
        #expect(decided.text.contains("Baris dipisahkan"))
        let other = "/kerja/peserta/\(PairSite.numbers[2].text)/pisah"
        #expect(
            try await pairs.post(other, yuni, ["baris": "2-4", "kunci": "b"]).status == 404)
        #expect(try await pairs.city.city.checkCounts() == [])
    }

    @Test func `a form without the token of the session changes nothing`() async throws {
        let pairs = try await PairSite()
        let ratna = try await pairs.reader("ratna", "manager")
        let forged = PairSite.Reader(cookie: ratna.cookie, csrf: "x")
        #expect(try await pairs.decide(1, (0, 1), "sama", forged).status == 409)
        #expect(try await pairs.city.city.linkDecisions(in: .city, limit: 9).isEmpty)
    }
}
