import Civic
import Office
import Store
import StorePostgres
import StoreSQLite

/// Opens the store that a command names: a SQLite file, or a PostgreSQL database by its address.
enum StoreOpening {
    /// Makes a new store and its key.
    static func create(_ place: String, key: String?, region: String) async throws(Problem)
        -> CityStore
    {
        let path = try keyPath(place, key)
        let engine = try engine(place, access: .create)
        // Nodes of one city share a key, so that a city in PostgreSQL may be made with one there is.
        let keyFile =
            isPostgres(place) && KeyFile.exists(at: path)
            ? try KeyFile.load(from: path) : try KeyFile.create(at: path)
        return try await CityStore.create(
            on: engine, key: keyFile, region: region, by: Act(actor: "sigap", at: .now()))
    }

    static func open(
        _ place: String, key: String?, access: StoreAccess = .write
    ) async throws(Problem) -> CityStore {
        let engine = try engine(place, access: access)
        return try await CityStore.open(engine, key: try self.key(place, key: key), at: .now())
    }

    /// The engine at `place`: a path or `postgresql://…`.
    static func engine(
        _ place: String, access: StoreAccess = .write
    ) throws(Problem) -> any StoreEngine {
        isPostgres(place)
            ? try PostgresEngine(try PostgresPlace(place), access)
            : try SQLiteEngine(place, access)
    }

    /// The key of the store at `place`: beside a file unless `key` says otherwise.
    static func key(_ place: String, key: String?) throws(Problem) -> KeyFile {
        try KeyFile.load(from: try keyPath(place, key))
    }

    static func isPostgres(_ place: String) -> Bool { PostgresPlace.isAddress(place) }

    static func keyPath(_ place: String, _ key: String?) throws(Problem) -> String {
        if let key { return key }
        guard !isPostgres(place) else { throw keyNeeded() }
        return KeyFile.path(beside: place)
    }

    private static func keyNeeded() -> Problem {
        Problem(
            .usage, "key-needed",
            Phrase(
                "Basis data PostgreSQL memerlukan --key.", en: "A PostgreSQL store needs --key."),
            do: Phrase(
                "Sebutkan berkas kunci, misalnya --key /etc/sigap/sigap.key",
                en: "Name the key file, such as --key /etc/sigap/sigap.key"))
    }
}
