import Civic
import Foundation
import Store
import Testing

@Suite struct RunTests {
    @Test(arguments: TestEngine.all)
    func `a run is there as it was handed over`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let city = SampleCity(people: 200, seed: 1)
        #expect(try await store.city.runSettings() == nil)
        #expect(try await store.city.importRun(city.run(), by: .test("k1")) == .imported)
        #expect(try await store.city.runSettings() == city.run().settings)
        for person in city.people {
            let record = try #require(try await store.city.person(person.number, in: .city))
            #expect(record.summary.matches(person))
            #expect(record.familyCard == person.familyCard)
            #expect(record.phone == person.phone)
            #expect(record.motherName == person.motherName)
            #expect(record.address == person.address)
            #expect(record.rt == person.rt && record.rw == person.rw)
            #expect(record.verdicts == person.verdicts)
            #expect(record.rows.map(\.record) == person.rows.map(\.record))
            #expect(record.rows.map(\.nik) == person.rows.map(\.nik))
            #expect(record.rows.map(\.name) == person.rows.map(\.name))
            #expect(record.rows.map(\.link) == person.rows.map(\.link))
            let agencies = person.rows.map { SampleCity.agencies[$0.delivery] }
            #expect(record.rows.map(\.agency) == agencies)
        }
    }

    @Test(arguments: TestEngine.all)
    func `lists keep their counts and faults`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let city = SampleCity(people: 100, seed: 2)
        try await store.city.importRun(city.run(), by: .test())
        let lists = try await store.city.deliveries()
        #expect(lists.map(\.agency) == SampleCity.agencies)
        for (position, list) in lists.enumerated() {
            #expect(list.read == list.linked + list.rejected + list.idle)
            let people = city.people.count { $0.rows.contains { $0.delivery == position } }
            #expect(list.people == people)
            #expect(list.faults == ["nik-length": position + 1, "phone": 2])
            #expect(list.faultCount == position + 3)
            #expect(list.warnings.map(\.sentence.english) == ["Cut off."])
            #expect(list.receivedAt == TestStore.noon)
        }
        let own = try await store.city.deliveries(of: "transport")
        #expect(own.map(\.agency) == ["transport"])
    }

    @Test(arguments: TestEngine.all)
    func `the same key twice changes nothing`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        try await store.city.importRun(SampleCity(people: 50, seed: 3).run(), by: .test("k"))
        let before = try await store.city.events(before: nil, limit: 10)
        let again = try await store.city.importRun(
            SampleCity(people: 70, seed: 4).run(), by: .test("k"))
        #expect(again == .repeated)
        #expect(try await store.count("person") == 50)
        #expect(try await store.city.events(before: nil, limit: 10) == before)
    }

    @Test(arguments: TestEngine.all)
    func `a key of one verb is refused for another`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        try await store.city.record("list.export", "", by: .test("k"))
        await expectProblem("key-reused") {
            try await store.city.importRun(SampleCity(people: 5, seed: 5).run(), by: .test("k"))
        }
    }

    @Test(arguments: TestEngine.all)
    func `a new run replaces the one before`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        try await store.city.importRun(SampleCity(people: 300, seed: 6).run(), by: .test("a"))
        let city = SampleCity(people: 120, seed: 7)
        try await store.city.importRun(city.run(seed: 9), by: .test("b"))
        #expect(try await store.count("person") == 120)
        #expect(try await store.count("source_row") == city.people.reduce(0) { $0 + $1.rows.count })
        #expect(try await store.count("review_pair") == city.pairs.count)
        #expect(try await store.city.runSettings()?.seed == 9)
        #expect(try await store.city.checkCounts() == [])
        #expect(try await store.city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `a run that breaks off changes nothing`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let first = SampleCity(people: 700, seed: 8)
        try await store.city.importRun(first.run(), by: .test("a"))
        let events = try await store.city.events(before: nil, limit: 10)
        let lists = try await store.city.deliveries()
        let broken = SampleCity(people: 1500, seed: 9)
        let whole = broken.run()
        let people = broken.people
        let run = ImportRun(
            settings: whole.settings, deliveries: whole.deliveries, pairs: whole.pairs
        ) { add throws(Problem) in
            for person in people.prefix(1200) { try add(person) }
            throw Problem.storeCancelled()
        }
        await expectProblem("store-cancelled") {
            try await store.city.importRun(run, by: .test("b"))
        }
        #expect(try await store.count("person") == 700)
        #expect(try await store.city.deliveries() == lists)
        #expect(try await store.city.events(before: nil, limit: 10) == events)
        #expect(try await store.city.checkCounts() == [])
        // The key was not used up: the same request may be tried again.
        #expect(try await store.city.importRun(whole, by: .test("b")) == .imported)
    }

    @Test(arguments: TestEngine.all)
    func `everybody sees the previous results until a run is stored`(
        _ kind: TestEngine
    ) async throws {
        let store = try await TestStore(kind)
        let city = store.city
        try await city.importRun(SampleCity(people: 60, seed: 12).run(), by: .test())
        let next = SampleCity(people: 900, seed: 13)
        let (halfway, reached) = AsyncStream.makeStream(of: Void.self)
        let goOn = DispatchSemaphore(value: 0)
        let whole = next.run()
        let run = ImportRun(
            settings: whole.settings, deliveries: whole.deliveries, pairs: whole.pairs
        ) { add throws(Problem) in
            for person in next.people.dropLast(100) { try add(person) }
            reached.yield()
            _ = goOn.wait(timeout: .now() + 600)
            for person in next.people.suffix(100) { try add(person) }
        }
        async let stored = city.importRun(run, by: .test())
        for await _ in halfway { break }
        #expect(try await city.figures(in: .city).people == 60)
        let page = try await city.people(matching: PersonFilter(), in: .city, limit: 1000)
        #expect(page.people.count == 60)
        goOn.signal()
        #expect(try await stored == .imported)
        #expect(try await city.figures(in: .city).people == 900)
    }

    @Test(arguments: TestEngine.all)
    func `impossible people are refused as a conflict`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        var people = SampleCity(people: 30, seed: 10).people
        let ranked = people.indices.filter { people[$0].rank != nil }
        people[ranked[1]].rank = people[ranked[0]].rank
        for index in people.indices { people[index].rows = [] }
        let doubled = people
        let settings = SampleCity(people: 1, seed: 1).run().settings
        let run = ImportRun(settings: settings, deliveries: [], pairs: []) { add throws(Problem) in
            for person in doubled { try add(person) }
        }
        await expectProblem("store-conflict") { try await store.city.importRun(run, by: .test()) }
        #expect(try await store.count("person") == 0)
    }

    @Test func `no file of the store tells a number, telephone, mother or address`() async throws {
        let store = try await TestStore()
        let city = SampleCity(people: 400, seed: 11)
        try await store.city.importRun(city.run(), by: .test())
        try await store.city.importRun(city.run(), by: .test())
        let first = try #require(city.people.first { $0.nik != nil })
        _ = try await store.city.revealNIK(of: first.number, in: .city, by: .test())
        let files = try store.folder.contents()
        #expect(files["city.db-wal"]?.isEmpty == false)
        for (name, bytes) in files {
            // Something that is kept in plain text shows that the search can find.
            for secret in ["IBUNDAXQ", "RAHASIAQZ"] {
                #expect(bytes.range(of: Data(secret.utf8)) == nil, "\(secret) in \(name)")
            }
            for person in city.people.prefix(60) {
                for secret in secrets(of: person) {
                    #expect(bytes.range(of: secret) == nil, "a number in \(name)")
                }
            }
        }
        let all = files.values.reduce(Data(), +)
        #expect(all.range(of: Data("H. \(first.name)".utf8)) != nil)
    }

    /// Digits as text, and as the eight bytes in which numbers are sealed and stored.
    private func secrets(of person: ImportedPerson) -> [Data] {
        let niks = [person.nik?.digits] + person.rows.map { $0.nik?.digits }
        let numbers = niks + [person.familyCard?.digits, person.phone?.digits]
        return numbers.compactMap { $0 }.flatMap { number in
            [Data("\(number)".utf8), withUnsafeBytes(of: number.bigEndian) { Data($0) }]
        }
    }
}
