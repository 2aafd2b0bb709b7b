import Civic
import Testing

@testable import Store

@Suite struct MigrationTests {
    @Test(arguments: TestEngine.all)
    func `a city is made once`(_ kind: TestEngine) async throws {
        let store = try await TestStore(kind)
        await expectProblem("store-exists") {
            try await CityStore.create(
                on: store.engine, key: store.key, region: "bekasi", by: .test())
        }
        let events = try await store.city.events(before: nil, limit: 9)
        #expect(events.map(\.verb) == ["store.create"])
        #expect(events.first?.detail == ["region": "bekasi"])
    }

    @Test(
        arguments: TestEngine.all,
        [
            ("INSERT INTO migration VALUES (99, 'later', 'x', 1)", "store-newer"),
            ("UPDATE migration SET checksum = 'x' WHERE number = 2", "store-damaged"),
            ("UPDATE migration SET number = 98 WHERE number = 4", "store-damaged"),
            ("DELETE FROM setting", "store-damaged"), ("DROP TABLE migration", "store-foreign"),
        ])
    func `a store that is not understood is refused`(
        _ kind: TestEngine, _ example: (statement: String, code: String)
    ) async throws {
        let store = try await TestStore(kind)
        try await store.tamper(example.statement)
        await expectProblem(example.code) {
            try await CityStore.open(store.engine, key: store.key, at: TestStore.noon)
        }
    }

    @Test(arguments: TestEngine.all)
    func `an empty database is not a city`(_ kind: TestEngine) async throws {
        let folder = try TestFolder()
        let engine = try kind.make(folder.path)
        let key = try KeyFile.create(at: folder.file("a.key"))
        await expectProblem("store-foreign") {
            try await CityStore.open(engine, key: key, at: TestStore.noon)
        }
    }

    @Test(arguments: TestEngine.all)
    func `steps that are missing are applied on opening`(_ kind: TestEngine) async throws {
        let folder = try TestFolder()
        let engine = try kind.make(folder.path)
        let key = try KeyFile.create(at: folder.file("a.key"))
        // As a program wrote it that did not know the last two steps yet.
        try await engine.write { writer throws(Problem) in
            try Migrator(Array(Migration.all.dropLast(2))).create(at: TestStore.noon, writer)
            try Setting.put(.region, "bekasi", writer)
            try Setting.put(.keyID, key.id, writer)
        }
        let city = try await CityStore.open(engine, key: key, at: TestStore.noon)
        #expect(try await city.accounts() == [])
        #expect(try await city.jobs(limit: 1) == [])
        #expect(try await city.status(at: TestStore.noon).isSchemaRight)
    }
}
