import Civic

/// What carrying a whole store needs of its key: to tell that they belong together, to verify the
/// journal, and to add to it. The one place, beside ``BackupKeys``, where transfers meet the key
/// file.
struct CitySeal: Sendable {
    let key: KeyFile

    /// - Throws: `store-foreign`, `store-damaged`, `key-wrong`.
    func identify(_ reader: any SQLReader) throws(Problem) {
        guard try reader.tables().contains("setting") else { throw Problem.storeForeign() }
        guard let id = try Setting.all(reader)[.keyID] else {
            throw Problem.storeDamaged("setting")
        }
        guard BackupKeys(key).secret(id) != nil else { throw Problem.keyAbsent(id) }
    }

    /// The place at which the journal is broken, in words that need no translation.
    func journalFault(_ reader: any SQLReader) throws(Problem) -> String? {
        switch try JournalVerifier(sealer: Sealer(key)).check(reader).fault {
        case .altered(let id), .missing(let id), .moved(let id, _): "#\(id)"
        case .rewritten: "#∞"
        case nil: nil
        }
    }

    /// Adds an event that is about the whole store.
    func note(
        _ verb: String, _ detail: [String: String], by act: Act, _ writer: any SQLWriter
    ) throws(Problem) {
        try JournalWriter(sealer: Sealer(key)).append(verb, "", detail, by: act, to: writer)
    }
}
