import Civic
import Intake

extension Desk {
    static func noPartner() -> Problem {
        Problem(
            .conflict, "partner-unknown",
            Phrase(
                "Akun Anda belum dihubungkan dengan mitra.",
                en: "Your account does not belong to a partner yet."),
            do: Phrase("Hubungi pengelola program.", en: "Ask the programme manager."))
    }

    static func missing(_ columns: [Column]) -> Problem {
        let names = columns.map(name)
        let indonesian = names.map(\.indonesian).joined(separator: ", ")
        let english = names.map(\.english).joined(separator: ", ")
        return Problem(
            .input, "driver-columns",
            Phrase(
                "Kolom ini tidak kami temukan: \(indonesian).",
                en: "These columns were not found: \(english)."),
            do: Phrase(
                "Beri judul pada setiap kolom, lalu kirim lagi. Belum ada yang kami simpan.",
                en: "Give every column a heading and send it again. Nothing was kept."))
    }

    private static func name(_ column: Column) -> Phrase {
        switch column {
        case .nik: Phrase("NIK", en: "NIK")
        case .name: Phrase("nama", en: "name")
        case .phone: Phrase("nomor HP", en: "phone")
        default: Phrase("tanggal lahir", en: "birth date")
        }
    }

    static func tooManyRows(_ most: Int) -> Problem {
        let shown = NumberText.grouped(most)
        return Problem(
            .input, "driver-rows",
            Phrase(
                "Berkas berisi lebih dari \(shown) baris.",
                en: "The file has more than \(most) rows."),
            do: Phrase(
                "Bagi menjadi beberapa berkas. Belum ada yang kami simpan.",
                en: "Split it into several files. Nothing was kept."))
    }
}
