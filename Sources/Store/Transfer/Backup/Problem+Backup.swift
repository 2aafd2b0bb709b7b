import Civic

/// What can be wrong with the file of a backup.
extension Problem {
    /// The first damaged part begins at byte `place`, counted from 0.
    static func backupDamaged(_ path: String? = nil, at place: Int = 0) -> Problem {
        Problem(
            .service, "backup-damaged",
            Phrase(
                "Berkas ini bukan cadangan SIGAP yang utuh (mulai byte \(place)).",
                en: "This file is no backup of SIGAP, or damaged (from byte \(place) on)."),
            at: path.map { Spot(file: $0) },
            do: Phrase(
                "Pakai cadangan lain. Tidak ada yang dipulihkan dari berkas ini.",
                en: "Use another backup. Nothing was restored from this file."))
    }

    static func backupNewer(_ path: String) -> Problem {
        Problem(
            .service, "backup-newer",
            Phrase(
                "Cadangan ini dibuat program yang lebih baru.",
                en: "This backup was made by a newer program."),
            at: Spot(file: path),
            do: Phrase("Pasang program terbaru.", en: "Install the latest program."))
    }

    static func backupMissing(_ path: String) -> Problem {
        Problem(
            .service, "backup-missing",
            Phrase("Berkas cadangan tidak ditemukan.", en: "There is no such backup."),
            at: Spot(file: path),
            do: Phrase("Periksa letak berkasnya.", en: "Check where the file is."))
    }

    static func backupExists(_ path: String) -> Problem {
        Problem(
            .service, "backup-exists",
            Phrase("Berkas ini sudah ada.", en: "This file exists already."),
            at: Spot(file: path),
            do: Phrase(
                "Pilih nama lain; cadangan tidak pernah ditimpa.",
                en: "Choose another name; a backup is never overwritten."))
    }

    static func backupUnreadable(_ path: String, _ reason: String) -> Problem {
        Problem(
            .service, "backup-unreadable",
            Phrase(
                "Cadangan tidak dapat dibaca (\(reason)).",
                en: "The backup cannot be read (\(reason))."),
            at: Spot(file: path),
            do: Phrase(
                "Periksa hak akses berkas dan keadaan disk.",
                en: "Check the rights of the file and the state of the disk."))
    }
}
