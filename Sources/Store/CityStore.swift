package import Civic

/// Everything one city keeps: people, lists, decisions, accounts and the journal, behind one engine
/// and one ring of keys. Its verbs are found by feature: `Runs`, `People`, `Check`, `Figures`,
/// `Deliveries`, `Accounts`, `Ledger`, `Journal`, `Keys`, `Erasure`, `Nodes`.
package struct CityStore: Sendable {
    /// Id of the region pack.
    package let region: String
    private(set) var engine: any StoreEngine
    let sealer: Sealer
    let passwords: Passwords

    var journal: JournalWriter { JournalWriter(sealer: sealer) }

    private init(region: String, engine: any StoreEngine, sealer: Sealer) {
        self.region = region
        self.engine = engine
        self.sealer = sealer
        passwords = Passwords()
    }

    /// Makes the tables of a new city on an empty database.
    ///
    /// - Throws: `store-exists` when the database holds tables already.
    package static func create(
        on engine: any StoreEngine, key: KeyFile, region: String, by act: Act
    ) async throws(Problem) -> CityStore {
        let sealer = try Sealer(key)
        let store = CityStore(region: region, engine: engine, sealer: sealer)
        let journal = store.journal
        try await engine.write { writer throws(Problem) in
            try Migrator().create(at: act.at, writer)
            try Setting.put(.region, region, writer)
            try Setting.put(.keyID, key.id, writer)
            try journal.append("store.create", "", ["region": region], by: act, to: writer)
        }
        return store
    }

    /// Opens the store of a city, and brings its tables up to date if the engine may write.
    ///
    /// - Throws: `store-foreign`, `store-newer`, `store-older`, `store-damaged`, `key-wrong`.
    package static func open(
        _ engine: any StoreEngine, key: KeyFile, at instant: Instant
    ) async throws(Problem) -> CityStore {
        try await Migrator().upgrade(engine, at: instant)
        let settings = try await engine.read { reader throws(Problem) in
            try Setting.all(reader)
        }
        guard let region = settings[.region], let keyID = settings[.keyID] else {
            throw Problem.storeDamaged("setting")
        }
        return CityStore(
            region: region, engine: engine, sealer: try Sealer(try KeyRing(key), id: keyID))
    }

    /// The same store, with everything that is asked of it counted.
    package func metered(by meter: StoreMeter) -> CityStore {
        var store = self
        store.engine = MeteredEngine(engine: engine, meter: meter)
        return store
    }
}
