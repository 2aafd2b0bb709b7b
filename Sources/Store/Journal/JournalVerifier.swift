import Civic

/// Walks the chain from its first event and stops at the first that does not fit.
struct JournalVerifier {
    let sealer: Sealer

    private static let columns =
        "id, at, actor, verb, subject, detail, previous_hash, hash"

    private struct Stored {
        let link: JournalLink
        let hash: [UInt8]

        init(_ fields: inout SQLFields) {
            link = JournalLink(
                id: fields.int(), at: fields.integer(), actor: fields.text(), verb: fields.text(),
                subject: fields.text(), detail: fields.text(), previousHash: fields.bytes())
            hash = fields.bytes()
        }
    }

    func check(_ reader: any SQLReader) throws(Problem) -> JournalCheck {
        var count = 0
        var hash = JournalLink.start
        var broken: Stored?
        // Nothing is read on after a fault, but the rows of a query cannot be left early.
        let sql = "SELECT \(JournalVerifier.columns) FROM journal ORDER BY id"
        try reader.scan(sql, []) { row throws(Problem) in
            guard broken == nil else { return }
            var fields = SQLFields(row)
            let event = Stored(&fields)
            let fits =
                event.link.id == count + 1 && event.link.previousHash == hash
                && event.link.hash == event.hash
            guard fits else {
                broken = event
                return
            }
            count += 1
            hash = event.hash
        }
        if let broken {
            return JournalCheck(sound: count, fault: try fault(of: broken, after: count, reader))
        }
        return JournalCheck(sound: count, fault: try faultAtEnd(count, hash, reader))
    }

    private func fault(
        of event: Stored, after count: Int, _ reader: any SQLReader
    ) throws(Problem) -> JournalCheck.Fault {
        guard event.link.id == count + 1 else { return .missing(count + 1) }
        guard event.link.hash == event.hash else {
            return try origin(of: event, reader).map { .moved(id: event.link.id, from: $0) }
                ?? .altered(event.link.id)
        }
        // The event itself fits its hash: the one before was altered and given a new hash.
        return .altered(max(count, 1))
    }

    /// The number under which an untouched event was written, found by trying them all.
    private func origin(of event: Stored, _ reader: any SQLReader) throws(Problem) -> Int? {
        let last = max(
            try reader.integer("SELECT MAX(id) FROM journal"),
            try reader.integer("SELECT MAX(last_id) FROM journal_head"))
        var link = event.link
        for id in 1...max(last, 1) {
            link.id = id
            if link.hash == event.hash { return id }
        }
        return nil
    }

    private func faultAtEnd(
        _ count: Int, _ hash: [UInt8], _ reader: any SQLReader
    ) throws(Problem) -> JournalCheck.Fault? {
        let head = try reader.first("SELECT last_id, hash, seal FROM journal_head WHERE id = 1") {
            fields in (id: fields.int(), hash: fields.bytes(), seal: fields.bytes())
        }
        // A store begins with an event, so that an empty journal was emptied.
        guard let head else { return .missing(count + 1) }
        guard head.seal == sealer.journalSeal(id: head.id, hash: head.hash) else {
            return .rewritten
        }
        if head.id > count { return .missing(count + 1) }
        if head.id < count { return .altered(head.id + 1) }
        return head.hash == hash ? nil : .altered(count)
    }
}
