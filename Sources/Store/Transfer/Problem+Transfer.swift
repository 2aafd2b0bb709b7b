package import Civic

/// What can go wrong when a whole store is carried somewhere.
extension Problem {
    static func tableUnknown(_ table: String) -> Problem {
        Problem(
            .service, "table-unknown",
            Phrase(
                "Basis data memuat tabel \"\(table)\" yang tidak dikenal program ini.",
                en: "The store holds a table \"\(table)\" that this program does not know."),
            do: Phrase(
                "Pindahkan tabel itu ke tempat lain, karena tidak akan ikut disalin.",
                en: "Move that table elsewhere, as it would not be copied."))
    }

    /// A store that was just filled does not hold what it was filled with.
    static func copyDiffers(_ table: String) -> Problem {
        Problem(
            .service, "copy-differs",
            Phrase(
                "Salinan tidak sama dengan asalnya (tabel \(table)).",
                en: "The copy is not equal to what was copied (table \(table))."),
            do: Phrase(
                "Salinan dibuang. Periksa disk dan memori mesin ini, lalu ulangi.",
                en: "The copy was discarded. Check disk and memory of this machine, then repeat."))
    }

    package static func fileUnwritable(_ path: String, _ reason: String) -> Problem {
        Problem(
            .service, "file-unwritable",
            Phrase(
                "Berkas tidak dapat ditulis (\(reason)).",
                en: "The file cannot be written (\(reason))."),
            at: Spot(file: path),
            do: Phrase(
                "Periksa folder tujuan dan hak aksesnya, lalu ulangi.",
                en: "Check the folder and its rights, then repeat."))
    }

    static func fileInUse(_ path: String) -> Problem {
        Problem(
            .conflict, "file-in-use",
            Phrase(
                "Berkas ini sedang dibuat oleh sigap lain.",
                en: "Another sigap is making this file."),
            at: Spot(file: path),
            do: Phrase("Tunggu sampai selesai.", en: "Wait until it has finished."))
    }

    /// Servers work with a store that must be at rest.
    static func nodesWorking(_ nodes: [String]) -> Problem {
        let names = nodes.joined(separator: ", ")
        return Problem(
            .conflict, "nodes-working",
            Phrase(
                "Server masih memakai basis data ini (\(names)).",
                en: "Servers still work with this store (\(names))."),
            do: Phrase(
                "Hentikan semua server. Bila sudah berhenti, ulangi satu menit lagi.",
                en: "Stop all servers. If they have stopped, repeat in a minute."))
    }

    /// The key with which something was sealed is not in the key file.
    static func keyAbsent(_ id: String, _ path: String? = nil) -> Problem {
        Problem(
            .service, "key-wrong",
            Phrase(
                "Berkas kunci tidak memuat kunci \(id).",
                en: "The key file does not hold the key \(id)."),
            at: path.map { Spot(file: $0) },
            do: Phrase(
                "Sebutkan berkas kunci yang benar dengan --key.",
                en: "Name the right key file with --key."))
    }
}
