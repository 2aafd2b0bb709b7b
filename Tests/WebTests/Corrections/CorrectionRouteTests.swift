import Civic
import Foundation
import HTTPTypes
import Programme
import Testing

@testable import Office
@testable import Store
@testable import Web

/// Requests to correct data, asked through the real router.
@Suite struct CorrectionRouteTests {
    private static let village = PlaceCode("32.75.01.1001")
    private static let elsewhere = PlaceCode("32.75.02.1001")

    /// A city of four people: one refused by decile and one whom nobody may see, each on a list.
    private struct City {
        let site: TestSite
        let region: Region

        init() async throws {
            let store = try await TestCity()
            site = try TestSite(store)
            region = site.app.desk.region
            try await store.city.importRun(
                run(), by: Act(actor: "test", at: .now()))
            for (login, role, agency, areas) in [
                ("ratna", "manager", nil, []), ("yuni", "village-operator", nil, [village]),
                ("dani", "village-operator", nil, [elsewhere]),
                ("dtsen", "verifier", "dtsen", []), ("hendra", "verifier", "dishub", []),
                ("intan", "auditor", nil, []),
            ] as [(String, String, String?, [PlaceCode?])] {
                try await store.city.createAccount(
                    NewAccount(
                        login: login, name: login, role: role, agency: agency,
                        areas: areas.compactMap { $0 }, password: "rahasia-sekali-1"),
                    by: Act(actor: "test", at: .now()))
            }
        }

        private func run() -> ImportRun {
            let asOf = Day(number: 20_397)
            let people = (0..<4).map { person($0, asOf) }
            let deliveries = ["dishub", "dtsen"].map { agency in
                ImportedDelivery(
                    source: agency, file: "\(agency).csv", agency: agency, digest: "00",
                    read: 4, linked: 4, rejected: 0, idle: 0, dataDay: asOf + -3, faults: [:],
                    warnings: [])
            }
            return ImportRun(
                settings: RunSettings(
                    asOf: asOf, ruleVersion: region.ruleVersion, seed: 1, plan: "", summary: ""),
                deliveries: deliveries, pairs: [],
                verification: VerificationTerms(policy: region.verification, due: asOf + 7),
                rejudging: Rejudging(
                    eligibility: Eligibility(
                        rules: region.rules, asOf: asOf, occupations: region.occupations),
                    occupations: region.occupations)
            ) { add throws(Problem) in
                for person in people { try add(person) }
            }
        }

        private func person(_ serial: Int, _ asOf: Day) -> ImportedPerson {
            var person = ImportedPerson(
                number: number(serial), name: ["SITI", "BUDI", "AGUS", "DEWI"][serial] + " REKAAN",
                standing: .refused)
            person.nik = NIK("327501450790000\(serial + 1)")
            person.birth = Day(iso: "1990-07-05")
            person.place = serial < 2 ? village : elsewhere
            person.occupation = "online_ojek"
            person.decile = 8
            person.reasons = ["A3"]
            person.lane = .no
            let data = [
                "nik", "registered", "35", "8", "sector:online_ojek", "registered", nil, nil, nil,
                nil,
            ]
            person.verdicts = zip(region.rules, data).map { rule, datum in
                RuleVerdict(
                    rule: rule.kind.rawValue, mark: rule.kind == .decile ? .failed : .met,
                    datum: datum, agency: rule.kind == .decile ? "dtsen" : "dukcapil", day: nil)
            }
            person.rows = (0..<2).map { list in
                ImportedRow(
                    delivery: list, record: serial + 1, name: person.name, birth: person.birth,
                    nik: person.nik, link: .certain, weight: 0)
            }
            return person
        }

        func number(_ serial: Int) -> PersonNumber {
            PersonNumber(prefix: region.personNumberPrefix, serial: serial)
        }

        /// A browser in which somebody is signed in.
        func visitor(_ login: String) async throws -> Visitor {
            let started = try #require(
                try await site.app.desk.signIn(login: login, password: "rahasia-sekali-1"))
            return Visitor(
                site: site, cookie: "sigap_sesi=\(started.token)", csrf: started.session.csrf)
        }
    }

    private struct Visitor {
        let site: TestSite
        let cookie: String
        let csrf: String

        func open(_ path: String) async throws -> TestSite.Answer {
            try await site.ask(path, ["Cookie": cookie])
        }

        func send(
            _ path: String, _ fields: String, csrf: String? = nil
        ) async throws -> TestSite.Answer {
            try await site.ask(
                path, ["Cookie": cookie], method: .post,
                form: "csrf=\(csrf ?? self.csrf)&\(fields)")
        }

        func ask(_ number: PersonNumber, _ fields: String) async throws -> String {
            let answer = try await send("/kerja/peserta/\(number)/perbaikan", fields)
            #expect(answer.status == 303, "\(answer.text)")
            return try #require(answer.headers[.location])
        }
    }

    @Test func `the letter says what the card says, and never the decile`() async throws {
        let city = try await City()
        let yuni = try await city.visitor("yuni")
        let path = "/kerja/peserta/\(city.number(0))"
        #expect(try await yuni.open(path).text.contains("href=\"\(path)/surat.pdf\""))
        let letter = try await yuni.open("\(path)/surat.pdf")
        #expect(letter.isPaper("surat-pemberitahuan-\(city.number(0)).pdf"))
        let pages = try await PDFText(letter.bytes).pages
        let words = pages.joined().split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(pages.count == 1)
        for part in [
            "SITI REKAAN", "Anda belum dapat menjadi penerima bantuan iuran",
            "Data kesejahteraan keluarga Anda di luar kelompok penerima.",
            "Dinas Sosial (DTSEN)", "2 November 2025", "ajukan sanggahan", "gratis",
        ] {
            #expect(words.contains(part), "\(part)")
        }
        #expect(!words.contains("esil 8") && !words.contains("3275014507900001"))
        let foreign = "/kerja/peserta/\(city.number(2))/surat.pdf"
        #expect(try await yuni.open(foreign).status == 404)
        // An agency does not know who is a member, and tells nobody.
        let agency = try await city.visitor("dtsen")
        #expect(try await agency.open("\(path)/surat.pdf").status == 404)
        #expect(try await !agency.open(path).text.contains("surat.pdf"))
    }

    @Test func `the card tells reason, source, day and office, and never the decile`() async throws
    {
        let city = try await City()
        let yuni = try await city.visitor("yuni")
        let card = try await yuni.open("/kerja/peserta/\(city.number(0))/alasan")
        #expect(card.status == 200)
        for words in [
            "<h1>Anda belum memenuhi syarat</h1>", "SITI REKAAN",
            "Data kesejahteraan keluarga Anda di luar kelompok penerima.",
            "data kesejahteraan keluarga", "Dinas Sosial (DTSEN)", "cekbansos.kemensos.go.id",
            "2 November 2025", "Ajukan sanggahan sampai", "Belum diperiksa kelurahan",
        ] {
            #expect(card.text.contains(words), "\(words)")
        }
        for secret in ["desil", "Desil", "BUDI", "3275014507900001"] {
            #expect(!card.text.contains(secret), "\(secret)")
        }
        // Somebody else's person is nobody.
        #expect(try await yuni.open("/kerja/peserta/\(city.number(2))/alasan").status == 404)
        #expect(try await yuni.open("/kerja/peserta/\(city.number(2))/perbaikan").status == 404)
        let answer = try await city.site.ask("/kerja/peserta/\(city.number(0))/alasan")
        #expect(answer.status == 303)
    }

    @Test func `a request is asked, answered, and changes the result`() async throws {
        let city = try await City()
        let (yuni, dtsen) = (try await city.visitor("yuni"), try await city.visitor("dtsen"))
        let fields = "data=decile&nilai=3&bukti=letter&kunci=kunci-satu"
        let address = try await yuni.ask(city.number(0), fields)
        // The same form sent twice is one request.
        #expect(try await yuni.ask(city.number(0), fields) == address)
        let page = try await dtsen.open(address)
        #expect(page.status == 200 && page.text.contains("Simpan data yang benar"))
        #expect(!(try await yuni.open(address)).text.contains("Simpan data yang benar"))
        let again = try await dtsen.send(
            "\(address)/jawab", "hasil=terima&nilai=&versi=1&kunci=kunci-tiga")
        #expect(again.status == 422 && again.text.contains("Isian belum lengkap"))
        let done = try await dtsen.send(
            "\(address)/jawab", "hasil=terima&nilai=3&versi=1&kunci=kunci-dua")
        #expect(done.status == 303)
        let late = try await dtsen.send(
            "\(address)/jawab", "hasil=tolak&alasan=record-right&versi=1&kunci=kunci-empat")
        #expect(late.status == 422 && late.text.contains("baru saja dijawab orang lain"))
        let person = try await yuni.open("/kerja/peserta/\(city.number(0))")
        #expect(person.text.contains("Layak, menunggu kuota"))
        #expect(person.text.contains("perbaikan PRB-") && person.text.contains("Diperbaiki"))
        #expect(try await city.site.store.city.checkCounts().isEmpty)
        #expect(try await city.site.store.city.verifyJournal().fault == nil)
    }

    @Test func `who has nothing to do with a request does not see it`() async throws {
        let city = try await City()
        let yuni = try await city.visitor("yuni")
        let own = try await yuni.ask(
            city.number(0), "data=decile&nilai=3&bukti=letter&kunci=kunci-satu")
        let work = try await yuni.ask(
            city.number(1), "data=occupation&nilai=online_ojek&bukti=letter&kunci=kunci-dua")
        let receipts = [own, work].map { String($0.split(separator: "/").last ?? "") }
        for (login, seen) in [
            ("ratna", [true, true]), ("yuni", [true, true]), ("dani", [false, false]),
            ("dtsen", [true, false]), ("hendra", [false, true]),
        ] {
            let visitor = try await city.visitor(login)
            let list = try await visitor.open("/kerja/perbaikan")
            for (receipt, isSeen) in zip(receipts, seen) {
                let path = "/kerja/perbaikan/\(receipt)"
                #expect(list.text.contains(receipt) == isSeen, "\(login) \(receipt)")
                #expect(
                    try await visitor.open(path).status == (isSeen ? 200 : 404), "\(login)")
                guard !isSeen else { continue }
                let answer = try await visitor.send(
                    "\(path)/jawab", "hasil=tolak&alasan=record-right&versi=1&kunci=kunci-lima")
                #expect(answer.status == 404, "\(login)")
            }
        }
        let auditor = try await city.visitor("intan")
        #expect(try await auditor.open("/kerja/perbaikan").status == 403)
        #expect(try await auditor.open("/kerja/peserta/\(city.number(0))/perbaikan").status == 403)
        #expect(try await auditor.open("/kerja/peserta/\(city.number(0))/alasan").status == 200)
        // Nobody answered anything.
        let record = try await city.site.store.city.corrections(of: city.number(0), in: .city)
        #expect(record.map(\.version) == [1])
    }

    @Test func `a form without the token, or about nobody, changes nothing`() async throws {
        let city = try await City()
        let yuni = try await city.visitor("yuni")
        let path = "/kerja/peserta/\(city.number(0))/perbaikan"
        let fields = "data=decile&nilai=3&bukti=letter&kunci=kunci-satu"
        #expect(try await yuni.send(path, fields, csrf: "salah").status == 409)
        let other = "/kerja/peserta/\(city.number(2))/perbaikan"
        #expect(try await yuni.send(other, fields).status == 404)
        for wrong in [
            "data=decile&nilai=11&bukti=letter&kunci=kunci-satu",
            "data=decile&nilai=3&kunci=kunci-satu",
            "data=birth&hari=31&bulan=2&tahun=1990&bukti=letter&kunci=kunci-satu",
        ] {
            #expect(try await yuni.send(path, wrong).status == 422, "\(wrong)")
        }
        #expect(
            try await yuni.send(
                path, "data=occupation&nilai=raja&bukti=letter&kunci=kunci-satu"
            ).status == 400)
        for wrong in ["data=rahasia&nilai=3&bukti=letter&kunci=kunci-satu", "data=decile&nilai=3"] {
            #expect(try await yuni.send(path, wrong).status == 404, "\(wrong)")
        }
        #expect(try await city.site.store.city.corrections(of: city.number(0), in: .city).isEmpty)
        let address = try await yuni.ask(city.number(0), fields)
        let answer = try await city.visitor("dtsen").send(
            "\(address)/jawab", "hasil=terima&nilai=3&versi=1&kunci=kunci-dua", csrf: "salah")
        #expect(answer.status == 409)
        // What was typed is in no address and in no line of the log.
        #expect(!city.site.lines.all.contains { $0.contains("SITI") })
    }
}
