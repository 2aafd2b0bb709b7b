import Civic
import Foundation
import Store
import Testing

@Suite struct SealingTests {
    @Test func `a key file is for its owner only and comes back as it was`() throws {
        let folder = try TestFolder()
        let key = try KeyFile.create(at: folder.file("a.key"))
        #expect(try folder.mode(of: "a.key") == 0o600)
        #expect(try KeyFile.load(from: folder.file("a.key")).id == key.id)
        #expect(try KeyFile.create(at: folder.file("b.key")).id != key.id)
        #expect(KeyFile.path(beside: "data/city.db") == "data/city.db.key")
    }

    @Test func `a key is never overwritten`() async throws {
        let folder = try TestFolder()
        _ = try KeyFile.create(at: folder.file("a.key"))
        await expectProblem("key-exists") { try KeyFile.create(at: folder.file("a.key")) }
        await expectProblem("store-unreadable") {
            try KeyFile.create(at: folder.file("nowhere/a.key"))
        }
    }

    @Test func `a key that others may read is refused`() async throws {
        let folder = try TestFolder()
        let path = folder.file("a.key")
        _ = try KeyFile.create(at: path)
        for mode in [0o640, 0o604, 0o660, 0o644] {
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
            await expectProblem("key-too-open") { try KeyFile.load(from: path) }
        }
    }

    @Test(arguments: [
        "", "key: AAAA\n", "id: 00000000\nkey: \(String(repeating: "A", count: 43))=\n",
    ])
    func `a damaged key file is refused`(_ text: String) async throws {
        let folder = try TestFolder()
        try folder.write(Data(text.utf8), to: "a.key")
        await expectProblem("key-unusable") { try KeyFile.load(from: folder.file("a.key")) }
        await expectProblem("key-missing") { try KeyFile.load(from: folder.file("b.key")) }
    }

    @Test(arguments: TestEngine.all)
    func `the key of another store opens nothing`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let other = try KeyFile.create(at: store.folder.file("other.key"))
        await expectProblem("key-wrong") {
            try await CityStore.open(store.engine, key: other, at: TestStore.noon)
        }
        let again = try await CityStore.open(store.engine, key: store.key, at: TestStore.noon)
        #expect(again.region == "bekasi")
    }

    @Test(arguments: TestEngine.all, ["nik_sealed", "private_sealed"])
    func `a box that was moved to another person does not open`(
        _ kind: TestEngine, _ column: String
    ) async throws {
        let store = try await TestStore(kind)
        let sample = SampleCity(people: 10, seed: 51)
        try await store.city.importRun(sample.run(), by: .test())
        try await store.tamper(
            """
            UPDATE person SET \(column) = (SELECT \(column) FROM person WHERE id = 3)
            WHERE id = 2
            """)
        await expectProblem("seal-broken") {
            try await store.city.person(sample.people[1].number, in: .city)
        }
        #expect(try await store.city.person(sample.people[2].number, in: .city) != nil)
    }

    @Test(arguments: TestEngine.all)
    func `a box of another column does not open`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        let sample = SampleCity(people: 10, seed: 52)
        try await store.city.importRun(sample.run(), by: .test())
        try await store.tamper("UPDATE person SET private_sealed = nik_sealed WHERE id = 2")
        await expectProblem("seal-broken") {
            try await store.city.person(sample.people[1].number, in: .city)
        }
    }
}
