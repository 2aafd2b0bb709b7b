package import Civic
import Papers
import Programme
package import Store

/// The months that the insurer is asked to give back, as a workbook: whose they are by the insurer's
/// own number, and why cover had ended.
package struct RefundSheet: Sendable {
    private let rows: [RefundRow]
    private let funds: [String: Fund]
    private let region: Region
    private let language: Language

    package init(
        rows: [RefundRow], funds: [String: Fund], region: Region, language: Language
    ) {
        self.rows = rows
        self.funds = funds
        self.region = region
        self.language = language
    }

    /// The file; its properties show `day`.
    package func workbook(on day: Day) throws(Problem) -> [UInt8] {
        try WorkbookBytes.make(on: day) { book throws(Problem) in
            try book.beginSheet(
                Phrase("Pengembalian iuran", en: "Refunds").text(language), columns: columns)
            for (place, row) in rows.enumerated() { try book.append(values(row, place + 1)) }
            let sum = rows.reduce(0) { $0 + $1.due.amount.amount }
            try book.append(
                [.empty, .empty, .text(word("Jumlah", "Total"))]
                    + Array(repeating: .empty, count: columns.count - 4) + [.number(sum)])
            try book.writeNotes(notes)
        }
    }

    private func values(_ row: RefundRow, _ place: Int) -> [CellValue] {
        let due = row.due
        return [
            .number(Int64(place)), .text(row.member.participant ?? "–"), .text(row.member.name),
            .text(row.member.nik?.masked ?? "–"), .text(row.member.number),
            .text(funds[due.fund]?.workerGroup ?? "–"), .text(funds[due.fund]?.title ?? due.fund),
            .text(due.place.month.iso), .text(why(due)), .text(due.day.iso),
            .text("\(due.bill)"), .text(due.asked?.document ?? "–"), .number(due.amount.amount),
        ]
    }

    private func why(_ due: RefundDue) -> String {
        region.changes.kind(due.kind)?.name.text(language) ?? due.kind
    }

    private func word(_ indonesian: String, _ english: String) -> String {
        Phrase(indonesian, en: english).text(language)
    }

    private var columns: [SheetColumn] {
        [
            SheetColumn(word("No.", "No."), width: 7, kind: .number),
            SheetColumn(word("Nomor peserta (KPJ)", "Insurer's number"), width: 20),
            SheetColumn(word("Nama", "Name"), width: 32),
            SheetColumn("NIK", width: 20),
            SheetColumn(word("Nomor SIGAP", "SIGAP number"), width: 16),
            SheetColumn(word("Wadah", "Worker group"), width: 16),
            SheetColumn(word("Sumber dana", "Fund"), width: 24),
            SheetColumn(word("Bulan iuran", "Month"), width: 12),
            SheetColumn(word("Alasan", "Why"), width: 26),
            SheetColumn(word("Tanggal kejadian", "Day of the event"), width: 16),
            SheetColumn(word("Tagihan", "Bill"), width: 10),
            SheetColumn(word("Surat permintaan", "Request"), width: 22),
            SheetColumn(word("Iuran", "Contribution"), width: 16, kind: .rupiah),
        ]
    }

    /// The sum of each worker group, by which the insurer keeps its books.
    private var notes: [(key: String, value: String)] {
        let groups = Dictionary(grouping: rows) { funds[$0.due.fund]?.workerGroup ?? "–" }
        return groups.keys.sorted().map { group in
            let part = groups[group] ?? []
            let sum = part.reduce(Rupiah.zero) { $0 + $1.due.amount }
            let months = word("bulan", "months")
            return ("\(word("Wadah", "Worker group")) \(group)", "\(part.count) \(months), \(sum)")
        }
    }
}

extension Desk {
    /// The months that stand so, of one fund or of every one, for the insurer.
    package func refundSheet(
        _ standing: RefundStanding, fund: String?, _ language: Language, for viewer: Viewer
    ) async throws(Problem) -> [UInt8] {
        let rows = try await refunds(standing, for: viewer).filter {
            fund == nil || $0.due.fund == fund
        }
        let funds = try await store.funds().map { ($0.fund.id, $0.fund) }
        try await store.record(
            "refund.list", fund ?? "", ["months": String(rows.count)],
            by: act(viewer, "refund-list", key: nil))
        let sheet = RefundSheet(
            rows: rows, funds: Dictionary(funds) { first, _ in first }, region: region,
            language: language)
        return try sheet.workbook(on: .jakarta(at: .now()))
    }
}
