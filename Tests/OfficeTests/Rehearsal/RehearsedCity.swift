import Civic
import Jamsostek
import Programme
import Testing

@testable import Office
@testable import Store

/// A city with people whom the rules let in, and the staff that a whole wave needs.
struct RehearsedCity {
    let folder: TestFolder
    let desk: Desk
    let cast: Rehearsal.Cast
    let rehearsal: Rehearsal

    var store: CityStore { desk.store }

    init(
        _ kind: TestEngine = .sqlite, people: Int, quota: Int, refused: Double, late: Double
    ) async throws {
        folder = try TestFolder()
        let data = try DataFolder.find(RepositoryData.path)
        let store = try await CityStore.create(
            on: try kind.make(folder), key: try KeyFile.create(at: folder.path("kota.key")),
            region: "bekasi", by: RehearsedCity.act())
        let desk = Desk(
            store: store, region: try data.region("bekasi"), law: try data.law(),
            access: try data.access())
        self.desk = desk
        var viewers: [Viewer] = []
        for (login, role) in [
            ("ratna", "manager"), ("lukman", "manager"), ("sari", "finance"),
            ("reza", "insurer-liaison"),
        ] {
            try await store.createAccount(
                NewAccount(
                    login: login, name: login, role: role, agency: nil, areas: [],
                    password: "rahasia-sekali-1"), by: RehearsedCity.act())
            let account = try #require(try await store.account(login: login))
            viewers.append(try #require(Viewer(account, desk.access)))
        }
        cast = Rehearsal.Cast(
            managers: Array(viewers.prefix(2)), finance: viewers[2], liaison: viewers[3])
        rehearsal = Rehearsal(
            desk: desk, cast: cast,
            plan: RehearsalPlan(
                title: "Gelombang pertama", quota: quota, months: 4, paid: 2,
                funds: RehearsedCity.funds(quota),
                insurer: RehearsalPlan.Insurer(seed: 7, refused: refused, late: late),
                untouched: []), today: try #require(Day(iso: "2026-11-20")),
            site: "https://sigap.example")
        try await fill(people)
    }

    static func act() -> Act { Act(actor: "test", at: .now()) }

    /// A company pays for 500 drivers, and the city for everybody else.
    private static func funds(_ quota: Int) -> [RehearsalPlan.Money] {
        [
            RehearsalPlan.Money(
                source: "csr", title: "TJSL", payer: "Forum TJSL", group: "SC-1",
                amount: 500 * 4 * 8_400, occupations: ["online_ojek"]),
            RehearsalPlan.Money(
                source: "apbd", title: "APBD", payer: "Kota", group: "SG-1",
                amount: Int64(quota) * 4 * 16_800, occupations: nil),
        ]
    }

    private func fill(_ count: Int) async throws {
        let villages = desk.region.places.villages.map { desk.region.places.entries[$0].code }
        let trades = ["online_ojek", "day_labourer", "domestic_worker", "street_vendor"]
        let people = (0..<count).map { serial -> ImportedPerson in
            var person = ImportedPerson(
                number: PersonNumber(prefix: "BKS", serial: serial),
                name: "NAMA\(serial % 977) CONTOH", standing: .selected)
            person.nik = NIK(
                digits: 3_275_010_101_800_000 + UInt64(serial / 9999) * 1_000_000
                    + UInt64(serial % 9999 + 1))
            person.birth = Day(year: 1980, month: 1, day: 1)
            person.place = villages[serial % villages.count]
            (person.rt, person.rw) = (serial % 9 + 1, serial % 20 + 1)
            person.occupation = trades[serial % trades.count]
            person.decile = serial % 5 + 1
            (person.rank, person.fund) = (serial + 1, "apbd")
            person.lane = .ready
            return person
        }
        let day = Day.jakarta(at: .now())
        try await store.importRun(
            ImportRun(
                settings: RunSettings(
                    asOf: day, ruleVersion: "x", seed: 1, plan: "{}", summary: "{}"),
                deliveries: [], pairs: [],
                verification: VerificationTerms(policy: desk.region.verification, due: day + 5)
            ) { add throws(Problem) in
                for person in people { try add(person) }
            }, by: RehearsedCity.act())
    }
}
