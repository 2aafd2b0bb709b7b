import Civic
import Office
import Pages
import Programme
import Store

/// Months of the city beside the insurer's, for pages.
enum ReconciliationPresenter {
    static func totals(_ month: Reconciliation) -> ReconciliationPage.Totals {
        ReconciliationPage.Totals(
            month: month.month, ourPeople: month.ourPeople, theirPeople: month.theirPeople,
            ourAmount: month.ourAmount, theirAmount: month.theirAmount,
            ourDigest: month.ourDigest, theirDigest: month.theirDigest,
            matched: month.count(.matched), refused: month.count(.refused),
            theirsOnly: month.count(.theirsOnly), oursOnly: month.count(.oursOnly),
            closing: month.closing.map { ($0.code, $0.actor, JournalWords.moment($0.at)) })
    }

    static func part(_ group: ReconciliationPage.Group) -> ReconciliationPart {
        switch group {
        case .oursOnly: .pile(.oursOnly)
        case .theirsOnly: .pile(.theirsOnly)
        case .refused: .pile(.refused)
        case .different: .different
        case .matched: .pile(.matched)
        }
    }

    /// The first pile that holds somebody.
    static func first(_ month: Reconciliation) -> ReconciliationPage.Group {
        if month.count(.oursOnly) > 0 { return .oursOnly }
        if month.count(.theirsOnly) > 0 { return .theirsOnly }
        return month.count(.refused) > 0 ? .refused : .matched
    }

    static func row(_ facts: CityFacts, _ row: ReconciliationRow) -> ReconciliationPage.Row {
        var notes: [Phrase] = []
        if let cause = row.cause { notes.append(phrase(cause, row.refusal, facts)) }
        notes += row.differences.map(phrase)
        return ReconciliationPage.Row(
            name: row.name, number: row.number, nik: row.nik?.masked,
            village: facts.name(of: row.village), participant: row.participant,
            ourAmount: row.ourAmount, theirAmount: row.theirAmount, notes: notes)
    }

    private static func phrase(
        _ cause: PileCause, _ refusal: String?, _ facts: CityFacts
    ) -> Phrase {
        switch cause {
        case .notSent: Phrase("Belum dikirim ke BPJS", en: "Not sent to the insurer yet")
        case .unanswered: Phrase("Sudah dikirim, belum dijawab", en: "Sent, not answered")
        case .notListed:
            Phrase(
                "Punya KPJ, tetapi tidak di daftar bulan ini", en: "Has a KPJ, but is not listed")
        case .disputed:
            Phrase("Jawaban BPJS bertentangan", en: "The insurer's answers contradict each other")
        case .refused:
            refusal.map { code in
                let reason = InsurerLineWords(region: facts.region).reason(code)
                return Phrase(
                    "\(reason.indonesian) (\(code))", en: "\(reason.english) (\(code))")
            } ?? Phrase("Ditolak BPJS", en: "Refused by the insurer")
        case .stranger: Phrase("Tidak ada di SK mana pun", en: "No decree names this person")
        case .ended: Phrase("Kepesertaan sudah dihentikan", en: "Nothing is paid any more")
        case .otherMonth: Phrase("SK untuk bulan lain", en: "The decree is for other months")
        }
    }

    private static func phrase(_ difference: PileDifference) -> Phrase {
        switch difference {
        case .name: Phrase("Nama berbeda", en: "Another name")
        case .amount: Phrase("Iuran berbeda", en: "Another premium")
        case .participant: Phrase("KPJ berbeda", en: "Another KPJ")
        case .start: Phrase("Tanggal mulai berbeda", en: "Another start day")
        case .twice: Phrase("Terdaftar dua kali", en: "Listed twice")
        case .listed:
            Phrase("Tetap ada di daftar BPJS", en: "On the insurer's list nevertheless")
        }
    }
}
