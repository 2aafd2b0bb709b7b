import Civic
import Pages

/// Answers of the insurer that contradict each other, in every shape.
extension Samples {
    private static let month = Month(year: 2026, month: 3)
    private static let moment = Moment(day: day, minute: 642)

    static let insurerConflictPages: [any Page] = [
        insurerConflicts([
            insurerConflict(line: 7, isAnswered: true), insurerConflict(line: 8, isAnswered: false),
        ]),
        insurerConflicts([insurerConflict(line: 7, choice: .later)], isSettled: true),
        insurerConflicts(
            [insurerConflict(line: 7, choice: .held)],
            trouble: Problem(
                .input, "insurer-conflict-reason", Phrase("Belum diisi.", en: "Not filled in."),
                do: Phrase("Isi.", en: "Fill it in."))),
        insurerConflicts([insurerConflict(line: 7)], isClosed: true),
        insurerConflicts([]),
    ]

    private static func insurerConflicts(
        _ cases: [InsurerConflictsPage.Case], isClosed: Bool = false, isSettled: Bool = false,
        trouble: Problem? = nil
    ) -> InsurerConflictsPage {
        InsurerConflictsPage(
            month: month, isClosed: isClosed, count: cases.count * cases.count, cases: cases,
            nextHref: cases.count > 1 ? "/kerja/rekonsiliasi/2026-03/pertentangan" : nil,
            key: "k1", isSettled: isSettled, trouble: trouble)
    }

    private static func insurerConflict(
        line: Int, isAnswered: Bool = true, choice: InsurerConflictsPage.Choice? = nil
    ) -> InsurerConflictsPage.Case {
        InsurerConflictsPage.Case(
            file: 4, line: line, version: 3, name: "SITI AMINAH", number: "BKS-7K4M-92",
            nik: isAnswered ? "3275••••••••0003" : nil, village: isAnswered ? "Bekasijaya" : nil,
            kind: isAnswered ? Phrase("Sudah punya KPJ lain", en: "Has another KPJ") : nil,
            held: InsurerConflictsPage.Side(
                says: Phrase("Diterima, KPJ 26000000001", en: "Accepted, KPJ 26000000001"),
                source: isAnswered ? insurerSource(2) : nil),
            later: InsurerConflictsPage.Side(
                says: Phrase("Ditolak", en: "Refused"), source: insurerSource(line)),
            mayHold: isAnswered, choice: choice, reason: choice == nil ? "" : "Kata cabang")
    }

    private static func insurerSource(_ line: Int) -> InsurerConflictsPage.Source {
        InsurerConflictsPage.Source(file: 4, name: "hasil.xlsx", line: line, at: moment)
    }
}
