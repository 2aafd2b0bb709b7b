import Civic

/// Brings the schema of a store to that of this program, and refuses stores it does not understand.
struct Migrator: Sendable {
    static let stepTable = """
        CREATE TABLE migration (
            number INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            checksum TEXT NOT NULL,
            applied_at INTEGER NOT NULL
        )
        """

    let migrations: [Migration]

    /// - Parameter migrations: in order of number, without gaps.
    init(_ migrations: [Migration] = Migration.all) { self.migrations = migrations }

    /// Makes the whole schema in the transaction of `writer`; `store-exists` when there are tables.
    func create(at instant: Instant, _ writer: any SQLWriter) throws(Problem) {
        guard try writer.tables().isEmpty else { throw Problem.storeExists() }
        try writer.define(Migrator.stepTable)
        for migration in migrations { try apply(migration, at: instant, writer) }
    }

    /// Applies what is missing, each step in a transaction of its own. An engine opened for reading
    /// is only checked.
    func upgrade(_ engine: any StoreEngine, at instant: Instant) async throws(Problem) {
        let missing = try await missing(engine)
        guard let next = missing.first else { return }
        if engine.isReadOnly {
            throw Problem.storeOlder(found: next.number - 1, known: next.number)
        }
        for migration in missing {
            try await engine.write { writer throws(Problem) in
                try apply(migration, at: instant, writer)
            }
        }
    }

    /// The steps that a store still lacks, in order.
    func missing(_ engine: any StoreEngine) async throws(Problem) -> [Migration] {
        let applied = try await engine.read { reader throws(Problem) in
            try version(of: reader)
        }
        return missing(after: applied)
    }

    func missing(after version: Int) -> [Migration] { Array(migrations.dropFirst(version)) }

    /// False when another node was faster, so that nothing was done.
    @discardableResult
    func apply(
        _ migration: Migration, at instant: Instant, _ writer: any SQLWriter
    ) throws(Problem) -> Bool {
        let isOurs =
            try writer.execute(
                """
                INSERT INTO migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)
                ON CONFLICT (number) DO NOTHING
                """,
                [
                    SQLValue(migration.number), .text(migration.name), .text(migration.checksum),
                    .integer(instant.milliseconds),
                ]) == 1
        guard isOurs else { return false }
        for statement in migration.statements { try writer.define(statement) }
        for trigger in migration.triggers { try writer.define(trigger) }
        return true
    }

    /// How many steps the store has, all of them known and unedited.
    func version(of reader: any SQLReader) throws(Problem) -> Int {
        guard try reader.tables().contains("migration") else { throw Problem.storeForeign() }
        let found = try reader.all("SELECT number, checksum FROM migration ORDER BY number") {
            fields in (number: fields.int(), checksum: fields.text())
        }
        guard found.count <= migrations.count else {
            throw Problem.storeNewer(found: found.count, known: migrations.count)
        }
        for (step, known) in zip(found, migrations)
        where step.number != known.number || step.checksum != known.checksum {
            throw Problem.storeDamaged("migration \(step.number)")
        }
        return found.count
    }
}

extension Problem {
    static func storeNewer(found: Int, known: Int) -> Problem {
        Problem(
            .service, "store-newer",
            Phrase(
                "Basis data versi \(found) ini lebih baru dari program ini (versi \(known)).",
                en: "This store of version \(found) is newer than this program (\(known))."),
            do: Phrase("Pasang program terbaru.", en: "Install the latest program."))
    }

    fileprivate static func storeOlder(found: Int, known: Int) -> Problem {
        Problem(
            .service, "store-older",
            Phrase(
                "Basis data ini belum diperbarui (versi \(found), diperlukan \(known)).",
                en: "This store was not upgraded yet (version \(found), \(known) is needed)."),
            do: Phrase(
                "Jalankan sigap migrate dengan basis data ini.",
                en: "Run sigap migrate with this store."))
    }
}
