import Civic
import Foundation
import HTTPTypes
import Office
import Store
import Testing

@testable import Web

/// A site with a few people in it, and staff who are signed in.
struct PairSite {
    let city: TestCity
    let site: TestSite

    static let villages = ["32.75.01.1001", "32.75.01.1002"].compactMap { PlaceCode($0) }
    static let numbers = (0..<4).map { PersonNumber(prefix: "BKS", serial: $0) }

    /// Somebody's browser.
    struct Reader {
        let cookie: [String: String]
        let csrf: String
    }

    /// Two in the first village, then one in each; pairs 1 (both in one), 2 and 3 (one in each).
    init() async throws {
        city = try await TestCity()
        site = try TestSite(city)
        try await city.city.importRun(PairSite.run, by: Act(actor: "test", at: .now()))
    }

    private static var run: ImportRun {
        let people = numbers.enumerated().map { place, number in
            var person = ImportedPerson(
                number: number, name: ["Siti Aminah", "Siti Aminnah", "Siti Amina", "Budi"][place],
                standing: .waiting)
            person.birth = Day(year: 1990, month: 7, day: 5)
            person.nik = NIK(digits: 3_275_014_507_900_001 + UInt64(place))
            person.motherName = place == 3 ? nil : "IBUNDA RAHASIA"
            person.place = villages[place < 2 ? 0 : 1]
            person.rank = place + 1
            person.waitingPlace = place + 1
            person.rows = (0...1).map { list in
                ImportedRow(
                    delivery: list, record: place + 2, name: person.name, birth: person.birth,
                    nik: list == 0 ? person.nik : nil, link: .certain, weight: 9000)
            }
            return person
        }
        let findings = [
            PairFinding(
                Phrase("nama beda beberapa huruf", en: "name differs by a few letters"),
                field: "name", weight: 6100)
        ]
        let pairs = [(0, 1, 510), (0, 2, 700), (2, 3, 300)].map { first, second, probability in
            ImportedPair(
                first: first, second: second, weight: 800, probability: probability,
                evidence: findings)
        }
        let lists = ["dishub", "pkh"].map { agency in
            ImportedDelivery(
                source: agency, file: "\(agency).csv", agency: agency, digest: "00", read: 4,
                linked: 4, rejected: 0, idle: 0, dataDay: nil, faults: [:], warnings: [])
        }
        return ImportRun(
            settings: RunSettings(
                asOf: Sample.day, ruleVersion: "2025-11", seed: 1, plan: "", summary: ""),
            deliveries: lists, pairs: pairs
        ) { add throws(Problem) in
            for person in people { try add(person) }
        }
    }

    func reader(
        _ login: String, _ role: String, areas: [PlaceCode] = []
    ) async throws -> Reader {
        let act = Act(actor: "test", at: .now())
        try await city.city.createAccount(
            NewAccount(
                login: login, name: login.capitalized, role: role, agency: nil, areas: areas,
                password: "rahasia-sekali-1"), by: act)
        let account = try #require(try await city.city.account(login: login))
        let started = try await city.city.startSession(
            for: account, until: act.at + 3_600_000, by: act)
        return Reader(
            cookie: ["Cookie": "sigap_sesi=\(started.token)"], csrf: started.session.csrf)
    }

    func get(_ path: String, _ reader: Reader) async throws -> TestSite.Answer {
        try await site.ask(path, reader.cookie)
    }

    func post(
        _ path: String, _ reader: Reader, _ fields: [String: String]
    ) async throws -> TestSite.Answer {
        let form = fields.merging(["csrf": reader.csrf]) { own, _ in own }
            .map { "\($0.key)=\($0.value)" }.joined(separator: "&")
        return try await site.ask(path, reader.cookie, method: .post, form: form)
    }

    func decide(
        _ pair: Int, _ people: (Int, Int), _ verdict: String, _ reader: Reader, seen: Int = 0,
        key: String = UUID().uuidString
    ) async throws -> TestSite.Answer {
        try await post(
            "/kerja/pasangan/\(pair)", reader,
            [
                "satu": PairSite.numbers[people.0].text, "dua": PairSite.numbers[people.1].text,
                "putusan": verdict, "dilihat": "\(seen)", "kunci": key, "catatan": "",
            ])
    }
}
