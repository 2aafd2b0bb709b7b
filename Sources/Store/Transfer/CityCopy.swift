package import Civic

/// Carries a city from one engine to another, by way of a file that is sealed with a key of its own
/// and gone afterwards.
package struct CityCopy: Sendable {
    private let engine: any StoreEngine
    private let key: KeyFile
    private let scratch: String
    private let migrator: Migrator

    /// `scratch` is a folder with room for all rows; nothing stays in it.
    package init(_ engine: any StoreEngine, _ key: KeyFile, scratch: String) {
        self.init(engine, key, scratch: scratch, Migrator())
    }

    init(_ engine: any StoreEngine, _ key: KeyFile, scratch: String, _ migrator: Migrator) {
        (self.engine, self.key, self.scratch, self.migrator) = (engine, key, scratch, migrator)
    }

    /// Refuses a store that a node works with: what is written to it afterwards would be missing in
    /// the copy.
    ///
    /// - Throws: `nodes-working` when one was seen within a minute.
    package func refuseWorkingNodes(at instant: Instant) async throws(Problem) {
        let nodes = try await engine.read { reader throws(Problem) in
            // Stores of earlier programs know of no nodes.
            try reader.tables().contains("node") ? try NodeTable.living(at: instant, reader) : []
        }
        guard nodes.isEmpty else { throw Problem.nodesWorking(nodes) }
    }

    /// Copies the city into the draft, which appears once it was read back and found equal. Both
    /// then hold the event of the copying.
    ///
    /// - Throws: `key-wrong`, `store-exists`, `copy-differs`, `journal-broken`, `disk-full`.
    package func run(
        into draft: any StoreDraft, by act: Act,
        _ progress: @escaping TransferProgress = { _, _ in }
    ) async throws(Problem) -> BackupReport {
        do throws(Problem) {
            if !engine.isReadOnly { try await note(act) }
        } catch {
            await draft.discard()
            throw error
        }
        return try await through(draft, act.at, progress) { restore throws(Problem) in
            try await restore.publish(draft, at: act.at, noting: nil, progress)
        }
    }

    /// Copies the city, applies to the copy what its schema lacks, and takes the copy away.
    func rehearse(
        in draft: any StoreDraft, at instant: Instant, _ progress: @escaping TransferProgress
    ) async throws(Problem) -> BackupReport {
        try await through(draft, instant, progress) { restore throws(Problem) in
            try await restore.rehearse(in: draft, at: instant, progress)
        }
    }

    private func through(
        _ draft: any StoreDraft, _ instant: Instant, _ progress: @escaping TransferProgress,
        _ use: (CityRestore) async throws(Problem) -> BackupReport
    ) async throws(Problem) -> BackupReport {
        let keys = BackupKeys.once()
        let file: PartialFile
        do throws(Problem) {
            file = try await rows(keys, instant, progress)
        } catch {
            await draft.discard()
            throw error
        }
        defer { file.discard() }
        return try await use(CityRestore(BackupFile(file.path, keys), CitySeal(key: key), migrator))
    }

    private func rows(
        _ keys: BackupKeys, _ instant: Instant, _ progress: @escaping TransferProgress
    ) async throws(Problem) -> PartialFile {
        let path = "\(scratch)/sigap-copy-\(UInt64.random(in: 0...UInt64.max))"
        let file = try PartialFile(for: path, taken: .backupExists(path))
        do throws(Problem) {
            let making = BackupMaking(
                engine: engine, keys: keys, seal: CitySeal(key: key), migrator: migrator)
            // A journal that is broken is broken in the copy, which finds it.
            _ = try await making.make(file, at: instant, progress)
            return file
        } catch {
            file.discard()
            throw error
        }
    }

    private func note(_ act: Act) async throws(Problem) {
        let seal = CitySeal(key: key)
        try await engine.write { writer throws(Problem) in
            try seal.identify(writer)
            try seal.note("store.copy", [:], by: act, writer)
        }
    }
}
