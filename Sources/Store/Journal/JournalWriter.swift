import Civic

/// Adds events to the chain, inside the transaction of what they tell about.
struct JournalWriter {
    let sealer: Sealer

    /// Appends one event and moves the sealed head of the journal to it.
    func append(
        _ verb: String, _ subject: String, _ detail: [String: String] = [:], by act: Act,
        to writer: any SQLWriter
    ) throws(Problem) {
        let head = try writer.first("SELECT last_id, hash FROM journal_head WHERE id = 1") {
            fields in (id: fields.int(), hash: fields.bytes())
        }
        var json = JSONText()
        json.object(detail)
        let link = JournalLink(
            id: (head?.id ?? 0) + 1, at: act.at.milliseconds, actor: act.actor, verb: verb,
            subject: subject, detail: json.text, previousHash: head?.hash ?? JournalLink.start)
        let hash = link.hash
        let sealer = try sealer.named(by: writer)
        try writer.execute(
            """
            INSERT INTO journal (id, at, actor, verb, subject, detail, previous_hash, hash)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """,
            [
                SQLValue(link.id), .integer(link.at), .text(link.actor), .text(verb),
                .text(subject), .text(link.detail), .bytes(link.previousHash), .bytes(hash),
            ])
        try writer.execute(
            """
            INSERT INTO journal_head (id, last_id, hash, seal) VALUES (1, $1, $2, $3)
            ON CONFLICT (id) DO UPDATE
            SET last_id = excluded.last_id, hash = excluded.hash, seal = excluded.seal
            """,
            [
                SQLValue(link.id), .bytes(hash),
                .bytes(sealer.journalSeal(id: link.id, hash: hash)),
            ])
    }
}
