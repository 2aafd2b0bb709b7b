import Civic

enum RefundProblem {
    static func nothingChosen() -> Problem {
        Problem(
            .input, "refund-none",
            Phrase("Belum ada bulan yang dipilih.", en: "No month was chosen."),
            do: Phrase(
                "Centang barisnya, atau pakai tombol untuk semua.",
                en: "Tick the rows, or use the button for all."))
    }

    static func day() -> Problem {
        Problem(
            .input, "refund-day",
            Phrase("Tanggal surat ada di masa depan.", en: "The day of the letter lies ahead."),
            do: Phrase("Isi tanggal pada suratnya.", en: "Enter the day on the letter."))
    }

    static func beforeRequest() -> Problem {
        Problem(
            .input, "refund-before-request",
            Phrase(
                "Uang tercatat kembali sebelum diminta.",
                en: "The money would come back before it was asked for."),
            do: Phrase(
                "Isi tanggal yang tidak lebih awal dari surat permintaan.",
                en: "Enter a day that is not before the request's."))
    }

    static func moved() -> Problem {
        Problem(
            .conflict, "refund-moved",
            Phrase(
                "Daftar ini berubah sejak Anda membukanya.",
                en: "This list changed since you opened it."),
            do: Phrase(
                "Lihat daftar yang baru, lalu ulangi.", en: "Look at the list again, then repeat."))
    }

    static func creditBill(_ id: Int) -> Problem {
        Problem(
            .input, "refund-bill",
            Phrase(
                "Uang ini tidak dapat dipotong dari tagihan \(id).",
                en: "This money cannot be taken off bill \(id)."),
            do: Phrase(
                "Pilih tagihan lain dari dana yang sama yang sudah dibayar.",
                en: "Choose another bill of the same fund that has been paid."))
    }

    static func creditTooLarge(_ id: Int) -> Problem {
        Problem(
            .input, "refund-bill-amount",
            Phrase(
                "Potongannya melebihi jumlah tagihan \(id).",
                en: "More would be taken off bill \(id) than it asks for."),
            do: Phrase(
                "Pilih lebih sedikit baris, atau tagihan lain.",
                en: "Choose fewer rows, or another bill."))
    }
}
