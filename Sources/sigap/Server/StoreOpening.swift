import Civic
import FoundationEssentials
import Office
import Store
import StorePostgres
import StoreSQLite

/// Opens the store that a command names: a SQLite file, or a PostgreSQL database by its address.
enum StoreOpening {
    /// Makes a new store and its key, or neither of them.
    static func create(_ place: String, key: String?, region: String) async throws(Problem)
        -> CityStore
    {
        let path = try keyPath(place, key)
        let draft = try draft(place)
        var unusedKey: String?
        do throws(Problem) {
            let keyFile: KeyFile
            if isPostgres(place), KeyFile.exists(at: path) {
                // Nodes of one city share a key.
                keyFile = try KeyFile.load(from: path)
            } else {
                keyFile = try KeyFile.create(at: path)
                // What became of a broken connection to a database is not known for certain.
                unusedKey = isPostgres(place) ? nil : path
            }
            _ = try await CityStore.create(
                on: draft.engine, key: keyFile, region: region,
                by: Act(actor: "sigap", at: .now()))
            unusedKey = nil
            try await draft.publish()
        } catch {
            await draft.discard()
            if let unusedKey { try? FileManager.default.removeItem(atPath: unusedKey) }
            throw error
        }
        return try await open(place, key: key)
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

    /// What opening comes to, for one who goes on when there is no store.
    static func outcome(_ place: String, key: String?) async -> Result<CityStore, Problem> {
        do throws(Problem) {
            return .success(try await open(place, key: key))
        } catch {
            return .failure(error)
        }
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

    /// What messages call the store: a path, or the hosts, database and schema of an address, whose
    /// other parts may hold a password.
    static func shownName(_ place: String) -> String {
        guard isPostgres(place) else { return place }
        let halves = place.split(separator: "?", maxSplits: 1)
        let schema = (try? PostgresPlace(place).schema).map { "?schema=\($0)" } ?? ""
        guard let user = halves[0].lastIndex(of: "@") else {
            // An @ behind the question mark: that may stand in a password.
            let isPlain = halves.count == 1 || !halves[1].contains("@")
            let hosts = halves[0].drop { $0 != "/" }.dropFirst(2)
            return "postgresql://\(isPlain ? hosts : "")\(schema)"
        }
        return "postgresql://\(halves[0][user...].dropFirst())\(schema)"
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
