import Civic
import Jamsostek
import Programme
import Testing

@testable import Office
@testable import Store

/// A desk of a city in which a wave waits for its decree, with the real law and the real words.
struct DecreeDesk {
    static let site = "https://sigap.example"

    let folder: TestFolder
    let engine: any StoreEngine
    let desk: Desk
    let ratna: Viewer
    let lukman: Viewer

    /// A wave of so many people for the year 2026, paid by the city.
    init(_ kind: TestEngine, people: Int, budget: Int64) async throws {
        folder = try TestFolder()
        engine = try kind.make(folder)
        let data = try DataFolder.find(RepositoryData.path)
        let store = try await CityStore.create(
            on: engine, key: try KeyFile.create(at: folder.path("kota.key")), region: "bekasi",
            by: DecreeDesk.act())
        desk = Desk(
            store: store, region: try data.region("bekasi"), law: try data.law(),
            access: try data.access())
        for login in ["ratna", "lukman", "reza"] {
            try await store.createAccount(
                NewAccount(
                    login: login, name: login,
                    role: login == "reza" ? "insurer-liaison" : "manager", agency: nil, areas: [],
                    password: "rahasia-sekali-1"), by: DecreeDesk.act())
        }
        ratna = try await DecreeDesk.viewer("ratna", desk)
        lukman = try await DecreeDesk.viewer("lukman", desk)
        try await fill(people, budget)
    }

    static func act() -> Act { Act(actor: "test", at: .now()) }

    static func viewer(_ login: String, _ desk: Desk) async throws -> Viewer {
        let account = try #require(try await desk.store.account(login: login))
        return try #require(Viewer(account, desk.access))
    }

    private func fill(_ count: Int, _ budget: Int64) async throws {
        let villages = desk.region.places.villages.map { desk.region.places.entries[$0].code }
        let people = (0..<count).map { serial -> ImportedPerson in
            var person = ImportedPerson(
                number: PersonNumber(prefix: "BKS", serial: serial),
                name: "NAMA\(serial % 977) CONTOH PANJANG", standing: .selected)
            person.nik = NIK(
                digits: 3_275_010_101_000_000 + UInt64(serial / 9999) * 1_000_000_000_000
                    + UInt64(serial % 9999 + 1))
            person.birth = Day(year: 1990, month: 1, day: 1)
            person.place = villages[serial % villages.count]
            (person.rt, person.rw) = (serial % 9 + 1, serial % 20 + 1)
            person.occupation = serial % 2 == 0 ? "online_ojek" : "street_vendor"
            (person.rank, person.fund) = (serial + 1, "apbd")
            return person
        }
        let day = try #require(Day(iso: "2026-01-05"))
        try await desk.store.importRun(
            ImportRun(
                settings: RunSettings(
                    asOf: day, ruleVersion: "x", seed: 1, plan: "{}", summary: "{}"),
                deliveries: [], pairs: []
            ) { add throws(Problem) in
                for person in people { try add(person) }
            }, by: DecreeDesk.act())
        let january = Month(year: 2026, month: 1)
        try await desk.store.openFund(
            Fund(
                id: "apbd-2026", source: .apbd, title: "APBD 2026", payer: "Kota",
                workerGroup: "W1", months: january...(january + 11)), by: DecreeDesk.act())
        try await desk.store.allot(
            Rupiah(budget), to: "apbd-2026", note: "DPA", key: "1", by: DecreeDesk.act())
        try await insertWave(people, january)
    }

    private func insertWave(_ people: [ImportedPerson], _ january: Month) async throws {
        var places: [SQLValue] = []
        var funding: [SQLValue] = []
        for (place, person) in people.enumerated() {
            places += [1, SQLValue(place + 1), .text(person.number.text), 1, "0", "chosen"]
            places.append(SQLValue(place + 1))
            funding += [1, .text(person.number.text), SQLValue(january), SQLValue(january + 11)]
            funding.append("apbd-2026")
        }
        let (allPlaces, allFunding) = (places, funding)
        try await engine.write { writer throws(Problem) in
            try writer.execute(
                """
                INSERT INTO wave (id, title, quota, first_month, months, state, seed, digest,
                frozen_at, actor, at, version) VALUES (1, 'Gelombang 1', 20000, \(january.number),
                12, 'frozen', '1', 'x', 1, 'ratna', 1, 1)
                """)
            try writer.insert(
                into: "wave_place",
                ["wave_id", "place", "number", "hazard", "draw", "standing", "village_place"],
                allPlaces)
            try writer.insert(
                into: "wave_funding",
                ["wave_id", "number", "first_month", "last_month", "fund"], allFunding)
        }
    }

    /// Signed off and numbered.
    func numbered() async throws -> Int {
        let id = try await desk.draftDecree(fromWave: 1, key: "d", for: ratna)
        try await number(id, 655)
        return id
    }

    /// Puts a draft to signature, has it signed off and numbers it.
    func number(_ id: Int, _ serial: Int) async throws {
        try await desk.beginSigning(id, site: DecreeDesk.site, key: "b\(id)", for: ratna)
        let digest = try #require(try await desk.decree(id, for: ratna)?.decree.digest)
        for (turn, step) in desk.region.decrees.steps.enumerated() {
            try await desk.signOff(
                id, digest: digest, note: "", key: "\(step.id) \(id)",
                for: turn % 2 == 0 ? lukman : ratna)
        }
        let today = Day.jakarta(at: .now())
        try await desk.numberDecree(
            id, number: desk.region.decrees.numbering.text(serial, on: today), signedOn: today,
            key: "n\(id)", for: ratna)
    }
}
