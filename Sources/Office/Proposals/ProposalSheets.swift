import Civic
import Intake
import Papers
import Store

/// Workbooks for lists: an empty one to fill in, and rows to correct and send back.
struct ProposalSheets: Sendable {
    let region: Region

    /// What the empty list asks for.
    static let asked: [Column] = [
        .nik, .name, .birthDate, .sex, .address, .rt, .rw, .village, .occupation, .phone,
    ]
    /// The heading by which a row is found again.
    static let rowTitle = "Baris"
    static let troubleTitle = "Masalah"

    func template(on day: Day) throws(Problem) -> [UInt8] {
        try WorkbookBytes.make(on: day) { book throws(Problem) in
            try book.beginSheet(
                "Usulan", columns: ProposalSheets.asked.map { column($0) })
        }
    }

    /// Whether a list was filled into our own empty one.
    func isTemplate(_ headings: [String]) -> Bool {
        headings == ProposalSheets.asked.map { region.headings.title(of: $0) }
    }

    /// Rows with their numbers and what is wrong with them.
    ///
    /// - Parameters:
    ///   - rows: of one list.
    ///   - isRevealed: with full numbers; masked ones count as unchanged when they come back.
    ///   - notes: what the sheet says about itself.
    ///   - day: today.
    /// - Returns: the file.
    /// - Throws: where there is no room for it.
    func corrections(
        _ rows: [ProposalRow], isRevealed: Bool, notes: [(key: String, value: String)], on day: Day
    ) throws(Problem) -> [UInt8] {
        let used = Set(rows.flatMap(\.content.values.keys))
        let columns = Column.allCases.filter {
            $0 == .nik || $0 == .name || $0 == .birthDate || used.contains($0.rawValue)
        }
        let sentences = ProposalSentence(region: region)
        return try WorkbookBytes.make(on: day) { book throws(Problem) in
            try book.beginSheet(
                "Perbaikan",
                columns: [SheetColumn(ProposalSheets.rowTitle, width: 8, kind: .number)]
                    + columns.map { column($0) }
                    + [SheetColumn(ProposalSheets.troubleTitle, width: 70)])
            for row in rows {
                let trouble = row.content.notes.map { sentences.phrase($0).indonesian }
                let cells = columns.map { ProposalSheets.cell($0, of: row, isRevealed) }
                try book.append(
                    [.number(Int64(row.record))] + cells + [.text(trouble.joined(separator: " "))])
            }
            try book.writeNotes(notes)
        }
    }

    private static func cell(_ column: Column, of row: ProposalRow, _ isRevealed: Bool) -> CellValue
    {
        let text = row.content.values[column.rawValue] ?? ""
        guard !text.isEmpty else { return .empty }
        if column == .nik, !isRevealed, let nik = row.nik { return .text(nik.masked) }
        return .text(text)
    }

    private func column(_ column: Column) -> SheetColumn {
        let width: Double =
            switch column {
            case .nik, .familyCard: 20
            case .name, .motherName, .occupation, .village: 24
            case .address: 32
            case .rt, .rw: 6
            default: 16
            }
        return SheetColumn(region.headings.title(of: column), width: width)
    }
}
