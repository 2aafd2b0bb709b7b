import Civic
import Pages
import Store

/// Events of the journal, in words and in western Indonesian time.
enum JournalWords {
    static func entry(_ event: JournalEvent) -> PersonPage.JournalEntry {
        PersonPage.JournalEntry(
            at: moment(event.at), who: event.actor, what: words[event.verb] ?? .same(event.verb))
    }

    private static let words: [String: Phrase] = [
        "run.import": Phrase("Hasil pemeriksaan dimuat", en: "Results of a check were loaded"),
        "nik.reveal": Phrase("NIK lengkap dibuka", en: "The full NIK was shown"),
        "person.erase": Phrase("Data pribadi dihapus", en: "Personal data were erased"),
    ]

    /// Asia/Jakarta is seven hours ahead of UTC and knows no summer time.
    static func moment(_ instant: Instant) -> Moment {
        let minutes = (Double(instant.milliseconds) / 60_000).rounded(.down)
        let local = Int(minutes) + 7 * 60
        let day = local >= 0 ? local / 1440 : (local - 1439) / 1440
        return Moment(day: Day(number: Int32(clamping: day)), minute: local - day * 1440)
    }
}
