internal import Civic

/// Why a paper could not be set.
enum PDFFault {
    static func missingFont(_ typeface: Typeface) -> Problem {
        Problem(
            .service, "paper-font",
            Phrase(
                "Huruf \"\(typeface.family)\" tidak terpasang di server.",
                en: "The font \"\(typeface.family)\" is not installed on the server."),
            do: Phrase(
                "Minta administrator memasang paket \(typeface.package), lalu coba lagi.",
                en: "Have the package \(typeface.package) installed, then try again."
            ))
    }

    static var emblem: Problem {
        Problem(
            .input, "paper-emblem",
            Phrase(
                "Gambar lambang untuk kop tidak dapat dibaca.",
                en: "The picture of the emblem for the letterhead cannot be read."),
            do: Phrase(
                "Pakai berkas PNG yang utuh, lalu coba lagi.",
                en: "Use a PNG file that is whole, then try again."))
    }

    static var address: Problem {
        Problem(
            .service, "paper-address",
            Phrase(
                "Alamat untuk cek keaslian terlalu panjang untuk kode QR.",
                en: "The address that shows whether a paper is genuine is too long for a QR code."),
            do: Phrase(
                "Pendekkan alamat situs di pengaturan, lalu coba lagi.",
                en: "Shorten the address of the site in the settings, then try again."))
    }

    static var noCards: Problem {
        Problem(
            .nothingUsable, "paper-empty",
            Phrase("Tidak ada kartu untuk dicetak.", en: "There are no cards to print."),
            do: Phrase(
                "Pilih kelurahan atau gelombang yang berisi peserta.",
                en: "Choose a kelurahan or a wave that has people in it."))
    }

    static func rowTooTall(_ row: Int) -> Problem {
        Problem(
            .input, "paper-row",
            Phrase(
                "Isi satu baris lebih panjang daripada satu halaman.",
                en: "The text of one row is longer than a page."),
            at: Spot(row: row),
            do: Phrase(
                "Ringkas isi baris itu, lalu coba lagi.",
                en: "Shorten the text of that row, then try again."))
    }

    static var failed: Problem {
        Problem(
            .service, "paper-write",
            Phrase("Dokumen PDF tidak dapat dibuat.", en: "The PDF could not be made."),
            do: Phrase(
                "Periksa memori dan ruang disk server, lalu coba lagi.",
                en: "Check the memory and the disk of the server, then try again."))
    }
}
