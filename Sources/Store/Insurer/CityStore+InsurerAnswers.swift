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
            let isKnown = try InsurerFileTable.id(.into, file.digest, writer) != nil
            let isOfMonth = [.members, .bill].contains(file.kind)
            if !isKnown, isOfMonth, try ReconciliationTable.isClosed(file.month, writer) {
                throw InsurerFault.monthClosed(file.month)
            }
            return try FileTaking(
                act: act, sealer: try sealer.named(by: writer), journal: journal, writer: writer
            ).take(file, rows)
        }
    }
}
