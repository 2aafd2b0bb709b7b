package import Civic

/// Backups of one city, made while others work with it.
package struct CityBackup: Sendable {
    private let engine: any StoreEngine
    private let key: KeyFile
    private let migrator: Migrator

    package init(_ engine: any StoreEngine, _ key: KeyFile) {
        self.init(engine, key, Migrator())
    }

    init(_ engine: any StoreEngine, _ key: KeyFile, _ migrator: Migrator) {
        (self.engine, self.key, self.migrator) = (engine, key, migrator)
    }

    /// Writes a backup to `path`, reads it back, and notes in the store that there is one. A store of
    /// an earlier schema is saved as it is.
    ///
    /// - Throws: `backup-exists`, `file-in-use`, `file-unwritable`, `disk-full`, `key-wrong`,
    ///   `table-unknown`; `journal-broken` when the store's journal is not sound, although the
    ///   backup was made.
    package func write(
        to path: String, by act: Act, _ progress: @escaping TransferProgress = { _, _ in }
    ) async throws(Problem) -> BackupReport {
        let file = try PartialFile(for: path, taken: .backupExists(path))
        let making = BackupMaking(
            engine: engine, keys: BackupKeys(key), seal: CitySeal(key: key), migrator: migrator)
        let made: BackupMaking.Made
        do throws(Problem) {
            made = try await making.make(file, at: act.at, progress)
            try file.publish()
        } catch {
            file.discard()
            throw error
        }
        if let fault = made.journalFault {
            throw Problem.journalBroken(fault, at: nil, do: .stopAndRestore)
        }
        if !engine.isReadOnly { try await note(made.report, path, act) }
        return made.report.renamed(path)
    }

    private func note(_ report: BackupReport, _ path: String, _ act: Act) async throws(Problem) {
        let seal = CitySeal(key: key)
        let name = path.split(separator: "/").last.map(String.init) ?? path
        try await engine.write { writer throws(Problem) in
            try Setting.put(.lastBackup, String(act.at.milliseconds), writer)
            try seal.note(
                "store.backup",
                ["file": name, "digest": report.digest, "rows": String(report.contents.rows)],
                by: act, writer)
        }
    }
}

extension CityStore {
    /// Writes a backup of this city to `path`; see ``CityBackup``.
    @discardableResult
    package func backUp(to path: String, by act: Act) async throws(Problem) -> BackupReport {
        try await CityBackup(engine, sealer.ring.file).write(to: path, by: act)
    }
}
