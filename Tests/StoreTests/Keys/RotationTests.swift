import Civic
import Foundation
import Testing

@testable import Store

@Suite struct RotationTests {
    private let sample = SampleCity(people: 130, seed: 81)

    private func store(_ kind: TestEngine) async throws -> TestStore {
        let store = try await TestStore(kind)
        try await store.city.importRun(sample.run(), by: .test())
        return store
    }

    /// Everybody is there with everything, and is found by NIK.
    private func expectEverybody(_ city: CityStore, _ note: Comment) async throws {
        for person in sample.people {
            let record = try #require(try await city.person(person.number, in: .city))
            #expect(record.summary.matches(person), note)
            #expect(record.phone == person.phone && record.address == person.address, note)
            #expect(record.rows.map(\.nik) == person.rows.map(\.nik), note)
            guard let nik = person.nik else { continue }
            var filter = PersonFilter()
            filter.search = .nik(nik)
            let found = try await city.people(matching: filter, in: .city, limit: 5)
            #expect(found.people.map(\.number) == [person.number.text], note)
            #expect(found.total == 1, note)
        }
    }

    private func boxes(_ store: TestStore) async throws -> Set<[UInt8]> {
        try await store.engine.read { reader throws(Problem) in
            var boxes: Set<[UInt8]> = []
            for (table, column) in [
                ("person", "nik_sealed"), ("person", "private_sealed"), ("person", "nik_index"),
                ("source_row", "nik_sealed"),
            ] {
                try reader.scan(
                    "SELECT \(column) FROM \(table) WHERE \(column) IS NOT NULL", []
                ) { row throws(Problem) in boxes.insert(row.bytes(0)) }
            }
            return boxes
        }
    }

    /// Rotates until the first batch is done; false when there was none left to do.
    private func isStopped(_ store: TestStore, _ file: KeyFile) async throws -> Bool {
        let city = try await store.reopened()
        var isStopped = false
        do {
            try await city.rotateKeys(to: file, by: .test(), batch: 20) { _ throws(Problem) in
                throw Problem.storeCancelled()
            }
        } catch {
            #expect(error.code == "store-cancelled")
            isStopped = true
        }
        return isStopped
    }

    @Test(arguments: TestEngine.all)
    func `a rotation that breaks off after any batch goes on and ends`(
        _ kind: TestEngine
    ) async throws {
        let store = try await store(kind)
        let before = try await boxes(store)
        let file = try KeyFile.addKey(at: store.key.path)
        // The process ends after every batch and begins anew.
        var stops = 0
        while stops < 20, try await isStopped(store, file) {
            stops += 1
            try await expectEverybody(try await store.reopened(), "after \(stops) batches")
            #expect(try await store.city.keyState() == KeyState(id: file.id, isRotating: true))
            await expectProblem("key-in-use") {
                try await store.city.retireKeys(at: store.key.path, by: .test())
            }
        }
        #expect(stops == 11)
        #expect(try await store.city.keyState() == KeyState(id: file.id, isRotating: false))
        #expect(try await boxes(store).isDisjoint(with: before))
        try await expectEverybody(store.city, "by a program that ran all the while")
        #expect(try await store.count("resealed_person") == 0)
        #expect(try await store.city.verifyJournal().fault == nil)
        let verbs = try await store.city.events(before: nil, limit: 2).map(\.verb)
        #expect(verbs == ["key.rotated", "key.rotate"])
    }

    @Test(arguments: TestEngine.all)
    func `an old key is destroyed only when nothing needs it`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        _ = try await store.city.signJournalRoots(before: SampleCity.asOf + 9, by: .test())
        #expect(try await store.city.retireKeys(at: store.key.path, by: .test()) == [])
        try FileManager.default.copyItem(
            atPath: store.key.path, toPath: store.folder.file("old.key"))
        let file = try KeyFile.addKey(at: store.key.path)
        // The new key is there for the next rotation, and no old one.
        #expect(try await store.city.retireKeys(at: store.key.path, by: .test()) == [])
        #expect(try await store.city.rotateKeys(to: file, by: .test()) == 130)
        #expect(try await store.city.rotateKeys(to: file, by: .test()) == 0)
        let gone = try await store.city.retireKeys(at: store.key.path, by: .test())
        #expect(gone == [store.key.id])
        let city = try await store.reopened()
        try await expectEverybody(city, "without the old key")
        let check = try await city.verifyJournal()
        #expect(check.fault == nil && check.roots == 1)
        let old = try KeyFile.load(from: store.folder.file("old.key"))
        await expectProblem("key-wrong") {
            try await CityStore.open(store.engine, key: old, at: TestStore.noon)
        }
    }

    @Test(arguments: TestEngine.all)
    func `one box with the old key keeps the key`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let person = try #require(sample.people.firstIndex { $0.nik != nil }) + 1
        let nik = try #require(sample.people[person - 1].nik)
        let file = try KeyFile.addKey(at: store.key.path)
        try await store.city.rotateKeys(to: file, by: .test())
        let box = try BoxTests.old(
            Sealer.bytes(nik.digits), .nik, person, try DerivedKeys(store.key.keys[0]))
        try await store.engine.write { writer throws(Problem) in
            try writer.execute(
                "UPDATE person SET nik_sealed = $1 WHERE id = $2",
                [.bytes(box), SQLValue(person)])
        }
        await expectProblem("key-in-use") {
            try await store.city.retireKeys(at: store.key.path, by: .test())
        }
        #expect(try KeyFile.load(from: store.key.path).ids.count == 2)
    }

    @Test(arguments: TestEngine.all)
    func `a program that runs on takes up the new key by itself`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let other = try await store.reopened()
        let file = try KeyFile.addKey(at: store.key.path)
        try await other.rotateKeys(to: file, by: .test())
        let known = try #require(sample.people.first { $0.nik != nil && $0.birth != nil })
        let nik = try #require(known.nik)
        let birth = try #require(known.birth)
        #expect(try await store.city.status(nik: nik, birth: birth) != nil)
        #expect(try await store.city.revealNIK(of: known.number, in: .city, by: .test()) == nik)
        // What it writes bears the new key, so that the old one can go.
        try await store.city.importRun(sample.run(seed: 2), by: .test())
        #expect(try await other.retireKeys(at: store.key.path, by: .test()) == [store.key.id])
        try await expectEverybody(try await store.reopened(), "after an import of the old program")
        #expect(try await other.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `readers and writers go on while keys are changed`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let city = store.city
        let file = try KeyFile.addKey(at: store.key.path)
        let rotating = try await store.reopened()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await rotating.rotateKeys(to: file, by: .test(), batch: 3) }
            for number in 0..<40 {
                group.addTask { try await city.record("list.export", "\(number)", by: .test()) }
            }
            group.addTask { try await expectEverybody(city, "meanwhile") }
            try await group.waitForAll()
        }
        try await expectEverybody(city, "afterwards")
        #expect(try await city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `boxes of an older program are sealed anew`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let key = try DerivedKeys(store.key.keys[0])
        let people = Array(sample.people.enumerated())
        try await store.engine.write { writer throws(Problem) in
            for (position, person) in people {
                guard let nik = person.nik else { continue }
                let id = position + 1
                let box = try? BoxTests.old(Sealer.bytes(nik.digits), .nik, id, key)
                try writer.execute(
                    "UPDATE person SET nik_sealed = $1 WHERE id = $2",
                    [SQLValue(box), SQLValue(id)])
            }
        }
        try await expectEverybody(try await store.reopened(), "old boxes")
        let file = try KeyFile.addKey(at: store.key.path)
        try await store.city.rotateKeys(to: file, by: .test())
        _ = try await store.city.retireKeys(at: store.key.path, by: .test())
        try await expectEverybody(try await store.reopened(), "sealed anew")
    }

    @Test(arguments: TestEngine.all)
    func `a foreign key changes nothing`(_ kind: TestEngine) async throws {
        let store = try await store(kind)
        let before = try await boxes(store)
        let other = try KeyFile.create(at: store.folder.file("other.key"))
        await expectProblem("key-wrong") { try await store.city.rotateKeys(to: other, by: .test()) }
        #expect(try await boxes(store) == before)
        #expect(try await store.city.keyState().id == store.key.id)
    }
}
