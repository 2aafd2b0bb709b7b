package import Civic
package import Programme

extension CityStore {
    /// The paper with this code, if one of a bill, a closed month or a frozen wave has it. There are
    /// some dozens of those a year, and all are compared: codes are kept nowhere.
    package func sealedPaper(_ code: PaperCode) async throws(Problem) -> SealedPaper? {
        try await engine.read { reader throws(Problem) in
            var papers: [SealedPaper] = []
            for bill in try BillTable.bills(where: "b.digest <> ''", [], reader) {
                papers.append(SealedPaper(bill, as: .payment))
                if bill.paidOn != nil { papers.append(SealedPaper(bill, as: .receipt)) }
            }
            for month in try ReconciliationTable.all(reader) {
                if let paper = SealedPaper(month) { papers.append(paper) }
            }
            papers += try CityStore.orders(reader)
            return papers.first { $0.code == code }
        }
    }

    private static func orders(_ reader: any SQLReader) throws(Problem) -> [SealedPaper] {
        try reader.all(
            """
            SELECT w.id, w.digest, w.frozen_at,
            (SELECT COUNT(*) FROM wave_place p WHERE p.wave_id = w.id)
            FROM wave w WHERE w.digest IS NOT NULL
            """, []
        ) { fields in
            SealedPaper(
                wave: fields.int(), digest: fields.text(),
                at: Instant(milliseconds: fields.integer()), people: fields.int())
        }
    }
}
