import Civic
import Programme

enum ChangeProblem {
    static func unknownMember() -> Problem {
        Problem(
            .notFound, "member-unknown",
            Phrase("Peserta ini tidak ditemukan.", en: "There is no such member."),
            do: Phrase(
                "Periksa nomor SIGAP, atau cari dengan nama.",
                en: "Check the SIGAP number, or search by name."))
    }

    /// The kind does not end a member who stands so.
    static func notEnding(_ kind: ChangeKind, _ state: MemberState) -> Problem {
        guard state.isStanding else { return hasLeft() }
        return Problem(
            .conflict, "change-active",
            Phrase(
                "Peserta ini sudah aktif di BPJS Ketenagakerjaan; alasan ini tidak menghentikannya.",
                en: "The insurer covers this member already; this reason does not end that."),
            do: Phrase(
                "Perlindungan tetap berlaku selama iuran dibayar. Pilih alasan lain bila ada.",
                en: "Cover holds while months are paid. Choose another reason if there is one."))
    }

    static func hasLeft() -> Problem {
        Problem(
            .conflict, "member-left",
            Phrase("Peserta ini sudah berakhir.", en: "This member has left already."),
            do: Phrase(
                "Buka kartu pesertanya untuk melihat sebabnya.",
                en: "Open the member's card to see why."))
    }

    static func moved() -> Problem {
        Problem(
            .conflict, "change-moved",
            Phrase(
                "Akibatnya berubah sejak Anda melihatnya: iuran baru saja dibayar atau ditagih.",
                en: "The effect changed since you saw it: months were just paid or billed."),
            do: Phrase(
                "Lihat akibatnya sekali lagi, lalu simpan.", en: "See the effect again, then save.")
        )
    }

    static func wrongDay() -> Problem {
        Problem(
            .input, "change-day",
            Phrase(
                "Tanggal kejadian tidak boleh setelah hari ini atau sebelum peserta lahir.",
                en: "The day must not be after today or before the member was born."),
            do: Phrase("Perbaiki tanggalnya.", en: "Correct the day."))
    }

    static func inDecree() -> Problem {
        Problem(
            .conflict, "change-in-decree",
            Phrase(
                "Perubahan ini sudah masuk adendum.", en: "An amendment names this change."),
            do: Phrase(
                "Tarik adendumnya dulu selama belum berlaku. Bila sudah berlaku, tetapkan orangnya lagi dengan SK.",
                en:
                    "Withdraw the amendment while it is not in force. If it is, determine the person again by decree."
            ))
    }

    static func dismissed(by actor: String) -> Problem {
        Problem(
            .conflict, "likely-dismissed",
            Phrase(
                "Dugaan ini sudah disingkirkan oleh \(actor).",
                en: "\(actor) has set this aside already."),
            do: Phrase(
                "Tidak perlu apa-apa lagi. Alasannya ada di bawah daftar.",
                en: "Nothing is left to do. The reason stands below the list."))
    }

    static func likelyGone() -> Problem {
        Problem(
            .conflict, "likely-gone",
            Phrase(
                "Daftar terbaru tidak lagi menyebut hal ini, atau menyebut hal lain.",
                en: "The latest lists say this no more, or something else."),
            do: Phrase(
                "Lihat daftar yang baru, lalu putuskan.", en: "Look at the list again, then decide."
            )
        )
    }

    static func askedBack() -> Problem {
        Problem(
            .conflict, "change-refund",
            Phrase(
                "Iuran karena perubahan ini sudah diminta kembali ke BPJS.",
                en: "The insurer was asked for months because of this change."),
            do: Phrase(
                "Tarik dulu permintaannya di daftar pengembalian iuran.",
                en: "Withdraw the request in the list of refunds first."))
    }

    static func laterWork() -> Problem {
        Problem(
            .conflict, "change-later",
            Phrase(
                "Ada catatan yang lebih baru tentang peserta ini.",
                en: "Something was noted about this member later."),
            do: Phrase(
                "Batalkan dulu catatan yang terbaru.", en: "Take back the latest note first."))
    }
}
