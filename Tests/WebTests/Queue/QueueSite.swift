import Civic
import Foundation
import HTTPTypes
import Office
import Programme
import Store

@testable import Web

/// A site with candidates of two villages, and somebody signed in.
struct QueueSite {
    static let here = PlaceCode("32.75.01.1001")
    static let there = PlaceCode("32.75.01.1002")

    let site: TestSite
    let policy: VerificationPolicy

    init() async throws {
        site = try TestSite(try await TestCity())
        policy = site.app.facts.region.verification
        for (login, village) in [
            ("yuni", QueueSite.here), ("dani", QueueSite.here), ("tini", QueueSite.there),
        ] {
            try await site.store.city.createAccount(
                NewAccount(
                    login: login, name: login.capitalized, role: "village-operator",
                    areas: village.map { [$0] } ?? [], password: "rahasia-sekali-1"),
                by: Act(actor: "test", at: .now()))
        }
        let people = QueueSite.people
        let day = Day.jakarta(at: .now())
        try await site.store.city.importRun(
            ImportRun(
                settings: RunSettings(
                    asOf: day, ruleVersion: "x", seed: 1, plan: "{}", summary: "{}"),
                deliveries: [], pairs: [],
                verification: VerificationTerms(policy: policy, due: day + 7)
            ) { add throws(Problem) in
                for person in people { try add(person) }
            }, by: Act(actor: "test", at: .now()))
    }

    /// Ten here, of whom four are to be looked at, and two there.
    static let people: [ImportedPerson] = (0..<12).map { serial in
        let isReady = serial % 5 < 3
        var person = ImportedPerson(
            number: PersonNumber(prefix: "BKS", serial: serial),
            name: "\(["SITI", "BUDI", "NUR"][serial % 3]) \(["AMINAH", "SANTOSO"][serial % 2])",
            standing: isReady ? .waiting : .review)
        person.place = serial < 10 ? here : there
        person.nik = NIK("32750105079000\(10 + serial)")
        (person.rt, person.rw) = (3, serial % 2 == 0 ? 11 : nil)
        person.lane = isReady ? .ready : .look
        person.rank = isReady ? serial + 1 : nil
        person.reasons = isReady ? [] : ["A7"]
        return person
    }

    static func number(_ serial: Int) -> String { PersonNumber(prefix: "BKS", serial: serial).text }

    /// A browser in which this account is signed in.
    func signIn(_ login: String) async throws -> Browser {
        let form = try await site.ask("/masuk")
        let formToken = form.cookie("sigap_form") ?? ""
        let answer = try await site.ask(
            "/masuk", ["Cookie": "sigap_form=\(formToken)"], method: .post,
            form: "pengguna=\(login)&sandi=rahasia-sekali-1&csrf=\(formToken)")
        var browser = Browser(site: site, cookie: "sigap_sesi=\(answer.cookie("sigap_sesi") ?? "")")
        let page = try await browser.get("/kerja/antrean/tombol").text
        browser.token =
            page.firstMatch(of: /name="csrf" value="([^"]+)"/).map { String($0.1) } ?? ""
        return browser
    }

    struct Browser {
        let site: TestSite
        let cookie: String
        var token = ""

        func get(_ path: String) async throws -> TestSite.Answer {
            try await site.ask(path, ["Cookie": cookie])
        }

        func post(
            _ path: String, _ fields: String, json: Bool = false
        ) async throws -> TestSite.Answer {
            try await site.ask(
                path, ["Cookie": cookie, "Accept": json ? "application/json" : "text/html"],
                method: .post, form: "csrf=\(token)&\(fields)")
        }

        /// The fields of a JSON answer.
        func send(_ path: String, _ fields: String) async throws -> (Int, [String: String]) {
            let answer = try await post(path, fields, json: true)
            let read = try JSONDecoder().decode(
                [String: String].self, from: Data(answer.text.utf8))
            return (answer.status, read)
        }
    }

    func events(_ serial: Int) async throws -> [CaseEvent] {
        try await site.store.city.caseEvents(
            about: PersonNumber(prefix: "BKS", serial: serial), in: .city)
    }
}
