package import Civic
package import Programme

/// Drivers go again: on the promised day, when their platform wants it, or one by one. What was
/// deleted leaves the files of the database with ``finishDriverDeletions()``.
extension CityStore {
    /// Deletes every row of a list that was not ended yet. Doing it again changes nothing.
    package func deleteDriverList(
        _ id: Int, in scope: Scope, by act: Act
    ) async throws(Problem) {
        let (sealer, journal) = (sealer, journal)
        try await engine.write { writer throws(Problem) in
            let list = try DriverTable(reader: writer).list(id, in: scope)
            guard list.state != .ended else { return }
            try DriverDeleting(
                sealer: try sealer.named(by: writer), journal: journal, writer: writer, act: act
            ).end(list, why: list.state == .draft ? .unsent : .asked, keepingUsed: false)
        }
    }

    /// Deletes the rows of one driver at once, in all lists of `agency`; returns how many there were.
    package func withdrawDriver(
        _ nik: NIK, agency: String, by act: Act
    ) async throws(Problem) -> Int {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            try DriverDeleting(
                sealer: try sealer.named(by: writer), journal: journal, writer: writer, act: act
            ).withdraw(nik, agency: agency)
        }
    }

    /// Does what was promised: ends the lists whose day has come, each after its last answer, and
    /// those that were made before `draftsBefore` and never sent. Returns how many.
    package func sweepDrivers(
        on today: Day, draftsBefore: Instant, answering: DriverAnswering, by act: Act
    ) async throws(Problem) -> Int {
        let due = try await engine.read { reader throws(Problem) in
            try reader.all(
                """
                SELECT id FROM driver_list WHERE (state = 'sent' AND delete_on <= $1)
                OR (state = 'draft' AND made_at < $2) ORDER BY id
                """, [SQLValue(today), .integer(draftsBefore.milliseconds)]
            ) { fields in fields.int() }
        }
        let (sealer, journal) = (sealer, journal)
        for id in due {
            try await engine.write { writer throws(Problem) in
                let sealer = try sealer.named(by: writer)
                let list = try DriverTable(reader: writer).list(id, in: .city)
                guard list.state != .ended else { return }
                if let sentAt = list.sentAt {
                    try DriverJudging(answering: answering, sealer: sealer, writer: writer)
                        .judge(list, sentAt: sentAt)
                }
                try DriverDeleting(sealer: sealer, journal: journal, writer: writer, act: act).end(
                    list, why: list.state == .draft ? .unsent : .promised, keepingUsed: true)
            }
        }
        return due.count
    }

    /// How many lists should have been ended before `day`, and were not.
    package func overdueDriverLists(before day: Day) async throws(Problem) -> Int {
        try await engine.read { reader throws(Problem) in
            try reader.integer(
                "SELECT COUNT(*) FROM driver_list WHERE state = 'sent' AND delete_on < $1",
                [SQLValue(day)])
        }
    }

    /// Writes the rows' files anew, so that they hold nothing of what was deleted. Does nothing when
    /// nothing was deleted since the last time; `store-busy` when it has to be tried again.
    package func finishDriverDeletions() async throws(Problem) {
        let isPending = try await engine.read { reader throws(Problem) in
            try Setting.value(.driverScrub, reader) != nil
        }
        guard isPending else { return }
        // Forgotten first: what is deleted meanwhile notes it again.
        try await engine.write { writer throws(Problem) in
            try Setting.remove(.driverScrub, writer)
        }
        do throws(Problem) {
            try await engine.scrub(["driver_row"])
        } catch {
            try await engine.write { writer throws(Problem) in
                try Setting.put(.driverScrub, "1", writer)
            }
            throw error
        }
    }
}
