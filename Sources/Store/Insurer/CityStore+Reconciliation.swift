package import Civic
import Programme

/// Putting what the city stands for in a month beside what the insurer says.
extension CityStore {
    /// The month as it was closed, or as it stands now.
    package func reconciliation(of month: Month) async throws(Problem) -> Reconciliation {
        try await engine.read { reader throws(Problem) in
            if let closed = try ReconciliationTable.find(month, reader) { return closed.record }
            return try OpenMonth(month, reader).totals
        }
    }

    package func reconciliationIsClosed(_ month: Month) async throws(Problem) -> Bool {
        try await engine.read { reader throws(Problem) in
            try ReconciliationTable.isClosed(month, reader)
        }
    }

    /// Rows of a month after the line `position`, in order.
    package func reconciliationRows(
        of month: Month, _ part: ReconciliationPart, after position: Int, limit: Int
    ) async throws(Problem) -> [ReconciliationRow] {
        let sealer = sealer
        return try await engine.read { reader throws(Problem) in
            try ReconciliationReading(sealer: try sealer.named(by: reader), reader: reader).rows(
                of: month, part, after: position, limit: limit)
        }
    }

    /// Closes a month as the viewer saw it, known by both digests; it never changes after.
    ///
    /// - Returns: the code of the record, also when the month was closed so before.
    /// - Throws: `reconciliation-moved` when the month looks otherwise now; `reconciliation-empty`
    ///   when the insurer has said nothing about it.
    package func closeReconciliation(
        of month: Month, ours: String, theirs: String, by act: Act
    ) async throws(Problem) -> String {
        let journal = journal
        return try await engine.write { writer throws(Problem) in
            if let closed = try ReconciliationTable.find(month, writer) {
                guard closed.record.ourDigest == ours, closed.record.theirDigest == theirs,
                    let closing = closed.record.closing
                else { throw InsurerFault.reconciliationMoved() }
                return closing.code
            }
            let open = try OpenMonth(month, writer)
            guard open.totals.ourDigest == ours, open.totals.theirDigest == theirs else {
                throw InsurerFault.reconciliationMoved()
            }
            guard open.totals.theirPeople > 0 else { throw InsurerFault.nothingToReconcile() }
            let code = try ReconciliationTable.insert(open, by: act, writer)
            try journal.append(
                "reconciliation.close", month.iso,
                [
                    "code": code, "ours": ours, "theirs": theirs,
                    "matched": String(open.totals.count(.matched)),
                    "unmatched": String(open.totals.unmatched),
                ], by: act, to: writer)
            return code
        }
    }
}
