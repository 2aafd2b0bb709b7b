import Civic
import Foundation
import StoreSQLite
import Testing

@testable import Store

@Suite struct ErasureTests {
    private static let name = "ZUKHRUFIQX WIJAYANTO"

    /// A city in which one of the selected has a name that nobody else has.
    private struct Marked {
        let people: [ImportedPerson]
        let target: ImportedPerson
        let run: ImportRun

        init(
            people count: Int = 160, seed: UInt64, isNumbered: Bool = true,
            name: String = ErasureTests.name
        ) {
            let sample = SampleCity(people: count, seed: seed)
            var people = sample.people
            let place =
                people.firstIndex {
                    $0.standing == .selected && $0.nik != nil && $0.birth != nil
                        && $0.motherName != nil && $0.rows.count >= 2
                } ?? 0
            people[place].name = name
            if !isNumbered { people[place].nik = nil }
            people[place].rows = people[place].rows.map { row in
                ImportedRow(
                    delivery: row.delivery, record: row.record, name: name,
                    birth: row.birth, nik: row.nik, link: row.link, weight: row.weight)
            }
            let pairs = [
                ImportedPair(
                    first: place, second: place + 1, weight: 1, probability: 500,
                    evidence: [PairFinding(Phrase("\(name)?", en: "\(name)?"))],
                    state: .open)
            ]
            let all = people
            self.people = people
            target = people[place]
            let whole = sample.run()
            run = ImportRun(
                settings: whole.settings, deliveries: whole.deliveries,
                pairs: sample.pairs.filter { $0.first != place } + pairs
            ) { add throws(Problem) in for person in all { try add(person) } }
        }
    }

    private func list(_ store: TestStore) -> ErasureList {
        ErasureList(besideKey: store.key.path)
    }

    private func expectErased(_ person: ImportedPerson, _ city: CityStore) async throws {
        var byName = PersonFilter()
        byName.search = .name("ZUKHRUFIQX")
        #expect(try await city.people(matching: byName, in: .city, limit: 5).people.isEmpty)
        if let nik = person.nik {
            var byNIK = PersonFilter()
            byNIK.search = .nik(nik)
            #expect(try await city.people(matching: byNIK, in: .city, limit: 5).people.isEmpty)
            if let birth = person.birth {
                #expect(try await city.status(nik: nik, birth: birth) == nil)
            }
        }
        let record = try #require(try await city.person(person.number, in: .city))
        #expect(record.summary.name == "(dihapus)" && record.summary.nik == nil)
        #expect(record.summary.birth == nil && record.summary.sex == nil)
        #expect(record.familyCard == nil && record.phone == nil && record.motherName == nil)
        #expect(record.address == nil && record.rt == nil && record.rw == nil)
        #expect(record.rows.count == person.rows.count && record.reviews.isEmpty)
        for row in record.rows {
            #expect(row.name == "(dihapus)" && row.nik == nil && row.birth == nil)
        }
        // What was decided stays, and with it the counts.
        #expect(record.summary.standing == person.standing)
        #expect(record.summary.rank == person.rank && record.summary.fund == person.fund)
        #expect(record.verdicts.map(\.rule) == person.verdicts.map(\.rule))
        #expect(record.verdicts.allSatisfy { $0.datum == nil })
        #expect(try await city.checkCounts() == [])
        #expect(try await city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all, [true, false])
    func `an erased person is found by nothing`(_ kind: TestEngine, _ byNIK: Bool) async throws {
        let store = try await TestStore(kind)
        let city = Marked(seed: 91)
        try await store.city.importRun(city.run, by: .test())
        let request: ErasureRequest =
            byNIK ? .nik(try #require(city.target.nik)) : .number(city.target.number)
        let erased = try await store.city.erase(request, noting: list(store), by: .test())
        #expect(erased == [city.target.number.text])
        try await expectErased(city.target, store.city)
        let events = try await store.city.events(about: city.target.number.text, limit: 9)
        #expect(events.map(\.verb) == ["person.erase"] && events.first?.detail == [:])
        for person in city.people where person.number != city.target.number {
            let record = try await store.city.person(person.number, in: .city)
            #expect(record?.summary.matches(person) == true)
            #expect(record?.phone == person.phone)
        }
        // A second time there is nobody with this number.
        if byNIK {
            await expectProblem("person-unknown") {
                try await store.city.erase(request, noting: list(store), by: .test())
            }
        }
    }

    @Test(arguments: TestEngine.all, [true, false])
    func `a later list does not bring an erased person back`(
        _ kind: TestEngine, _ isNumbered: Bool
    ) async throws {
        let store = try await TestStore(kind)
        let city = Marked(seed: 92, isNumbered: isNumbered)
        try await store.city.importRun(city.run, by: .test("a"))
        _ = try await store.city.erase(
            .number(city.target.number), noting: list(store), by: .test())
        try await store.city.importRun(city.run, by: .test("b"))
        try await expectErased(city.target, store.city)
        let file = try KeyFile.addKey(at: store.key.path)
        try await store.city.rotateKeys(to: file, by: .test())
        _ = try await store.city.retireKeys(at: store.key.path, by: .test())
        try await store.city.importRun(city.run, by: .test("c"))
        try await expectErased(city.target, store.city)
    }

    @Test(arguments: TestEngine.all)
    func `whoever was erased is erased again in a restored backup`(
        _ kind: TestEngine
    ) async throws {
        let store = try await TestStore(kind)
        let city = Marked(seed: 93)
        try await store.city.importRun(city.run, by: .test())
        #expect(try await store.city.reapplyErasures(list(store), by: .test()) == [])
        let backup = store.folder.file("before.backup")
        try await store.city.backUp(to: backup, by: .test())
        _ = try await store.city.erase(
            .number(city.target.number), noting: list(store), by: .test())
        let place = try TestPlace(kind, store.folder)
        _ = try await CityRestore(backup, store.key).run(into: place.draft(), by: .test())
        let engine = try place.open(.write)
        let restored = try await CityStore.open(engine, key: store.key, at: TestStore.noon)
        try await expectErased(city.target, restored)
        let events = try await restored.events(about: city.target.number.text, limit: 9)
        #expect(events.map(\.verb) == ["person.erase"])
        #expect(try await restored.reapplyErasures(list(store), by: .test()) == [])
        #expect(try store.folder.mode(of: "city.key.erased") == 0o600)
        try await engine.close()
    }

    @Test func `the files of the store hold nothing of an erased person`() async throws {
        let store = try await TestStore()
        let city = Marked(people: 900, seed: 94)
        // Twice, so that there are pages with what was deleted.
        try await store.city.importRun(city.run, by: .test("a"))
        try await store.city.importRun(city.run, by: .test("b"))
        let secrets = [
            "ZUKHRUFIQX", "\(city.target.nik?.digits ?? 0)",
            NameSpelling.canonical(ErasureTests.name),
        ]
        func found() throws -> [String] {
            let files = try store.folder.contents()
            return secrets.filter { secret in
                files.values.contains { $0.range(of: Data(secret.utf8)) != nil }
            }
        }
        #expect(try found().contains("ZUKHRUFIQX"))
        _ = try await store.city.erase(
            .number(city.target.number), noting: list(store), by: .test())
        #expect(try found() == [])
        try await store.engine.close()
        #expect(try found() == [])
    }

    @Test(.enabled(if: TestEngine.server != nil))
    func `the files of PostgreSQL hold nothing of an erased person`() async throws {
        let store = try await TestStore(.postgres)
        let city = Marked(seed: 96, name: "QUXBARIZAL WIJAYANTO")
        try await store.city.importRun(city.run, by: .test())
        let folder = try await store.engine.read { reader throws(Problem) in
            try reader.first("SELECT current_setting('data_directory') || '/base'") { fields in
                fields.text()
            }
        }
        let files = try #require(folder)
        #expect(try await places(of: "QUXBARIZAL", in: files, store) > 0)
        _ = try await store.city.erase(
            .number(city.target.number), noting: list(store), by: .test())
        #expect(try await places(of: "QUXBARIZAL", in: files, store) == 0)
    }

    /// In how many files of the database `text` stands.
    private func places(of text: String, in folder: String, _ store: TestStore) async throws -> Int
    {
        try await store.tamper("CHECKPOINT")
        let process = Process()
        process.executableURL = URL(filePath: "/bin/grep")
        process.arguments = ["-rlaF", text, folder]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let found = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return found.split(separator: UInt8(ascii: "\n")).count
    }

    @Test(arguments: TestEngine.all)
    func `an erasure that was broken off is finished by the next`(
        _ kind: TestEngine
    ) async throws {
        let store = try await TestStore(kind)
        try await store.tamper("INSERT INTO setting (name, value) VALUES ('scrub-pending', '1')")
        #expect(try await store.city.isErasureUnfinished())
        await expectProblem("person-unknown") {
            try await store.city.erase(
                .number(PersonNumber(prefix: "BKS", serial: 1)), noting: list(store), by: .test())
        }
        #expect(try await !store.city.isErasureUnfinished())
    }

    @Test(arguments: TestEngine.all)
    func `nobody is erased in the place of another`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let city = Marked(seed: 95)
        try await store.city.importRun(city.run, by: .test())
        for request in [
            ErasureRequest.number(PersonNumber(prefix: "BKS", serial: 900_000)),
            .nik(try #require(NIK("3275010101900001"))),
        ] {
            await expectProblem("person-unknown") {
                try await store.city.erase(request, noting: list(store), by: .test())
            }
        }
        #expect(try await store.count("erased_mark") == 0)
        let record = try await store.city.person(city.target.number, in: .city)
        #expect(record?.summary.name == ErasureTests.name)
    }

    @Test func `a damaged list of erased people is one problem`() async throws {
        let store = try await TestStore()
        try store.folder.write(Data("x\n".utf8), to: "city.key.erased")
        await expectProblem("erasures-unusable") {
            try await store.city.reapplyErasures(list(store), by: .test())
        }
    }
}
