import Civic

/// What can be in the way of the exchange with the insurer.
enum InsurerFault {
    static func moved() -> Problem {
        Problem(
            .conflict, "insurer-moved",
            Phrase(
                "Daftar orang yang akan dikirim baru saja berubah.",
                en: "The list of people to send has just changed."),
            do: Phrase(
                "Buka lagi halamannya, lalu buat berkas sekali lagi.",
                en: "Open the page again and make the file once more."))
    }

    static func monthClosed(_ month: Month) -> Problem {
        Problem(
            .conflict, "month-closed",
            Phrase(
                "Rekonsiliasi \(month.iso) sudah ditutup.",
                en: "The reconciliation of \(month.iso) is closed."),
            do: Phrase(
                "Bulan yang sudah ditutup tidak berubah. Periksa bulan yang Anda pilih.",
                en: "A closed month does not change. Check the month that you chose."))
    }

    static func reconciliationMoved() -> Problem {
        Problem(
            .conflict, "reconciliation-moved",
            Phrase(
                "Isi bulan ini berubah sejak Anda membukanya.",
                en: "The month has changed since you opened it."),
            do: Phrase(
                "Periksa lagi keempat kelompok, lalu tutup.",
                en: "Look at the four piles again, then close."))
    }

    static func nothingToReconcile() -> Problem {
        Problem(
            .input, "reconciliation-empty",
            Phrase(
                "Belum ada berkas BPJS untuk bulan ini.",
                en: "There is no file of the insurer for this month yet."),
            do: Phrase(
                "Unggah daftar peserta bulan ini dari BPJS dahulu.",
                en: "Upload the insurer's list of members of this month first."))
    }
}
