import Civic
import Foundation
import HTTPTypes
import Office
import Programme
import Store
import Testing

@testable import Web

/// A site with a few candidates, and accounts of several agencies.
struct AnswerSite {
    struct Login {
        let cookie: String
        let csrf: String
    }

    static let village = PlaceCode("32.75.01.1001")
    let site: TestSite
    let store: TestCity
    /// Drivers the transport office is asked about, then a tailor of whom nobody is asked.
    let numbers: [PersonNumber]

    /// The digits of the first driver's NIK.
    static let nik: UInt64 = 3_275_010_101_900_001

    init() async throws {
        store = try await TestCity()
        site = try TestSite(store)
        let people = AnswerSite.people
        numbers = people.map(\.number)
        let policy = site.app.facts.region.verification
        let today = Day.jakarta(at: .now())
        let run = ImportRun(
            settings: RunSettings(
                asOf: today, ruleVersion: "x", seed: 1, plan: "{}", summary: "{\"rows\":1}"),
            deliveries: [], pairs: [],
            verification: VerificationTerms(policy: policy, due: today + 7)
        ) { add throws(Problem) in for person in people { try add(person) } }
        try await store.city.importRun(run, by: Act(actor: "test", at: .now()))
    }

    private static var people: [ImportedPerson] {
        ["SITI AMINAH", "BUDI SANTOSO", "AGUS SETIAWAN", "DEWI LESTARI"].enumerated().map {
            serial, name in
            var person = ImportedPerson(
                number: PersonNumber(prefix: "BKS", serial: serial), name: name,
                standing: .selected)
            person.birth = Day(year: 1990, month: 1, day: 1)
            person.nik = NIK(digits: nik + UInt64(serial))
            person.place = village
            person.decile = 3
            person.rank = serial + 1
            person.fund = "apbd"
            person.occupation = serial < 3 ? "base_ojek" : "tailor"
            person.lane = .ready
            return person
        }
    }

    func login(
        _ login: String, _ role: String, agency: String? = nil, areas: [PlaceCode] = []
    ) async throws -> Login {
        let account = try await store.city.createAccount(
            NewAccount(
                login: login, name: login, role: role, agency: agency, areas: areas,
                password: "kata-sandi-\(login)"), by: Act(actor: "test", at: .now()))
        let started = try await store.city.startSession(
            for: account, until: .now() + 3_600_000, by: Act(actor: login, at: .now()))
        return Login(
            cookie: "\(Visitor.sessionCookie)=\(started.token)", csrf: started.session.csrf)
    }

    func get(_ path: String, _ login: Login) async throws -> TestSite.Answer {
        try await site.ask(path, ["Cookie": login.cookie])
    }

    func post(
        _ path: String, _ fields: [String: String], _ login: Login, csrf: String? = nil
    ) async throws -> TestSite.Answer {
        let pairs = (fields.merging(["csrf": csrf ?? login.csrf]) { given, _ in given }).map {
            "\($0.key)=\($0.value)"
        }
        return try await site.ask(
            path, ["Cookie": login.cookie, "Content-Type": "application/x-www-form-urlencoded"],
            method: .post, form: pairs.joined(separator: "&"))
    }

    func upload(
        _ fields: [String: String], file: String? = nil, _ login: Login
    ) async throws -> TestSite.Answer {
        var parts = fields.merging(["csrf": login.csrf]) { given, _ in given }.map {
            "--x\r\nContent-Disposition: form-data; name=\"\($0.key)\"\r\n\r\n\($0.value)\r\n"
        }
        if let file {
            parts.append(
                "--x\r\nContent-Disposition: form-data; name=\"berkas\"; filename=\"a.csv\"\r\n"
                    + "Content-Type: text/csv\r\n\r\n\(file)\r\n")
        }
        return try await site.ask(
            "/kerja/acuan",
            ["Cookie": login.cookie, "Content-Type": "multipart/form-data; boundary=x"],
            method: .post, form: parts.joined() + "--x--\r\n")
    }

    func confirmations() async throws -> Int {
        try await store.engine.read { reader throws(Problem) in
            try reader.integer("SELECT COUNT(*) FROM confirmation")
        }
    }
}
