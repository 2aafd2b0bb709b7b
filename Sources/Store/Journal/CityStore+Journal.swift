package import Civic

extension CityStore {
    /// Records that something was done which changes nothing else in the store.
    package func record(
        _ verb: String, _ subject: String, _ detail: [String: String] = [:], by act: Act
    ) async throws(Problem) {
        let journal = journal
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, verb, writer) else { return }
            try journal.append(verb, subject, detail, by: act, to: writer)
        }
    }

    /// The latest events about `subject`, newest first.
    package func events(about subject: String, limit: Int) async throws(Problem) -> [JournalEvent] {
        try await engine.read { reader throws(Problem) in
            try JournalReading.events(about: subject, limit: limit, reader)
        }
    }

    /// The latest events before event `before` (nil: the very latest), newest first.
    package func events(before: Int?, limit: Int) async throws(Problem) -> [JournalEvent] {
        try await engine.read { reader throws(Problem) in
            try JournalReading.events(before: before, limit: limit, reader)
        }
    }

    /// Reads the whole journal and names the first event that was altered, taken away or moved, or
    /// the first signed root that does not fit.
    package func verifyJournal() async throws(Problem) -> JournalCheck {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try JournalVerifier(sealer, reader).check(reader)
        }
    }
}

enum JournalReading {
    private static let columns = "id, at, actor, verb, subject, detail"

    static func events(
        about subject: String, limit: Int, _ reader: any SQLReader
    ) throws(Problem) -> [JournalEvent] {
        try reader.all(
            "SELECT \(columns) FROM journal WHERE subject = $1 ORDER BY id DESC LIMIT $2",
            [.text(subject), SQLValue(limit)], event)
    }

    static func events(
        before: Int?, limit: Int, _ reader: any SQLReader
    ) throws(Problem) -> [JournalEvent] {
        try reader.all(
            "SELECT \(columns) FROM journal WHERE id < $1 ORDER BY id DESC LIMIT $2",
            [SQLValue(before ?? Int.max), SQLValue(limit)], event)
    }

    private static func event(_ fields: inout SQLFields) throws(Problem) -> JournalEvent {
        JournalEvent(
            id: fields.int(), at: Instant(milliseconds: fields.integer()), actor: fields.text(),
            verb: fields.text(), subject: fields.text(),
            detail: try StoredList.object(fields.text()))
    }
}
