import Civic

/// What carrying a whole store needs of its key: to tell that they belong together, to verify the
/// journal, and to add to it. The one place, beside ``BackupKeys``, where transfers meet the key
/// file.
struct CitySeal: Sendable {
    let key: KeyFile

    /// - Throws: `store-foreign`, `store-damaged`, `key-wrong`.
    func identify(_ reader: any SQLReader) throws(Problem) {
        guard try reader.tables().contains("setting") else { throw Problem.storeForeign() }
        guard let id = try Setting.value(.keyID, reader) else {
            throw Problem.storeDamaged("setting")
        }
        guard BackupKeys(key).secret(id) != nil else { throw Problem.keyAbsent(id) }
    }

    func journalFault(_ reader: any SQLReader) throws(Problem) -> JournalCheck.Fault? {
        try JournalVerifier(try Sealer(key), reader).check(reader).fault
    }

    /// Erases everybody who was erased after the rows were saved.
    func reapplyErasures(by act: Act, _ writer: any SQLWriter) throws(Problem) {
        let marks = try ErasureList(besideKey: key.path).marks()
        let sealer = try Sealer(key).named(by: writer)
        _ = try Erasing(sealer: sealer, writer: writer).reapply(marks, by: act)
    }

    /// Adds an event that is about the whole store.
    func note(
        _ verb: String, _ detail: [String: String], by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        try JournalWriter(sealer: try Sealer(key)).append(verb, "", detail, by: act, to: writer)
    }
}
