import Civic

/// What may be wrong with a decision about links.
extension Problem {
    static func noPair() -> Problem {
        Problem(
            .notFound, "pair-unknown",
            Phrase("Pasangan ini tidak ditemukan.", en: "There is no such pair."),
            do: Phrase("Kembali ke daftar pasangan.", en: "Go back to the list of pairs."))
    }

    static func noPerson() -> Problem {
        Problem(
            .notFound, "person-unknown",
            Phrase("Orang ini tidak ditemukan.", en: "There is no such person."),
            do: Phrase(
                "Periksa nomor SIGAP, atau cari dengan nama.",
                en: "Check the SIGAP number, or search by name."))
    }

    static func noDecision() -> Problem {
        Problem(
            .notFound, "decision-unknown",
            Phrase("Keputusan ini tidak ditemukan.", en: "There is no such decision."),
            do: Phrase("Kembali ke daftar pasangan.", en: "Go back to the list of pairs."))
    }

    static func answered() -> Problem {
        Problem(
            .conflict, "decision-answered",
            Phrase(
                "Keputusan ini sudah ditanggapi orang lain.",
                en: "Somebody else has answered this decision."),
            do: Phrase("Muat ulang halamannya.", en: "Reload the page."))
    }

    static func needsSecond() -> Problem {
        Problem(
            .conflict, "second-person-needed",
            Phrase(
                "Usul Anda sendiri harus dipastikan orang lain.",
                en: "Somebody else must confirm what you proposed."),
            do: Phrase(
                "Minta petugas lain membuka pasangan ini.",
                en: "Ask another officer to open this pair."))
    }

    static func noRow() -> Problem {
        Problem(
            .notFound, "row-unknown",
            Phrase("Baris ini bukan milik orang itu.", en: "This is no row of that person."),
            do: Phrase("Muat ulang halamannya.", en: "Reload the page."))
    }

    static func rowAlone() -> Problem {
        Problem(
            .conflict, "row-alone",
            Phrase(
                "Semua baris orang ini isinya sama, jadi tidak ada yang dapat dipisahkan.",
                en: "All rows of this person say the same; there is nothing to part."),
            do: Phrase("Periksa baris lain.", en: "Look at another row."))
    }
}
