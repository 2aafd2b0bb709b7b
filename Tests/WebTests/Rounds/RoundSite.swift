import Civic
import HTTPTypes
import Office
import Programme
import Store
import Testing

@testable import Web

/// A site with two kelurahan, an operator in each, and candidates who wait in one RW.
struct RoundSite {
    static let here = "32.75.01.1001"
    static let there = "32.75.01.1002"

    let site: TestSite
    let store: TestCity

    init() async throws {
        store = try await TestCity()
        site = try TestSite(store)
        try await store.city.importRun(RoundSite.run(site.app.facts), by: RoundSite.act("run"))
        for (login, area) in [("yuni", RoundSite.here), ("dani", RoundSite.there)] {
            try await store.city.createAccount(
                NewAccount(
                    login: login, name: login, role: "village-operator",
                    areas: [PlaceCode(area)].compactMap(\.self), password: "rahasia-sekali-1"),
                by: RoundSite.act(nil))
        }
    }

    static func act(_ key: String?) -> Act { Act(actor: "test", at: .now(), key: key) }

    private static func run(_ facts: CityFacts) -> ImportRun {
        let people = (0..<6).map { serial -> ImportedPerson in
            var person = ImportedPerson(
                number: PersonNumber(prefix: "BKS", serial: serial), name: "NAMA\(serial) CONTOH",
                standing: .review)
            person.nik = NIK(digits: 3_275_010_101_900_001 + UInt64(serial))
            person.reasons = ["A7"]
            person.place = PlaceCode(here)
            (person.rt, person.rw) = (1, serial < 5 ? 11 : 12)
            person.occupation = "street_vendor"
            person.decile = 3
            person.lane = .look
            return person
        }
        let day = Sample.day
        return ImportRun(
            settings: RunSettings(
                asOf: day, ruleVersion: "x", seed: 1, plan: "{}", summary: "{}"),
            deliveries: [], pairs: [],
            verification: VerificationTerms(policy: facts.region.verification, due: day)
        ) { add throws(Problem) in
            for person in people { try add(person) }
        }
    }

    // MARK: Staff

    /// A browser in which somebody is signed in.
    struct Browser {
        let site: TestSite
        let cookie: String
        let csrf: String

        func get(_ path: String) async throws -> TestSite.Answer {
            try await site.ask(path, ["Cookie": cookie])
        }

        func post(
            _ path: String, _ form: String, token: String? = nil
        ) async throws -> TestSite.Answer {
            try await site.ask(
                path, ["Cookie": cookie], method: .post,
                form: "csrf=\(token ?? csrf)&\(form)")
        }
    }

    /// Signed in through the store: how people sign in is tested elsewhere.
    func browser(_ login: String) async throws -> Browser {
        let account = try #require(try await store.city.account(login: login))
        let started = try await store.city.startSession(
            for: account, until: .now() + 3_600_000, by: RoundSite.act(nil))
        return Browser(
            site: site, cookie: "\(Visitor.sessionCookie)=\(started.token)",
            csrf: started.session.csrf)
    }

    /// The address of a list for RW 011.
    func makeRound(_ browser: Browser, key: String = "k1") async throws -> String {
        let answer = try await browser.post(
            "/kerja/konfirmasi-rw", "kel=bekasijaya&rw=11&saksi=Suparman&kunci=\(key)")
        #expect(answer.status == 303)
        return try #require(answer.headers[.location])
    }

    /// The path and the code of a new link.
    func makeLink(
        _ round: String, _ browser: Browser, key: String = "k2"
    ) async throws -> (path: String, code: String) {
        let answer = try await browser.post("\(round)/tautan", "kunci=\(key)")
        #expect(answer.status == 200)
        let path = try #require(
            answer.text.firstMatch(of: /value="http:\/\/sigap.test(\/k\/[^"]+)"/))
        let code = try #require(answer.text.firstMatch(of: /"kode-besar">([0-9]{4})</))
        return (String(path.1), String(code.1))
    }

    // MARK: An RW

    /// A phone in which the link is open.
    func phone(_ link: (path: String, code: String)) async throws -> Browser {
        let answer = try await site.ask(
            "\(link.path)/kode", method: .post, form: "kode=\(link.code)")
        let session = try #require(answer.cookie("sigap_rw"))
        let cookie = "sigap_rw=\(session)"
        let list = try await site.ask(link.path, ["Cookie": cookie])
        let csrf = try #require(list.text.firstMatch(of: /name="csrf" value="([^"]+)"/))
        return Browser(site: site, cookie: cookie, csrf: String(csrf.1))
    }

    func count(_ table: String) async throws -> Int {
        try await store.engine.read { reader throws(Problem) in
            try reader.integer("SELECT COUNT(*) FROM \(table)")
        }
    }
}
