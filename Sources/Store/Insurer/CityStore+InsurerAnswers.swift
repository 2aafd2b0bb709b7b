package import Civic

/// What the insurer sends back.
extension CityStore {
    /// Takes a file of the insurer in: whoever was accepted is insured, whoever was refused leaves
    /// the months free, and what contradicts either changes nothing. The same contents are taken in
    /// once; a file that repeats rows of another adds what is new.
    ///
    /// - Throws: `month-closed` for a list of a month whose reconciliation is closed.
    package func takeInsurerFile(
        _ file: NewInsurerFile, _ rows: [InsurerRow], by act: Act
    ) async throws(Problem) -> InsurerIntake {
        let (sealer, journal) = (sealer, journal)
        return try await engine.write { writer throws(Problem) in
            if let known = try InsurerFileTable.id(.into, file.digest, writer) {
                return InsurerIntake(file: known, isKnown: true)
            }
            if file.kind != .result, try ReconciliationTable.isClosed(file.month, writer) {
                throw InsurerFault.monthClosed(file.month)
            }
            let id = try InsurerFileTable.insert(file, .into, lines: rows.count, by: act, writer)
            var taking = try AnswerTaking(
                file: id, expected: rows.count, act: act, sealer: try sealer.named(by: writer),
                journal: journal, writer: writer)
            try taking.take(rows)
            var detail = ["kind": file.kind.rawValue, "digest": file.digest]
            for (effect, count) in taking.counts { detail[effect.rawValue] = String(count) }
            try journal.append(
                "insurer.answer", InsurerFileTable.subject(id), detail, by: act, to: writer)
            return InsurerIntake(file: id, isKnown: false)
        }
    }
}
