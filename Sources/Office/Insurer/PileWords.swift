package import Civic
package import Programme
package import Store

/// Why somebody is on a pile of a reconciliation, and what differs, in words.
package struct PileWords: Sendable {
    private let region: Region

    package init(_ region: Region) { self.region = region }

    /// The short wording of one of the city's reasons.
    package func reason(_ code: String) -> Phrase {
        region.reasons[code]?.short ?? Phrase(code, en: code)
    }

    /// `refusal` is the city's own reason of a refusal.
    package func phrase(_ cause: PileCause, refusal: String?) -> Phrase {
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
                let reason = reason(code)
                return Phrase(
                    "\(reason.indonesian) (\(code))", en: "\(reason.english) (\(code))")
            } ?? Phrase("Ditolak BPJS", en: "Refused by the insurer")
        case .stranger: Phrase("Tidak ada di SK mana pun", en: "No decree names this person")
        case .ended: Phrase("Kepesertaan sudah dihentikan", en: "Nothing is paid any more")
        case .otherMonth: Phrase("SK untuk bulan lain", en: "The decree is for other months")
        }
    }

    package func phrase(_ difference: PileDifference) -> Phrase {
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

    /// All that is to be said of one row.
    package func notes(_ row: ReconciliationRow) -> [Phrase] {
        let cause = row.cause.map { phrase($0, refusal: row.refusal) }
        return [cause].compactMap(\.self) + row.differences.map(phrase)
    }
}
