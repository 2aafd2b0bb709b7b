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
        "link.same": Phrase("Digabung: satu orang", en: "Joined: one person"),
        "link.different": Phrase("Dipastikan orang lain", en: "Found to be somebody else"),
        "link.unsure": Phrase("Belum yakin satu orang", en: "Not sure whether one person"),
        "link.propose": Phrase("Penggabungan diusulkan", en: "Joining was proposed"),
        "link.refuse": Phrase("Usul penggabungan ditolak", en: "The proposal to join was refused"),
        "link.split": Phrase("Baris dipisahkan", en: "A row was parted"),
        "link.undo": Phrase("Keputusan dibatalkan", en: "A decision was taken back"),
        "confirmation": Phrase("Jawaban dicatat", en: "An answer was kept"),
        "conflict.settle": Phrase("Beda jawaban diputuskan", en: "A disagreement was settled"),
        "correction.request": Phrase("Perbaikan data diajukan", en: "A correction was asked for"),
        "correction.forward": Phrase(
            "Permintaan perbaikan diteruskan", en: "The correction was sent on"),
        "correction.pass": Phrase(
            "Permintaan perbaikan dialihkan", en: "The correction went to another office"),
        "correction.accept": Phrase("Data diperbaiki", en: "Data were corrected"),
        "correction.refuse": Phrase("Perbaikan data ditolak", en: "The correction was refused"),
        "member.change": Phrase("Mutasi peserta dicatat", en: "A change of the member was noted"),
        "member.restore": Phrase("Mutasi dibatalkan", en: "A change was taken back"),
        "member.change-day": Phrase("Tanggal mutasi dibetulkan", en: "The day was corrected"),
        "insurer.settle": Phrase(
            "Jawaban BPJS yang berlaku diputuskan", en: "It was settled which answer holds"),
        "insurer.lose-number": Phrase(
            "KPJ dialihkan ke orang lain", en: "The insurer's number went to somebody else"),
        "claim.open": Phrase("Klaim dibuka", en: "A claim was opened"),
        "claim.withdraw": Phrase("Klaim ditarik", en: "A claim was withdrawn"),
        "claim.step": Phrase("Langkah klaim dicatat", en: "A step of the claim was noted"),
        "likely.dismiss": Phrase(
            "Dugaan dari daftar disingkirkan", en: "A word of the lists was set aside"),
        "person.erase": Phrase("Data pribadi dihapus", en: "Personal data were erased"),
        "verification.approve": Phrase("Disetujui", en: "Approved"),
        "verification.refuse": Phrase("Ditolak", en: "Refused"),
        "verification.field": Phrase("Diminta cek lapangan", en: "A field check was asked for"),
        "verification.work": Phrase("Status bekerja diisi", en: "Work was answered"),
        "verification.undo": Phrase("Keputusan dibatalkan", en: "A decision was undone"),
    ]

    /// Asia/Jakarta is seven hours ahead of UTC and knows no summer time.
    static func moment(_ instant: Instant) -> Moment {
        let minutes = (Double(instant.milliseconds) / 60_000).rounded(.down)
        let local = Int(minutes) + 7 * 60
        let day = local >= 0 ? local / 1440 : (local - 1439) / 1440
        return Moment(day: Day(number: Int32(clamping: day)), minute: local - day * 1440)
    }
}
