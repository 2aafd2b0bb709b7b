package import Civic
package import Programme

/// Drivers that platforms send. Every verb asks for the scope of whoever calls it: a platform
/// reaches its own lists and no others.
extension CityStore {
    /// Keeps a list that was checked for form until it is sent, and returns its number.
    ///
    /// The same content again changes nothing and leads to the list that is there.
    /// `agreement-closed` where `agency` may not send drivers on `today`.
    package func makeDriverList(
        _ new: NewDriverList, of agency: String, on today: Day, by act: Act
    ) async throws(Problem) -> (id: Int, isRepeated: Bool) {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            let filing = DriverFiling(sealer: try sealer.named(by: writer), writer: writer)
            if let known = try filing.known(new.content, of: agency) {
                return (id: known, isRepeated: true)
            }
            let agreement = try AgreementTable.open(for: agency, on: today, writer)
            let id = try filing.insert(new, of: agency, under: agreement, by: act)
            try journal.append(
                "drivers.check", DriverList.subject(id),
                [
                    "agency": agency, "agreement": agreement.terms.number,
                    "read": String(new.rowsRead), "kept": String(new.check.rows.count),
                ], by: act, to: writer)
            return (id: id, isRepeated: false)
        }
    }

    /// Sends a list to the city, which answers every row at once. Sending it again changes nothing.
    package func sendDriverList(
        _ id: Int, in scope: Scope, answering: DriverAnswering, on today: Day, by act: Act
    ) async throws(Problem) {
        let (sealer, journal) = (sealer, journal)
        try await engine.write { writer throws(Problem) in
            let list = try DriverTable(reader: writer).list(id, in: scope)
            guard list.state != .sent else { return }
            guard list.state == .draft else { throw endedList() }
            _ = try AgreementTable.open(for: list.agency, on: today, writer)
            let sealer = try sealer.named(by: writer)
            let deletionDay = list.agreement.terms.deletionDay(ofSent: today)
            try writer.execute(
                """
                UPDATE driver_list SET state = 'sent', sent_at = $1, delete_on = $2 WHERE id = $3
                """, [.integer(act.at.milliseconds), SQLValue(deletionDay), SQLValue(id)])
            let counts = try DriverJudging(answering: answering, sealer: sealer, writer: writer)
                .judge(list, sentAt: act.at)
            try journal.append(
                "drivers.send", DriverList.subject(id),
                counts.detail(["agency": list.agency, "delete-on": deletionDay.iso]), by: act,
                to: writer)
        }
    }

    /// Answers the rows of a list anew where people came from another run since; returns whether it
    /// did.
    @discardableResult
    package func recheckDriverList(
        _ id: Int, in scope: Scope, answering: DriverAnswering, by act: Act
    ) async throws(Problem) -> Bool {
        let isDue = try await engine.read { reader throws(Problem) in
            let list = try DriverTable(reader: reader).list(id, in: scope)
            guard list.state == .sent else { return false }
            return try isOutdated(list, reader)
        }
        guard isDue else { return false }
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            let list = try DriverTable(reader: writer).list(id, in: scope)
            guard list.state == .sent, let sentAt = list.sentAt,
                try isOutdated(list, writer)
            else { return false }
            let counts = try DriverJudging(
                answering: answering, sealer: try sealer.named(by: writer), writer: writer
            ).judge(list, sentAt: sentAt)
            try journal.append(
                "drivers.recheck", DriverList.subject(id),
                counts.detail(["agency": list.agency]), by: act, to: writer)
            return true
        }
    }

    private func isOutdated(_ list: DriverList, _ reader: any SQLReader) throws(Problem) -> Bool {
        let mark = try DriverTable(reader: reader).runMark()
        let noted = try reader.integer(
            "SELECT run_mark FROM driver_list WHERE id = $1", [SQLValue(list.id)])
        return noted != mark
    }

    private func endedList() -> Problem {
        Problem(
            .conflict, "driver-list-ended",
            Phrase("Data daftar ini sudah dihapus.", en: "The data of this list are deleted."),
            do: Phrase("Kirim berkasnya lagi bila perlu.", en: "Send the file again if needed."))
    }
}

extension [DriverAnswer.Outcome: Int] {
    /// For the journal: figures, and nothing about a driver.
    fileprivate func detail(_ others: [String: String]) -> [String: String] {
        reduce(into: others) { $0[$1.key.rawValue] = String($1.value) }
    }
}
