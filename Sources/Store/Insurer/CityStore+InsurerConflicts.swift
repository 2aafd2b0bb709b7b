package import Civic
package import Programme

/// Settling answers of the insurer that contradict each other.
extension CityStore {
    /// How many nobody has settled.
    package func insurerConflictCount() async throws(Problem) -> Int {
        try await engine.read { reader throws(Problem) in try AnswerConflictTable.count(reader) }
    }

    /// Those that nobody has settled, behind `position`, in order of files and lines.
    package func insurerConflicts(
        after position: ConflictName, limit: Int
    ) async throws(Problem) -> [InsurerConflict] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try AnswerConflictReading(sealer: try sealer.named(by: reader), reader: reader)
                .open(after: position, limit: limit)
        }
    }

    /// Says which of two answers holds, while `month` is reconciled. Both stay as they came; months
    /// that are closed keep what they are. Repeating it changes nothing.
    /// `id` is where the later answer stands, and `version` that of the member as it was shown.
    ///
    /// - Throws: `month-closed` when `month` is closed; `insurer-conflict-gone` when it is settled;
    ///   `insurer-conflict-moved` when the member has changed since it was shown;
    ///   `insurer-conflict-end` when the later answer cannot hold; `ledger-below-zero` when the
    ///   money for months that come back is promised to others.
    package func settleInsurerConflict(
        _ id: ConflictName, _ choice: AnswerChoice, because reason: String, version: Int,
        in month: Month, by act: Act
    ) async throws(Problem) {
        let (sealer, journal) = (sealer, journal)
        try await engine.write { writer throws(Problem) in
            guard try RequestKeys.claim(act, "insurer.settle", writer) else { return }
            if try ReconciliationTable.isClosed(month, writer) {
                throw InsurerFault.monthClosed(month)
            }
            let found = try AnswerConflictReading(
                sealer: try sealer.named(by: writer), reader: writer
            ).open(id)
            guard let found else { throw InsurerFault.conflictGone() }
            guard found.version == version else { throw InsurerFault.conflictMoved() }
            try AnswerConflictSettling(act: act, journal: journal, writer: writer).settle(
                found, choice, because: reason)
        }
    }
}
