import Civic
import Store

/// What is wrong with a journal, as a problem.
enum JournalFaultWords {
    static func problem(_ fault: JournalCheck.Fault, in store: String) -> Problem {
        Problem(
            .service, "journal-broken", words(fault), at: Spot(file: store),
            do: Phrase(
                "Hentikan server, simpan berkas ini sebagai bukti, dan pulihkan cadangan terakhir.",
                en: "Stop the server, keep this file as evidence, and restore the last backup."))
    }

    private static func words(_ fault: JournalCheck.Fault) -> Phrase {
        switch fault {
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
