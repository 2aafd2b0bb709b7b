import ArgumentParser
import Civic
import Store

/// The store that a command works with, and its key: worded once for all commands.
struct StoreOptions: ParsableArguments {
    static let storeHelp: ArgumentHelp =
        "The store, a SQLite file or postgresql://… (its password in passfile=)."
    static let keyHelp: ArgumentHelp = "Key file; <store>.key beside a SQLite file without it."

    @Option(help: storeHelp)
    var store: String

    @Option(help: keyHelp)
    var key: String?

    /// What messages call the store.
    var shownName: String { StoreOpening.shownName(store) }

    var isPostgres: Bool { StoreOpening.isPostgres(store) }

    func open(_ access: StoreAccess = .write) async throws(Problem) -> CityStore {
        try await StoreOpening.open(store, key: key, access: access)
    }

    func engine(_ access: StoreAccess) throws(Problem) -> any StoreEngine {
        try StoreOpening.engine(store, access: access)
    }

    func keyFile() throws(Problem) -> KeyFile { try StoreOpening.key(store, key: key) }

    func keyPath() throws(Problem) -> String { try StoreOpening.keyPath(store, key) }
}
