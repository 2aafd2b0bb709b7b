import Civic

/// An event to be, of one of many that happened at once.
struct JournalEntry {
    let subject: String
    let detail: [String: String]
}

extension JournalWriter {
    /// Appends an event for each of many subjects, as ``append(_:_:_:by:to:)`` would one after the
    /// other, with one look at the head and one seal.
    func append(
        _ verb: String, _ entries: [JournalEntry], by act: Act, to writer: any SQLWriter
    ) throws(Problem) {
        guard !entries.isEmpty else { return }
        let head = try writer.first("SELECT last_id, hash FROM journal_head WHERE id = 1") {
            fields in (id: fields.int(), hash: fields.bytes())
        }
        var (id, hash) = (head?.id ?? 0, head?.hash ?? JournalLink.start)
        var values: [SQLValue] = []
        for entry in entries {
            var json = JSONText()
            json.object(entry.detail)
            id += 1
            let link = JournalLink(
                id: id, at: act.at.milliseconds, actor: act.actor, verb: verb,
                subject: entry.subject, detail: json.text, previousHash: hash)
            hash = link.hash
            values += [SQLValue(link.id), .integer(link.at), .text(link.actor), .text(verb)]
            values += [.text(link.subject), .text(link.detail), .bytes(link.previousHash)]
            values.append(.bytes(hash))
        }
        try writer.insert(
            into: "journal",
            ["id", "at", "actor", "verb", "subject", "detail", "previous_hash", "hash"], values)
        let sealer = try sealer.named(by: writer)
        try writer.execute(
            """
            INSERT INTO journal_head (id, last_id, hash, seal) VALUES (1, $1, $2, $3)
            ON CONFLICT (id) DO UPDATE
            SET last_id = excluded.last_id, hash = excluded.hash, seal = excluded.seal
            """,
            [SQLValue(id), .bytes(hash), .bytes(sealer.journalSeal(id: id, hash: hash))])
    }
}
