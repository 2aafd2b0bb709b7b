import Civic

/// Fills an empty database with the rows of a backup, verifies them, and brings the schema up to
/// date: all in one transaction.
struct CityFilling: Sendable {
    let backup: BackupFile
    let seal: CitySeal
    let migrator: Migrator
    let progress: TransferProgress

    private typealias Shape = (name: String, columns: [SQLColumn])

    /// Notes `event` at the end, if any, and erases again whom the backup would bring back.
    ///
    /// - Throws: `store-exists`, `store-newer`, `copy-differs`, `journal-broken`, and whatever is
    ///   wrong with the backup.
    func run(
        _ writer: any SQLWriter, at instant: Instant, noting event: Act?
    ) throws(Problem) {
        let reader = try BackupReader(backup.path, backup.keys)
        let version = reader.header.version
        guard version <= migrator.migrations.count else {
            throw Problem.storeNewer(found: version, known: migrator.migrations.count)
        }
        try migrator.defineTables(upTo: version, writer)
        let (shapes, trailer) = try load(reader, migrator.tables(upTo: version), writer)
        try migrator.defineTriggers(upTo: version, writer)
        try compare(shapes, with: trailer, writer)
        for migration in migrator.missing(after: try migrator.version(of: writer)) {
            progress(.migrate, migration.number)
            try migrator.apply(migration, at: instant, writer)
        }
        guard let event else { return }
        try seal.note(
            "store.restore", ["backup": String(reader.header.createdAt.milliseconds)], by: event,
            writer)
        try seal.reapplyErasures(by: event, writer)
    }

    private func load(
        _ reader: BackupReader, _ tables: [String], _ writer: any SQLWriter
    ) throws(Problem) -> (shapes: [Shape], trailer: BackupTrailer) {
        var shapes: [Shape] = []
        var trailer: BackupTrailer?
        var rows = 0
        try writer.replacing(tables) { () throws(Problem) in
            // Some steps of the schema put rows into their tables.
            for table in tables.reversed() { try writer.execute("DELETE FROM \(table)") }
            trailer = try reader.each { block throws(Problem) in
                guard tables.contains(block.table) else {
                    throw Problem.tableUnknown(block.table)
                }
                if shapes.last?.name != block.table { shapes.append((block.table, block.columns)) }
                if block.count > 0 {
                    try writer.insert(
                        into: block.table, block.columns.map(\.name), try block.values())
                }
                rows += block.count
                progress(.load, rows)
            }
        }
        guard let trailer else { throw Problem.backupDamaged(backup.path) }
        return (shapes, trailer)
    }

    private func compare(
        _ shapes: [Shape], with trailer: BackupTrailer, _ writer: any SQLWriter
    ) throws(Problem) {
        let found = try CityContents.read(shapes, writer) { progress(.compare, $0) }
        if let table = found.firstDifference(from: trailer.contents) {
            throw Problem.copyDiffers(table)
        }
        progress(.journal, trailer.events)
        if let fault = try seal.journalFault(writer) {
            throw Problem.journalBroken(fault, at: nil, do: .useEarlierBackup)
        }
    }
}
