import Civic
import Intake
import Programme
import Store

/// Reads a file of the insurer whose columns may stand in any order, below a heading in the first
/// rows.
struct AnswerSheet {
    private typealias Field = InsurerTemplate.InField

    let template: InsurerTemplate
    /// Two-digit years lie around it.
    let today: Day
    let prefix: String

    private static let headerDepth = 10
    /// Starts of cover lie at most this far ahead.
    private static let daysAhead = 800

    /// - Parameters:
    ///   - bytes: a workbook or a separated text.
    ///   - name: what the sender calls it.
    ///   - kind: what its rows say.
    /// - Returns: a row for every record below the heading that holds something.
    /// - Throws: `insurer-columns` when no sheet has a heading that says who people are.
    func read(
        _ bytes: [UInt8], name: String, _ kind: InsurerFile.Kind
    ) throws(Problem) -> [InsurerRow] {
        let tables = try TableReader.read(try MemoryFile(bytes), name: name)
        var best: (header: Int, columns: [Int: Field], table: SheetTable)?
        for table in tables {
            guard let found = header(of: table.records) else { continue }
            if let best, best.table.records.count >= table.records.count { continue }
            best = (found.row, found.columns, table)
        }
        guard let best else { throw AnswerSheet.noColumns(name) }
        let records = best.table.records
        return (best.header + 1..<records.count).map { index in
            var row = Cells(
                row: InsurerRow(line: records.number(index)), sheet: self, kind: kind)
            for (position, cell) in records.cells(index).enumerated() {
                if let field = best.columns[position] { row.cells[field] = cell }
            }
            return row.read()
        }
    }

    /// The row with most known headings, and what its columns mean.
    private func header(of records: RecordLog) -> (row: Int, columns: [Int: Field])? {
        var best: (row: Int, columns: [Int: Field])?
        for row in 0..<min(AnswerSheet.headerDepth, records.count) {
            var columns: [Int: Field] = [:]
            for (position, cell) in records.cells(row).enumerated() {
                guard let field = template.fields[LetterKey(cell)],
                    !columns.values.contains(field)
                else { continue }
                columns[position] = field
            }
            if columns.count > best?.columns.count ?? 1 { best = (row, columns) }
        }
        guard let best else { return nil }
        let who: Set<Field> = [.nik, .number, .participant]
        return who.isDisjoint(with: best.columns.values) ? nil : best
    }

    /// One record while it is read.
    private struct Cells {
        var row: InsurerRow
        let sheet: AnswerSheet
        let kind: InsurerFile.Kind
        var cells: [Field: String] = [:]

        mutating func read() -> InsurerRow {
            row.name = text(.name)
            row.amount = MoneyText.rupiah(text(.amount))
            row.participant = ParticipantNumber(text(.participant))
            let latest = sheet.today + AnswerSheet.daysAhead
            row.day = WrittenDate.read(text(.start), notAfter: latest)?.day
            let typed = text(.number)
            row.number = PersonNumber(typed: typed, prefix: sheet.prefix)?.text
            if row.number == nil, !typed.isEmpty { row.number = typed }
            let nik = WrittenNIK.read(text(.nik))
            if case .valid(let number) = nik { row.nik = number }
            guard row.nik != nil || row.number != nil || isFoundByParticipant else {
                if case .damaged(let code) = nik { return fault(code.code) }
                return fault(AnswerFault.noPerson.rawValue)
            }
            return switch kind {
            case .result: answer()
            case .end: ending()
            case .bill, .members, .enrol: listed()
            }
        }

        private var isFoundByParticipant: Bool { kind != .result && row.participant != nil }

        private mutating func listed() -> InsurerRow {
            guard kind != .bill || row.amount != nil else {
                return fault(AnswerFault.noAmount.rawValue)
            }
            row.word = .listed(participant: row.participant)
            return row
        }

        private mutating func ending() -> InsurerRow {
            let code = text(.code)
            row.code = code.isEmpty ? nil : String(code.prefix(20))
            switch sheet.template.endAnswers.status(text(.status)) {
            case .accepted: row.word = .ended
            case .refused: row.word = .unknown
            case .pending: return fault(AnswerFault.pending.rawValue)
            case nil: return fault(AnswerFault.unknownStatus.rawValue)
            }
            return row
        }

        private mutating func answer() -> InsurerRow {
            let (code, remark) = (text(.code), text(.reason))
            let written = text(.status)
            var status = sheet.template.answers.status(written)
            if status == nil, written.isEmpty {
                let isRefused = !code.isEmpty || !remark.isEmpty
                status =
                    !text(.participant).isEmpty ? .accepted : isRefused ? .refused : nil
                guard status != nil else { return fault(AnswerFault.noStatus.rawValue) }
            }
            switch status {
            case .accepted: return accepted()
            case .refused:
                row.code = code.isEmpty ? nil : String(code.prefix(20))
                guard
                    let cause = sheet.template.answers.reason(code: code, remark: remark)
                        ?? sheet.template.answers.reason(code: "", remark: written)
                else { return fault(AnswerFault.unknownRefusal.rawValue) }
                row.word = .refused(cause: cause)
                return row
            case .pending: return fault(AnswerFault.pending.rawValue)
            case nil: return fault(AnswerFault.unknownStatus.rawValue)
            }
        }

        private mutating func accepted() -> InsurerRow {
            guard let participant = row.participant else {
                return fault(AnswerFault.noParticipant.rawValue)
            }
            guard let day = row.day else { return fault(AnswerFault.noStart.rawValue) }
            row.word = .accepted(participant: participant, from: day)
            return row
        }

        private mutating func fault(_ code: String) -> InsurerRow {
            row.fault = code
            return row
        }

        private func text(_ field: Field) -> String { cells[field] ?? "" }
    }

    private static func noColumns(_ name: String) -> Problem {
        Problem(
            .input, "insurer-columns",
            Phrase(
                "Judul kolom berkas ini tidak kami kenal.",
                en: "The headings of this file are unknown."),
            at: Spot(file: name),
            do: Phrase(
                "Pastikan 10 baris pertama memuat judul NIK, KPJ, dan Status; nama lain dapat ditambahkan di insurer.yaml.",
                en:
                    "Make sure the first 10 rows hold the headings NIK, KPJ and Status; other names can be added in insurer.yaml."
            ))
    }
}
