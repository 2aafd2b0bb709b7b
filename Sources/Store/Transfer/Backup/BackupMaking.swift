import Civic

/// Writes one unchanging state of a store into a file, and reads the file back.
struct BackupMaking: Sendable {
    let engine: any StoreEngine
    let keys: BackupKeys
    let seal: CitySeal
    let migrator: Migrator

    /// What is wrong with the store itself does not keep it from being saved; it is told beside.
    struct Made: Sendable {
        let report: BackupReport
        let journalFault: JournalCheck.Fault?
    }

    private struct Sent: Sendable {
        let trailer: BackupTrailer
        let journalFault: JournalCheck.Fault?
    }

    /// Fills `file`, whose contents are on the disk and verified afterwards.
    ///
    /// - Throws: `store-foreign`, `store-newer`, `store-damaged`, `table-unknown`, `disk-full`,
    ///   `backup-damaged` when what was written cannot be read back.
    func make(
        _ file: PartialFile, at instant: Instant, _ progress: @escaping TransferProgress
    ) async throws(Problem) -> Made {
        let making = self
        // An engine may have to begin again, and so does the file.
        let sent = try await engine.read { reader throws(Problem) in
            try making.send(reader, to: file, at: instant, progress)
        }
        try file.sync()
        let report = try BackupFile(file.path, keys).verify(progress)
        guard BackupTrailer(contents: report.contents, events: report.events) == sent.trailer
        else { throw Problem.backupDamaged(file.path) }
        return Made(report: report, journalFault: sent.journalFault)
    }

    private func send(
        _ reader: any SQLReader, to file: PartialFile, at instant: Instant,
        _ progress: TransferProgress
    ) throws(Problem) -> Sent {
        let version = try migrator.version(of: reader)
        try seal.identify(reader)
        guard let region = try Setting.all(reader)[.region], let secret = keys.secret(keys.current)
        else { throw Problem.storeDamaged("setting") }
        let header = BackupHeader(
            keyID: keys.current, createdAt: instant, region: region, version: version)
        var writer = try BackupWriter(file, secret, header)
        var rows = 0
        let contents = try CityDump(migrator: migrator, reader: reader).send(version: version) {
            block throws(Problem) in
            try writer.write(block)
            rows += block.count
            progress(.send, rows)
        }
        let trailer = BackupTrailer(
            contents: contents, events: try reader.integer("SELECT MAX(id) FROM journal"))
        try writer.finish(trailer)
        progress(.journal, trailer.events)
        return Sent(trailer: trailer, journalFault: try seal.journalFault(reader))
    }
}
