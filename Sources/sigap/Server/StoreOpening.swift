import Civic
import FoundationEssentials
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

    /// Opens the store for one who writes or reads. A writer brings an older store up to date,
    /// after a backup.
    static func open(
        _ place: String, key: String?, access: StoreAccess = .write
    ) async throws(Problem) -> CityStore {
        let engine = try engine(place, access: access)
        let keyFile = try self.key(place, key: key)
        if access == .write { try await StoreUpgrading.run(CityUpgrade(engine, keyFile), place) }
        return try await CityStore.open(engine, key: keyFile, at: .now())
    }

    /// The engine at `place`: a path or `postgresql://…`.
    static func engine(
        _ place: String, access: StoreAccess = .write
    ) throws(Problem) -> any StoreEngine {
        isPostgres(place)
            ? try PostgresEngine(try PostgresPlace(place), access)
            : try SQLiteEngine(place, access)
    }

    /// A store at `place` that is not there yet.
    static func draft(_ place: String) throws(Problem) -> any StoreDraft {
        isPostgres(place)
            ? try PostgresDraft(try PostgresPlace(place)) : try SQLiteDraft(place)
    }

    /// A store that does not stay: in the database of `place`, or else a file in `folder`.
    static func scratchDraft(
        like place: String?, in folder: String?
    ) throws(Problem) -> any StoreDraft {
        if let place, isPostgres(place) {
            return try PostgresDraft(try PostgresPlace(place).scratch(), isScratch: true)
        }
        let name = "sigap-\(UInt64.random(in: 0...UInt64.max)).db"
        return try SQLiteDraft("\(scratchFolder(folder))/\(name)")
    }

    static func scratchFolder(_ folder: String?) -> String {
        folder ?? FileManager.default.temporaryDirectory.path
    }

    /// What files about the store are named after: its path, or its schema in the current folder.
    static func fileName(_ place: String) throws(Problem) -> String {
        isPostgres(place) ? try PostgresPlace(place).schema : place
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
