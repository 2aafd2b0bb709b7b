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

    /// The place at which the journal is broken, in words that need no translation.
    func journalFault(_ reader: any SQLReader) throws(Problem) -> String? {
        switch try JournalVerifier(try Sealer(key), reader).check(reader).fault {
        case .altered(let id), .missing(let id), .added(let id), .moved(let id, _): "#\(id)"
        case .root(let day): day.iso
        case .rewritten: "#∞"
        case nil: nil
        }
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
