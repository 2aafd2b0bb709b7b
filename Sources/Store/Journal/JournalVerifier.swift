import Civic

/// Walks the chain from its first event and stops at the first that does not fit, be it the chain or
/// a signed root.
struct JournalVerifier {
    /// Nil for whoever has no key: the end of the journal is then not vouched for.
    let sealer: Sealer?
    /// In order of day.
    let roots: [JournalRoot]
    let publicKeys: [String: [UInt8]]

    init(sealer: Sealer?, roots: [JournalRoot], publicKeys: [String: [UInt8]]) {
        self.sealer = sealer
        self.roots = roots
        self.publicKeys = publicKeys
    }

    /// For the roots of the store itself and the keys of `sealer`.
    init(_ sealer: Sealer, _ reader: any SQLReader) throws(Problem) {
        self.init(
            sealer: try sealer.named(by: reader), roots: try JournalRootTable.all(reader),
            publicKeys: sealer.ring.publicKeys)
    }

    func check(_ reader: any SQLReader) throws(Problem) -> JournalCheck {
        if let forged = roots.first(where: { !$0.isSigned(by: publicKeys) }) {
            return JournalCheck(sound: 0, roots: 0, fault: .root(forged.day))
        }
        var walk = JournalWalk()
        var watch = JournalRootWatch(roots)
        var broken: StoredEvent?
        // Nothing is read on after a fault, but the rows of a query cannot be left early.
        let sql = "SELECT \(JournalWalk.columns) FROM journal ORDER BY id"
        try reader.scan(sql, []) { row throws(Problem) in
            guard broken == nil, watch.fault == nil else { return }
            if walk.step(row) {
                watch.pass(walk)
            } else {
                broken = StoredEvent(row)
            }
        }
        let fault =
            if let broken {
                try fault(of: broken, after: walk.count, reader)
            } else if let day = watch.fault {
                JournalCheck.Fault.root(day)
            } else {
                try faultAtEnd(walk, reader) ?? watch.waiting.map { .root($0) }
            }
        return JournalCheck(sound: walk.count, roots: watch.passed, fault: fault)
    }

    private func fault(
        of event: StoredEvent, after count: Int, _ reader: any SQLReader
    ) throws(Problem) -> JournalCheck.Fault {
        guard event.link.id == count + 1 else { return .missing(count + 1) }
        guard event.link.hash == event.hash else {
            return try origin(of: event, reader).map { .moved(id: event.link.id, from: $0) }
                ?? .altered(event.link.id)
        }
        // The event itself fits its hash: the one before was altered and given a new hash.
        return .altered(max(count, 1))
    }

    /// The number under which an untouched event was written, found by trying them all. Numbers in
    /// the database may be forged, so that they do not tell how many to try.
    private func origin(of event: StoredEvent, _ reader: any SQLReader) throws(Problem) -> Int? {
        let last = 2 * (try reader.integer("SELECT COUNT(*) FROM journal")) + 1000
        var link = event.link
        for id in 1...last {
            link.id = id
            if link.hash == event.hash { return id }
        }
        return nil
    }

    private func faultAtEnd(
        _ walk: JournalWalk, _ reader: any SQLReader
    ) throws(Problem) -> JournalCheck.Fault? {
        guard let sealer else { return nil }
        let head = try reader.first("SELECT last_id, hash, seal FROM journal_head WHERE id = 1") {
            fields in (id: fields.int(), hash: fields.bytes(), seal: fields.bytes())
        }
        // A store begins with an event, so that an empty journal was emptied.
        guard let head else { return .missing(walk.count + 1) }
        guard sealer.isJournalSeal(head.seal, id: head.id, hash: head.hash) else {
            return .rewritten
        }
        if head.id > walk.count { return .missing(walk.count + 1) }
        if head.id < walk.count { return .added(head.id + 1) }
        guard head.hash == walk.hash else { return .altered(walk.count) }
        return try lostRoot(reader).map { .root($0) }
    }

    /// The last day that was signed, when its root is gone.
    private func lostRoot(_ reader: any SQLReader) throws(Problem) -> Day? {
        let signing = try reader.first(
            "SELECT detail FROM journal WHERE verb = 'journal.sign' ORDER BY id DESC LIMIT 1"
        ) { fields throws(Problem) in try StoredList.object(fields.text()) }
        guard let day = signing?["to"].flatMap({ Day(iso: $0) }) else { return nil }
        guard let last = roots.last?.day, last >= day else { return day }
        return nil
    }
}
