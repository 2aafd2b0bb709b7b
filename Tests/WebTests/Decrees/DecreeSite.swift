import Civic
import HTTPTypes
import Jamsostek
import Office
import Programme
import Store
import Testing

@testable import Web

/// A site on which a wave waits for its decree, with two managers and the insurer's liaison.
struct DecreeSite {
    let site: TestSite
    let store: TestCity

    /// One of the 108 people is dead by the civil registry's list; 105 live in one kelurahan.
    init() async throws {
        store = try await TestCity()
        site = try TestSite(store)
        try await store.city.importRun(DecreeSite.run(), by: DecreeSite.act("run"))
        for (login, role) in [
            ("ratna", "manager"), ("lukman", "manager"), ("reza", "insurer-liaison"),
        ] {
            try await store.city.createAccount(
                NewAccount(
                    login: login, name: login, role: role, agency: nil, areas: [],
                    password: "rahasia-sekali-1"), by: DecreeSite.act(nil))
        }
        let january = Month(year: 2026, month: 1)
        try await store.city.openFund(
            Fund(
                id: "apbd-2026", source: .apbd, title: "APBD 2026", payer: "Kota",
                workerGroup: "W1", months: january...(january + 11)), by: DecreeSite.act(nil))
        try await store.city.allot(
            Rupiah(100_000_000), to: "apbd-2026", note: "DPA", key: "1", by: DecreeSite.act(nil))
        try await insertWave(january)
    }

    static func act(_ key: String?) -> Act { Act(actor: "test", at: .now(), key: key) }

    static let people = (0..<108).map { serial -> ImportedPerson in
        var person = ImportedPerson(
            number: PersonNumber(prefix: "BKS", serial: serial), name: "NAMA\(serial) CONTOH",
            standing: serial == 5 ? .refused : .selected)
        person.nik = NIK(digits: 3_275_010_101_900_001 + UInt64(serial))
        person.place = PlaceCode(serial < 105 ? "32.75.01.1001" : "32.75.01.1002")
        (person.rt, person.rw) = (3, 11)
        person.occupation = "online_ojek"
        if serial == 5 {
            person.reasons = ["A13"]
            person.verdicts = [
                RuleVerdict(
                    rule: "alive", mark: .failed, datum: "dead", agency: "dukcapil",
                    day: Day(iso: "2026-03-12"))
            ]
        } else {
            (person.rank, person.fund) = (serial + 1, "apbd")
        }
        return person
    }

    private static func run() -> ImportRun {
        ImportRun(
            settings: RunSettings(
                asOf: Sample.day, ruleVersion: "x", seed: 1, plan: "{}", summary: "{}"),
            deliveries: [], pairs: []
        ) { add throws(Problem) in
            for person in people { try add(person) }
        }
    }

    private func insertWave(_ january: Month) async throws {
        let (first, last) = (january.number, (january + 11).number)
        try await store.tamper(
            """
            INSERT INTO wave (id, title, quota, first_month, months, state, seed, digest,
            frozen_at, actor, at, version) VALUES (1, 'Gelombang 1', 108, \(first), 12, 'frozen',
            '1', 'x', 1, 'ratna', 1, 1)
            """)
        for (place, person) in Self.people.enumerated() {
            let number = person.number.text
            try await store.tamper(
                """
                INSERT INTO wave_place (wave_id, place, number, hazard, draw, standing,
                village_place) VALUES (1, \(place + 1), '\(number)', 1, '0', 'chosen', 1)
                """)
            try await store.tamper(
                """
                INSERT INTO wave_funding (wave_id, number, first_month, last_month, fund)
                VALUES (1, '\(number)', \(first), \(last), 'apbd-2026')
                """)
        }
    }

    /// Signed in through the store: how people sign in is tested elsewhere.
    func browser(_ login: String) async throws -> RoundSite.Browser {
        let account = try #require(try await store.city.account(login: login))
        let started = try await store.city.startSession(
            for: account, until: .now() + 3_600_000, by: DecreeSite.act(nil))
        return RoundSite.Browser(
            site: site, cookie: "\(Visitor.sessionCookie)=\(started.token)",
            csrf: started.session.csrf)
    }

    /// The address of the draft.
    func draft(_ browser: RoundSite.Browser) async throws -> String {
        let answer = try await browser.post("/kerja/sk", "gelombang=1&kunci=k1")
        #expect(answer.status == 303)
        return try #require(answer.headers[.location])
    }

    /// With everybody who cannot be determined left out, and put to signature.
    func signing(_ browser: RoundSite.Browser) async throws -> String {
        let path = try await draft(browser)
        _ = try await browser.post("\(path)/orang", "temuan=dead&kata=keluar&alasan=Wafat&kunci=o")
        #expect(try await browser.post("\(path)/mulai", "kunci=m").status == 303)
        return path
    }

    /// Signed off by both in turn.
    func signed(_ browser: RoundSite.Browser, _ other: RoundSite.Browser) async throws -> String {
        let path = try await signing(browser)
        for turn in site.app.facts.region.decrees.steps.indices {
            let signer = turn % 2 == 0 ? other : browser
            let page = try await signer.get(path)
            let digest = try #require(page.text.firstMatch(of: /name="sidik" value="([0-9a-f]+)"/))
            let answer = try await signer.post("\(path)/paraf", "sidik=\(digest.1)&kunci=p\(turn)")
            #expect(answer.status == 303)
        }
        return path
    }

    func count(_ table: String) async throws -> Int {
        try await store.engine.read { reader throws(Problem) in
            try reader.integer("SELECT COUNT(*) FROM \(table)")
        }
    }
}
