package import Civic

extension CityStore {
    /// Counts an attempt from `place`, on all nodes together; how many are left of `most` within
    /// `length` milliseconds, or nil when it is one too many.
    ///
    /// The table knows places by fingerprint only, so that no address and no login stands in it.
    package func takeAttempt(
        from place: String, most: Int, within length: Int64, at instant: Instant
    ) async throws(Problem) -> Int? {
        let attempt = Attempt(place: place, sealer: sealer)
        let window = AttemptWindow(length: length, instant: instant)
        // Whoever has used up his attempts costs a look only: a flood must not become a flood of
        // writes.
        let before = try await engine.read { reader throws(Problem) in
            try window.count(try attempt.fingerprint(reader), reader)
        }
        guard before < most else { return nil }
        let count = try await engine.write { writer throws(Problem) in
            try window.add(try attempt.fingerprint(writer), writer)
        }
        return count > most ? nil : most - count
    }

    /// When attempts from `place` begin to count anew; nil when none count.
    package func attemptsEnd(from place: String, at instant: Instant) async throws(Problem)
        -> Instant?
    {
        let attempt = Attempt(place: place, sealer: sealer)
        return try await engine.read { reader throws(Problem) in
            try reader.first(
                "SELECT ends_at FROM attempt WHERE place = $1 AND ends_at > $2",
                [
                    .bytes(try attempt.fingerprint(reader)), .integer(instant.milliseconds),
                ]
            ) { fields in Instant(milliseconds: fields.integer()) }
        }
    }

    /// Forgets the attempts from `place`, after a success.
    package func forgetAttempts(from place: String) async throws(Problem) {
        let attempt = Attempt(place: place, sealer: sealer)
        try await engine.write { writer throws(Problem) in
            let fingerprint = try attempt.fingerprint(writer)
            try writer.execute("DELETE FROM attempt WHERE place = $1", [.bytes(fingerprint)])
        }
    }
}

private struct Attempt: Sendable {
    let place: String
    let sealer: Sealer

    /// By the key that the store names now, so that all nodes agree while keys are changed.
    func fingerprint(_ reader: any SQLReader) throws(Problem) -> [UInt8] {
        try sealer.named(by: reader).fingerprint(ofPlace: place)
    }
}

/// When attempts from one place count together.
private struct AttemptWindow: Sendable {
    let length: Int64
    let instant: Instant

    private var now: SQLValue { .integer(instant.milliseconds) }
    private var end: SQLValue { .integer((instant + length).milliseconds) }
    /// No window that began in the past ends later than this. Nodes' clocks may differ by a little,
    /// so that only a clock that was put back far ends a window early.
    private var endMax: SQLValue { .integer((instant + 2 * length).milliseconds) }

    func count(_ place: [UInt8], _ reader: any SQLReader) throws(Problem) -> Int {
        try reader.integer(
            "SELECT count FROM attempt WHERE place = $1 AND ends_at > $2 AND ends_at <= $3",
            [.bytes(place), now, endMax])
    }

    /// Adds one and returns how many there are.
    func add(_ place: [UInt8], _ writer: any SQLWriter) throws(Problem) -> Int {
        let isOpen = "attempt.ends_at > $3 AND attempt.ends_at <= $4"
        return try writer.integer(
            """
            INSERT INTO attempt (place, ends_at, count) VALUES ($1, $2, 1)
            ON CONFLICT (place) DO UPDATE SET
            count = CASE WHEN \(isOpen) THEN attempt.count + 1 ELSE 1 END,
            ends_at = CASE WHEN \(isOpen) THEN attempt.ends_at ELSE excluded.ends_at END
            RETURNING count
            """, [.bytes(place), end, now, endMax])
    }
}
