package import Civic

/// A backup on the disk and the keys to open it.
package struct BackupFile: Sendable {
    package let path: String
    let keys: BackupKeys

    package init(_ path: String, _ key: KeyFile) { self.init(path, BackupKeys(key)) }

    init(_ path: String, _ keys: BackupKeys) { (self.path, self.keys) = (path, keys) }

    /// Reads the whole file and counts and hashes every row. Blocks the thread meanwhile.
    ///
    /// - Throws: `backup-missing`, `backup-damaged`, `backup-newer`, `key-wrong`.
    package func verify(
        _ progress: TransferProgress = { _, _ in }
    ) throws(Problem) -> BackupReport {
        let reader = try BackupReader(path, keys)
        var contents = CityContents()
        var table: (name: String, hash: TableHash)?
        func endTable() { if let table { contents.tables.append(table.hash.table(table.name)) } }
        let trailer = try reader.each { block throws(Problem) in
            if block.table != table?.name {
                endTable()
                table = (block.table, TableHash())
                progress(.verify, contents.rows)
            }
            try block.each { table?.hash.add($0) }
        }
        endTable()
        guard contents == trailer.contents else { throw Problem.backupDamaged(path) }
        progress(.verify, contents.rows)
        return BackupReport(
            path: path, size: reader.size, digest: reader.fileDigest, header: reader.header,
            contents: contents, events: trailer.events)
    }
}
