package import Civic

extension JournalCheck.Fault {
    /// What is wrong, by the numbers of events and by days only.
    package var phrase: Phrase {
        switch self {
        case .altered(let id):
            Phrase("Peristiwa \(id) diubah.", en: "Event \(id) was altered.")
        case .missing(let id):
            Phrase("Peristiwa \(id) hilang.", en: "Event \(id) is missing.")
        case .added(let id):
            Phrase("Peristiwa \(id) disisipkan.", en: "Event \(id) was put in.")
        case .moved(let id, let from):
            Phrase(
                "Peristiwa \(id) semula peristiwa \(from).", en: "Event \(id) was event \(from).")
        case .rewritten:
            Phrase(
                "Akhir catatan dipotong atau ditulis ulang.",
                en: "The end of the journal was cut off or written anew.")
        case .root(let day):
            Phrase(
                "Catatan tidak cocok dengan akar bertanda tangan \(day.iso).",
                en: "The journal does not fit the signed root of \(day.iso).")
        }
    }
}

/// What is to be done about a broken journal, which depends on where it was found.
package enum JournalRemedy: Sendable {
    /// In a store that is used.
    case stopAndRestore
    /// In a backup, or in a store that was just filled.
    case useEarlierBackup
    /// In a file of signed days.
    case keepEvidence

    fileprivate var phrase: Phrase {
        switch self {
        case .stopAndRestore:
            Phrase(
                "Hentikan server, simpan basis data ini sebagai bukti, dan pulihkan cadangan terakhir yang utuh.",
                en:
                    "Stop the server, keep this store as evidence, and restore the last backup that is sound."
            )
        case .useEarlierBackup:
            Phrase(
                "Pakai cadangan yang lebih lama, dan simpan yang ini sebagai bukti.",
                en: "Use an earlier backup, and keep this one as evidence.")
        case .keepEvidence:
            Phrase(
                "Simpan berkas ini sebagai bukti, dan minta yang asli.",
                en: "Keep this file as evidence, and ask for the original.")
        }
    }
}

extension Problem {
    /// A journal that is not whole. `place` is the store or file, as messages call it.
    package static func journalBroken(
        _ fault: JournalCheck.Fault, at place: String?, do remedy: JournalRemedy
    ) -> Problem {
        Problem(
            .service, "journal-broken", fault.phrase, at: place.map { Spot(file: $0) },
            do: remedy.phrase)
    }
}
