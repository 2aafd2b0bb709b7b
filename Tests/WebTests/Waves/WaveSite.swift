import Civic
import HTTPTypes
import Office
import Programme
import Store
import Testing

@testable import Web

/// A site with verified candidates in two kelurahan, and everybody who works with waves.
struct WaveSite {
    static let villages = ["32.75.01.1001", "32.75.01.1002"]

    let site: TestSite
    let store: TestCity

    init(people: Int = 90) async throws {
        store = try await TestCity()
        site = try TestSite(store)
        try await store.city.importRun(
            WaveSite.run(people, site.app.facts), by: RoundSite.act("run"))
        try await store.tamper(
            """
            UPDATE verification_case SET state = 'approved', standing = 'verified', work = 'known'
            """)
        for (login, role) in [
            ("ratna", "manager"), ("sari", "finance"), ("intan", "auditor"),
            ("yuni", "village-operator"),
        ] {
            try await store.city.createAccount(
                NewAccount(
                    login: login, name: login, role: role, areas: [],
                    password: "rahasia-sekali-1"), by: RoundSite.act(nil))
        }
    }

    private static func run(_ count: Int, _ facts: CityFacts) -> ImportRun {
        let people = (0..<count).map { serial -> ImportedPerson in
            var person = ImportedPerson(
                number: PersonNumber(prefix: "BKS", serial: serial), name: "NAMA\(serial) CONTOH",
                standing: .waiting)
            person.nik = NIK(digits: 3_275_010_101_900_001 + UInt64(serial))
            person.place = PlaceCode(villages[serial % 3 == 0 ? 1 : 0])
            person.rank = serial + 1
            person.waitingPlace = serial + 1
            person.occupation = serial % 2 == 0 ? "online_ojek" : "street_vendor"
            person.decile = serial % 5 + 1
            person.proposed = serial % 7 == 0 ? nil : Sample.day + -(serial % 4)
            person.lane = .ready
            return person
        }
        return ImportRun(
            settings: RunSettings(
                asOf: Sample.day, ruleVersion: "x", seed: 1, plan: "{}", summary: "{}"),
            deliveries: [], pairs: [],
            verification: VerificationTerms(
                policy: facts.region.verification, due: Sample.day)
        ) { add throws(Problem) in
            for person in people { try add(person) }
        }
    }

    /// A browser in which somebody is signed in.
    func browser(_ login: String) async throws -> RoundSite.Browser {
        let account = try #require(try await store.city.account(login: login))
        let started = try await store.city.startSession(
            for: account, until: .now() + 3_600_000, by: RoundSite.act(nil))
        return RoundSite.Browser(
            site: site, cookie: "\(Visitor.sessionCookie)=\(started.token)",
            csrf: started.session.csrf)
    }

    /// A fund of the city with money.
    func openFund(_ browser: RoundSite.Browser, _ money: String = "2.000.000.000") async throws {
        let opened = try await browser.post(
            "/kerja/dana",
            "aksi=buka&kunci=f1&sumber=apbd&nama=APBD+2026&pemberi=Kota&wadah=NPW-1"
                + "&mulai=2026-01&sampai=2026-12")
        #expect(opened.status == 303)
        let noted = try await browser.post(
            "/kerja/dana",
            "aksi=alokasi&kunci=f2&alokasi-dana=apbd-2026&jumlah=\(money)&dokumen=DPA+12")
        #expect(noted.status == 303)
    }

    /// The address of a wave.
    func makeWave(_ browser: RoundSite.Browser, quota: Int = 40) async throws -> String {
        let made = try await browser.post(
            "/kerja/gelombang",
            "kunci=w1&nama=Gelombang+1&kuota=\(quota)&mulai=2026-01&lama=12&dana1=apbd-2026")
        #expect(made.status == 303)
        return try #require(made.headers[.location])
    }

    func freeze(_ wave: String, _ browser: RoundSite.Browser) async throws {
        let frozen = try await browser.post(wave, "aksi=bekukan&versi=1&kunci=z1")
        #expect(frozen.status == 303)
        #expect(frozen.headers[.location] == "\(wave)/urutan")
    }
}
