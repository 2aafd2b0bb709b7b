import Civic

/// What can be wrong with files on the desk.
enum InsurerProblem {
    static func unknownFile() -> Problem {
        Problem(
            .notFound, "insurer-file-unknown",
            Phrase("Berkas itu tidak ada.", en: "There is no such file."),
            do: Phrase(
                "Pilih berkas dari daftar di halaman BPJS.",
                en: "Choose a file from the list on the insurer's page."))
    }

    static func fileChanged(_ name: String) -> Problem {
        Problem(
            .conflict, "insurer-file-changed",
            Phrase(
                "Data orang di berkas ini sudah diperbaiki sejak berkasnya dibuat.",
                en: "People of this file were corrected since it was made."),
            at: Spot(file: name),
            do: Phrase(
                "Pakai salinan yang sudah diserahkan. Kirim perbaikan lewat adendum.",
                en: "Use the copy that was handed over. Send corrections by an amendment."))
    }

    static func noService() -> Problem {
        Problem(
            .usage, "insurer-no-service",
            Phrase(
                "Kota ini belum memakai layanan BPJS.",
                en: "This city does not use a service of the insurer."),
            do: Phrase(
                "Serahkan berkasnya sendiri, lalu catat di sini.",
                en: "Hand the file over yourself and note it here."))
    }

    static func wrongKind() -> Problem {
        Problem(
            .input, "insurer-kind",
            Phrase("Jenis berkas belum dipilih.", en: "The kind of the file is not chosen."),
            do: Phrase(
                "Pilih hasil pendaftaran, jawaban nonaktif, daftar peserta, atau tagihan.",
                en: "Choose a result, an answer to ends, a list of members or a bill."))
    }
}
