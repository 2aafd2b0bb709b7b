package import Civic

/// The ways in which a store can fail, worded once for all engines.
extension Problem {
    private static func store(
        _ code: String, _ what: Phrase, _ path: String? = nil, do remedy: Phrase
    ) -> Problem {
        Problem(.service, code, what, at: path.map { Spot(file: $0) }, do: remedy)
    }

    package static func storeMissing(_ path: String) -> Problem {
        store(
            "store-missing",
            Phrase("Basis data tidak ditemukan.", en: "There is no such store."), path,
            do: Phrase(
                "Periksa letak berkasnya, atau buat yang baru dengan sigap init.",
                en: "Check where the file is, or make a new one with sigap init."))
    }

    package static func storeExists(_ path: String? = nil) -> Problem {
        store(
            "store-exists",
            Phrase("Basis data ini sudah ada.", en: "This store exists already."), path,
            do: Phrase(
                "Pilih nama lain; yang sudah ada tidak ditimpa.",
                en: "Choose another name; an existing store is never overwritten."))
    }

    package static func storeForeign(_ path: String? = nil) -> Problem {
        store(
            "store-foreign",
            Phrase("Ini bukan basis data SIGAP.", en: "This is not a store of SIGAP."), path,
            do: Phrase(
                "Pilih berkas lain. Berkas ini tidak diubah.",
                en: "Choose another file. This one was not changed."))
    }

    package static func storeDamaged(_ detail: String, _ path: String? = nil) -> Problem {
        store(
            "store-damaged",
            Phrase("Basis data rusak (\(detail)).", en: "The store is damaged (\(detail))."), path,
            do: Phrase(
                "Hentikan server, simpan salinan berkas ini, lalu pulihkan cadangan terakhir.",
                en: "Stop the server, keep a copy of this file, then restore the last backup."))
    }

    package static func storeInUse(_ path: String) -> Problem {
        store(
            "store-in-use",
            Phrase(
                "Basis data sedang dipakai server lain.", en: "Another server uses this store."),
            path,
            do: Phrase(
                "Hentikan server itu dulu, atau pakai basis data lain.",
                en: "Stop that server first, or use another store."))
    }

    package static func storeBusy(_ path: String? = nil) -> Problem {
        store(
            "store-busy",
            Phrase("Basis data sedang sibuk.", en: "The store is busy."), path,
            do: Phrase("Coba lagi sebentar lagi.", en: "Try again in a moment."))
    }

    package static func storeReadOnly(_ path: String? = nil) -> Problem {
        store(
            "store-read-only",
            Phrase("Basis data tidak dapat ditulis.", en: "The store cannot be written."), path,
            do: Phrase(
                "Beri program hak tulis pada berkas dan foldernya.",
                en: "Give the program the right to write the file and its folder."))
    }

    package static func storeUnreadable(_ path: String, _ detail: String) -> Problem {
        store(
            "store-unreadable",
            Phrase(
                "Berkas tidak dapat dibuka (\(detail)).",
                en: "The file cannot be opened (\(detail))."), path,
            do: Phrase(
                "Periksa letak berkas, folder, dan hak aksesnya.",
                en: "Check the path, the folder and the rights."))
    }

    package static func diskFull(_ path: String? = nil) -> Problem {
        store(
            "disk-full",
            Phrase("Ruang penyimpanan penuh.", en: "The disk is full."), path,
            do: Phrase(
                "Kosongkan ruang, lalu ulangi. Tidak ada yang berubah.",
                en: "Free some space and try again. Nothing was changed."))
    }

    package static func storeCancelled() -> Problem {
        store(
            "store-cancelled",
            Phrase("Pekerjaan dibatalkan.", en: "The work was cancelled."),
            do: Phrase(
                "Tidak ada yang berubah. Ulangi bila perlu.",
                en: "Nothing was changed. Try again if needed."))
    }

    /// A failure that has no name of its own. `detail` must not hold values of rows.
    package static func storeFailed(_ detail: String, _ path: String? = nil) -> Problem {
        store(
            "store-failed",
            Phrase("Basis data gagal (\(detail)).", en: "The store failed (\(detail))."), path,
            do: Phrase(
                "Ulangi. Bila tetap gagal, sampaikan pesan ini kepada admin.",
                en: "Try again. If it keeps failing, show this message to the administrator."))
    }

    /// A constraint of the database refused a change.
    package static func storeConflict(_ detail: String) -> Problem {
        Problem(
            .conflict, "store-conflict",
            Phrase(
                "Perubahan bertentangan dengan data yang ada (\(detail)).",
                en: "The change contradicts what is stored (\(detail))."),
            do: Phrase(
                "Muat ulang, lalu periksa isiannya.", en: "Reload, then check what was entered."))
    }
}
