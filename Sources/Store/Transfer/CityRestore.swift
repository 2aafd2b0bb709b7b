package import Civic

/// Makes a store from a backup.
package struct CityRestore: Sendable {
    private let backup: BackupFile
    private let seal: CitySeal
    private let migrator: Migrator

    package init(_ path: String, _ key: KeyFile) { self.init(path, key, Migrator()) }

    init(_ path: String, _ key: KeyFile, _ migrator: Migrator) {
        self.init(BackupFile(path, key), CitySeal(key: key), migrator)
    }

    init(_ backup: BackupFile, _ seal: CitySeal, _ migrator: Migrator) {
        (self.backup, self.seal, self.migrator) = (backup, seal, migrator)
    }

    /// Verifies the whole backup, fills the draft with it, compares what the draft holds, brings it
    /// up to the schema of this program, and only then lets it appear. After a failure nothing of
    /// it is left.
    ///
    /// - Throws: `store-exists`, `copy-differs`, `journal-broken`, `disk-full`, and whatever is
    ///   wrong with the backup.
    package func run(
        into draft: any StoreDraft, by act: Act,
        _ progress: @escaping TransferProgress = { _, _ in }
    ) async throws(Problem) -> BackupReport {
        try await publish(draft, at: act.at, noting: act, progress)
    }

    /// Does everything but let the store appear: proof that the backup can be used.
    package func rehearse(
        in draft: any StoreDraft, at instant: Instant,
        _ progress: @escaping TransferProgress = { _, _ in }
    ) async throws(Problem) -> BackupReport {
        do throws(Problem) {
            let report = try await fill(draft.engine, at: instant, noting: nil, progress)
            let faults = try await draft.engine.read { reader throws(Problem) in
                try reader.integrityFaults()
            }
            if let fault = faults.first { throw Problem.storeDamaged(fault) }
            await draft.discard()
            return report
        } catch {
            await draft.discard()
            throw error
        }
    }

    /// Does the work of ``run(into:by:_:)``; the new store notes `event`, if any.
    func publish(
        _ draft: any StoreDraft, at instant: Instant, noting event: Act?,
        _ progress: @escaping TransferProgress
    ) async throws(Problem) -> BackupReport {
        do throws(Problem) {
            let report = try await fill(draft.engine, at: instant, noting: event, progress)
            // What cannot be done now stays noted in the store, and `sigap check` tells of it.
            try? await Scrubbing(engine: draft.engine).finish()
            try await draft.publish()
            return report
        } catch {
            await draft.discard()
            throw error
        }
    }

    private func fill(
        _ engine: any StoreEngine, at instant: Instant, noting event: Act?,
        _ progress: @escaping TransferProgress
    ) async throws(Problem) -> BackupReport {
        let report = try backup.verify(progress)
        let filling = CityFilling(
            backup: backup, seal: seal, migrator: migrator, progress: progress)
        try await engine.write { writer throws(Problem) in
            try filling.run(writer, at: instant, noting: event)
        }
        return report
    }
}
