import Civic

/// What can be wrong with law tables, and with questions about times without law.
extension Problem {
    static func overlap(_ name: String, _ day: Day) -> Problem {
        lawData(
            "law-overlap",
            Phrase(
                "Dua aturan \"\(name)\" berlaku bersamaan pada \(day).",
                en: "Two rules \"\(name)\" apply at once on \(day)."))
    }

    static func gap(_ name: String, _ day: Day) -> Problem {
        lawData(
            "law-gap",
            Phrase(
                "Tidak ada aturan \"\(name)\" mulai \(day), padahal sebelum dan sesudahnya ada.",
                en: "No rule \"\(name)\" applies from \(day), though one does before and after."))
    }

    static func endsBeforeItBegins(_ name: String, _ day: Day) -> Problem {
        lawData(
            "law-period",
            Phrase(
                "Aturan \"\(name)\" mulai \(day) tetapi berakhir sebelum itu.",
                en: "Rule \"\(name)\" begins on \(day) but ends before."))
    }

    static func missing(_ name: String, in table: String) -> Problem {
        lawData(
            "law-missing",
            Phrase("\"\(name)\" tidak ada.", en: "\"\(name)\" is missing."), at: Spot(file: table))
    }

    /// A fault of the tables that came with the program or were edited since.
    static func lawData(_ code: String, _ what: Phrase, at spot: Spot? = nil) -> Problem {
        Problem(
            .service, code, what, at: spot,
            do: Phrase(
                "Perbaiki tabel aturan nasional, atau pasang kembali berkas bawaan.",
                en: "Correct the national law tables, or restore those that came with the program.")
        )
    }

    static func notInForce(_ name: String, _ day: Day) -> Problem {
        Problem(
            .input, "law-not-in-force",
            Phrase(
                "Tidak ada aturan \"\(name)\" yang berlaku pada \(day).",
                en: "No rule \"\(name)\" is in force on \(day)."),
            do: Phrase(
                "Periksa tanggalnya, atau tambahkan aturannya ke tabel aturan nasional.",
                en: "Check the date, or add the rule to the national law tables."))
    }
}
