import Civic

@testable import Store

/// A city as a program made it that knew other steps of the schema than this one.
struct VersionedStore {
    let folder: TestFolder
    let engine: any StoreEngine
    let key: KeyFile

    /// As before the last step, unless other steps are given.
    init(
        _ kind: TestEngine, _ steps: [Migration] = Array(Migration.all.dropLast())
    ) async throws {
        folder = try TestFolder()
        engine = try kind.make(folder.path)
        let key = try KeyFile.create(at: folder.file("city.key"))
        self.key = key
        try await engine.write { writer throws(Problem) in
            try Migrator(steps).create(at: TestStore.noon, writer)
            try Setting.put(.region, "bekasi", writer)
            try Setting.put(.keyID, key.id, writer)
            try CitySeal(key: key).note("store.create", [:], by: .test(), writer)
        }
    }
}
