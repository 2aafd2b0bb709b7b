import Civic

enum ClaimProblem {
    static func withInsurer() -> Problem {
        Problem(
            .conflict, "change-claim",
            Phrase(
                "Klaim karena perubahan ini sudah ada di BPJS.",
                en: "The insurer has the claim that rests on this change."),
            do: Phrase(
                "Catat dulu jawaban BPJS di halaman klaimnya, lalu tutup.",
                en: "Note the insurer's answer on the page of the claim first, then close it."))
    }

    /// Somebody else noted something meanwhile, or the claim was withdrawn.
    static func moved() -> Problem {
        Problem(
            .conflict, "claim-step",
            Phrase(
                "Klaim ini sudah ada di langkah lain.", en: "This claim stands elsewhere by now."),
            do: Phrase(
                "Lihat langkah terakhirnya, lalu catat yang berikutnya.",
                en: "Look at its last step, then note the next one."))
    }

    static func day() -> Problem {
        Problem(
            .input, "claim-day",
            Phrase(
                "Tanggal ini di masa depan, sebelum kejadian, atau sebelum langkah sebelumnya.",
                en: "This day lies ahead, before the event or before the last step."),
            do: Phrase("Perbaiki tanggalnya.", en: "Correct the day."))
    }
}
