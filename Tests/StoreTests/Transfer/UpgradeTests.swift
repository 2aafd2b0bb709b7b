import Civic
import Foundation
import Testing

@testable import Store

@Suite struct UpgradeTests {
    private static var last: Int { Migration.all.last?.number ?? 0 }

    @Test(arguments: TestEngine.all)
    func `a store is saved before it is upgraded`(_ kind: TestEngine) async throws {
        let store = try await VersionedStore(kind)
        let upgrade = CityUpgrade(store.engine, store.key)
        #expect(try await upgrade.missing().map(\.number) == [UpgradeTests.last])
        let path = store.folder.file("before.backup")
        let report = try await upgrade.run(backup: path, by: .test())
        #expect(report?.header.version == Migration.all.count - 1)
        #expect(try await upgrade.missing().isEmpty)
        #expect(
            try await upgrade.run(backup: store.folder.file("again.backup"), by: .test()) == nil)
        let city = try await CityStore.open(store.engine, key: store.key, at: TestStore.noon)
        let verbs = try await city.events(before: nil, limit: 9).map(\.verb)
        #expect(verbs == ["store.migrate", "store.backup", "store.create"])
        #expect(try await city.verifyJournal().fault == nil)
    }

    @Test(arguments: TestEngine.all)
    func `the rehearsal of an upgrade leaves everything as it was`(
        _ kind: TestEngine
    ) async throws {
        let store = try await VersionedStore(kind)
        let (before, files) = (
            try await store.engine.rows(), try Set(store.folder.contents().keys)
        )
        let upgrade = CityUpgrade(store.engine, store.key)
        _ = try await upgrade.rehearse(
            in: try TestPlace(kind, store.folder).scratch(), scratch: store.folder.path,
            at: TestStore.noon)
        #expect(try await store.engine.rows() == before)
        #expect(try Set(store.folder.contents().keys) == files)
        #expect(try await upgrade.missing().count == 1)
    }

    @Test(arguments: TestEngine.all)
    func `an upgrade that fails in the rehearsal fails there only`(
        _ kind: TestEngine
    ) async throws {
        let store = try await VersionedStore(kind)
        let wrong = Migration(
            number: UpgradeTests.last, name: "wrong", text: "CREATE TABLE setting (id INTEGER);")
        let migrator = Migrator(Array(Migration.all.dropLast()) + [wrong])
        let upgrade = CityUpgrade(store.engine, store.key, migrator)
        await expectProblem("store-failed") {
            try await upgrade.rehearse(
                in: try TestPlace(kind, store.folder).scratch(), scratch: store.folder.path,
                at: TestStore.noon)
        }
        // Even an upgrade that fails leaves the store and its backup.
        await expectProblem("store-failed") {
            try await upgrade.run(backup: store.folder.file("b.backup"), by: .test())
        }
        #expect(try await CityUpgrade(store.engine, store.key).missing().count == 1)
        _ = try BackupFile(store.folder.file("b.backup"), store.key).verify()
    }

    @Test(arguments: TestEngine.all)
    func `a backup of an earlier schema is restored and upgraded`(
        _ kind: TestEngine
    ) async throws {
        let store = try await VersionedStore(kind)
        let path = store.folder.file("old.backup")
        _ = try await CityBackup(store.engine, store.key).write(to: path, by: .test())
        let place = try TestPlace(kind, store.folder)
        _ = try await CityRestore(path, store.key).run(into: place.draft(), by: .test())
        let engine = try place.open(.read)
        _ = try await CityStore.open(engine, key: store.key, at: TestStore.noon)
        try await engine.close()
    }

    @Test func `a backup of a later schema is refused`() async throws {
        let later = Migration(
            number: UpgradeTests.last + 1, name: "later", text: "CREATE TABLE later (id INTEGER);")
        let steps = Migration.all + [later]
        let store = try await VersionedStore(.sqlite, steps)
        let path = store.folder.file("later.backup")
        _ = try await CityBackup(store.engine, store.key, Migrator(steps))
            .write(to: path, by: .test())
        let place = try TestPlace(.sqlite, store.folder)
        await expectProblem("store-newer") {
            try await CityRestore(path, store.key).run(into: place.draft(), by: .test())
        }
        await expectProblem("store-missing") { try place.open(.read) }
    }
}
