import Civic

/// Signs the days of the journal that are over and have no root yet.
struct JournalSigner {
    let sealer: Sealer

    /// The end of a day: no event of the day, nor of one before it, is later.
    private struct DayEnd {
        let day: Day
        let lastEvent: Int
    }

    /// The roots of all finished days after the last signed one, in order of day.
    ///
    /// An event whose day was signed before it happened, as when a clock was put back, belongs to
    /// the next root: the chain covers it.
    func roots(
        before today: Day, at instant: Instant, _ reader: any SQLReader
    ) throws(Problem) -> [JournalRoot] {
        let ends = try ends(before: today, reader)
        guard !ends.isEmpty else { return [] }
        var sql = SQLText()
        let list = sql.bind(ends.map { SQLValue($0.lastEvent) })
        var hashes: [Int: [UInt8]] = [:]
        try reader.scan("SELECT id, hash FROM journal WHERE id IN (\(list))", sql.values) {
            row throws(Problem) in
            hashes[Int(row.integer(0))] = row.bytes(1)
        }
        return try ends.map { end throws(Problem) in
            try root(of: end, hash: hashes[end.lastEvent] ?? [], at: instant)
        }
    }

    private func ends(before today: Day, _ reader: any SQLReader) throws(Problem) -> [DayEnd] {
        let last = try reader.first(
            "SELECT day, last_id FROM journal_root ORDER BY day DESC LIMIT 1"
        ) { fields in (day: Int32(clamping: fields.integer()), event: fields.int()) }
        let lastDay = Day(number: last?.day ?? Int32.min)
        var lastEvents: [Day: Int] = [:]
        try reader.scan(
            "SELECT id, at FROM journal WHERE id > $1 ORDER BY id", [SQLValue(last?.event ?? 0)]
        ) { row throws(Problem) in
            let day = Day.jakarta(at: Instant(milliseconds: row.integer(1)))
            if day > lastDay, day < today { lastEvents[day] = Int(row.integer(0)) }
        }
        var ends: [DayEnd] = []
        for (day, event) in lastEvents.sorted(by: { $0.key < $1.key })
        where event > ends.last?.lastEvent ?? 0 {
            ends.append(DayEnd(day: day, lastEvent: event))
        }
        return ends
    }

    private func root(
        of end: DayEnd, hash: [UInt8], at instant: Instant
    ) throws(Problem) -> JournalRoot {
        let message = JournalRoot.message(
            day: end.day, lastEvent: end.lastEvent, hash: hash, signedAt: instant)
        return JournalRoot(
            day: end.day, lastEvent: end.lastEvent, hash: hash, signedAt: instant,
            keyID: sealer.current.id, signature: try sealer.current.sign(message))
    }
}
