package import Civic

/// Brings the schema of a store up to that of this program, never without a backup.
package struct CityUpgrade: Sendable {
    private let engine: any StoreEngine
    private let key: KeyFile
    private let migrator: Migrator

    package init(_ engine: any StoreEngine, _ key: KeyFile) {
        self.init(engine, key, Migrator())
    }

    init(_ engine: any StoreEngine, _ key: KeyFile, _ migrator: Migrator) {
        (self.engine, self.key, self.migrator) = (engine, key, migrator)
    }

    /// One step of the schema that the store lacks.
    package struct Step: Sendable, Hashable {
        package let number: Int
        package let name: String
    }

    /// What the store lacks, in order.
    ///
    /// - Throws: `store-foreign`, `store-newer`, `store-damaged`.
    package func missing() async throws(Problem) -> [Step] {
        try await migrator.missing(engine).map { Step(number: $0.number, name: $0.name) }
    }

    /// Applies the missing steps to a copy of the store, verifies it and takes it away.
    package func rehearse(
        in draft: any StoreDraft, scratch: String, at instant: Instant,
        _ progress: @escaping TransferProgress = { _, _ in }
    ) async throws(Problem) -> BackupReport {
        try await CityCopy(engine, key, scratch: scratch, migrator)
            .rehearse(in: draft, at: instant, progress)
    }

    /// Writes a backup to `path`, then applies the missing steps. Does nothing where none is missing.
    ///
    /// - Returns: the backup; nil when nothing was missing.
    package func run(
        backup path: String, by act: Act, _ progress: @escaping TransferProgress = { _, _ in }
    ) async throws(Problem) -> BackupReport? {
        let steps = try await migrator.missing(engine)
        guard !steps.isEmpty else { return nil }
        let report = try await CityBackup(engine, key, migrator).write(to: path, by: act, progress)
        let (migrator, seal) = (migrator, CitySeal(key: key))
        for step in steps {
            progress(.migrate, step.number)
            try await engine.write { writer throws(Problem) in
                guard try migrator.apply(step, at: act.at, writer) else { return }
                try seal.note(
                    "store.migrate", ["step": String(step.number), "name": step.name], by: act,
                    writer)
            }
        }
        return report
    }
}
