import Civic
import Office
import Store
import StoreSQLite

/// Opens the store that a command names.
enum StoreOpening {
    /// Makes a new store and its key, beside it unless `key` says otherwise.
    static func create(_ path: String, key: String?, region: String) async throws(Problem)
        -> CityStore
    {
        let engine = try SQLiteEngine(path, .create)
        let keyFile = try KeyFile.create(at: key ?? KeyFile.path(beside: path))
        return try await CityStore.create(
            on: engine, key: keyFile, region: region, by: Act(actor: "sigap", at: .now()))
    }

    static func open(
        _ path: String, key: String?, access: SQLiteEngine.Access = .write
    ) async throws(Problem) -> CityStore {
        let engine = try SQLiteEngine(path, access)
        let keyFile = try KeyFile.load(from: key ?? KeyFile.path(beside: path))
        return try await CityStore.open(engine, key: keyFile, at: .now())
    }
}
