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

    static func conflictGone() -> Problem {
        Problem(
            .conflict, "insurer-conflict-gone",
            Phrase(
                "Pertentangan ini sudah diputuskan.", en: "This conflict has been settled."),
            do: Phrase("Lanjutkan ke orang berikutnya.", en: "Go on with the next person."))
    }

    static func conflictMoved() -> Problem {
        Problem(
            .conflict, "insurer-conflict-moved",
            Phrase(
                "Data orang ini berubah sejak Anda membukanya.",
                en: "The person's data have changed since you opened the page."),
            do: Phrase(
                "Baca lagi kedua jawaban, lalu putuskan.",
                en: "Read both answers again, then settle it."))
    }

    static func cannotHold() -> Problem {
        Problem(
            .input, "insurer-conflict-end",
            Phrase(
                "Jawaban BPJS saja tidak menghentikan atau menghidupkan kepesertaan.",
                en: "An answer of the insurer alone neither ends cover nor brings it back."),
            do: Phrase(
                "Catat atau batalkan mutasi orang ini dahulu, lalu pilih yang sudah tercatat.",
                en: "Note or take back a change of the person first, then choose what is known."))
    }
}
