package import Civic
package import Programme

/// What keeps a decree from going on.
extension Problem {
    package static func decreeUnknown() -> Problem {
        Problem(
            .notFound, "decree-unknown",
            Phrase("SK itu tidak ada.", en: "There is no such decree."),
            do: Phrase("Pilih dari daftar SK.", en: "Choose one from the list of decrees."))
    }

    static func decreeState() -> Problem {
        Problem(
            .conflict, "decree-state",
            Phrase(
                "SK ini sudah di tahap lain.", en: "This decree has moved on to another stage."),
            do: Phrase(
                "Muat ulang halaman, lalu lihat tahapnya.",
                en: "Reload the page, then look at its stage."))
    }

    static func waveNotFrozen() -> Problem {
        Problem(
            .conflict, "wave-not-frozen",
            Phrase(
                "Urutan gelombang ini belum dibekukan, atau sudah punya SK.",
                en: "The order of this wave is not frozen, or it has a decree already."),
            do: Phrase(
                "Bekukan urutannya dulu, atau buka SK yang ada.",
                en: "Freeze its order first, or open the decree that there is."))
    }

    static func decreeEmpty() -> Problem {
        Problem(
            .conflict, "decree-empty",
            Phrase("Tidak ada orang pada draf ini.", en: "Nobody stands on this draft."),
            do: Phrase(
                "Buat draf dari gelombang yang ada orangnya.",
                en: "Draft from a wave that has people."))
    }

    /// Somebody on the draft cannot be determined.
    static func decreeFindings(_ check: DraftCheck) -> Problem {
        let open = check.open
        let finding = open.first?.finding ?? .unfunded
        let count = NumberText.grouped(check.count(finding))
        let day = check.registryDay
        let what = finding.sentence(count, registryDay: day)
        let rest = open.count - check.count(finding)
        let more = Phrase(
            rest == 0 ? "" : " Ada \(NumberText.grouped(rest)) orang lain dengan temuan lain.",
            en: rest == 0 ? "" : " \(NumberText.grouped(rest)) others have other findings.")
        return Problem(
            .conflict, "decree-findings",
            Phrase(what.indonesian + more.indonesian, en: what.english + more.english),
            do: finding.mayBeKept
                ? Phrase(
                    "Keluarkan dulu, atau beri alasan.",
                    en: "Leave them out first, or give a reason.")
                : Phrase("Keluarkan dulu.", en: "Leave them out first."))
    }

    static func findingMustGo() -> Problem {
        Problem(
            .conflict, "finding-must-go",
            Phrase(
                "Orang ini tidak dapat tetap di draf.", en: "This person cannot stay on the draft."
            ),
            do: Phrase("Keluarkan dari draf.", en: "Leave the person out."))
    }

    static func annexChanged() -> Problem {
        Problem(
            .conflict, "annex-changed",
            Phrase(
                "Lampiran bukan yang Anda lihat.", en: "The annex is not the one you looked at."),
            do: Phrase(
                "Muat ulang halaman, periksa lampirannya, lalu paraf.",
                en: "Reload the page, look at the annex, then sign off."))
    }

    package static func signOff(_ obstacle: SignOff.Obstacle) -> Problem {
        let what =
            switch obstacle {
            case .complete:
                Phrase("Semua paraf sudah lengkap.", en: "All steps are signed off already.")
            case .twiceInARow:
                Phrase(
                    "Anda memaraf langkah sebelumnya.", en: "You signed off the step before.")
            case .makerIsLast:
                Phrase(
                    "Pembuat draf tidak boleh memaraf langkah terakhir.",
                    en: "Whoever made the draft may not sign off the last step.")
            }
        return Problem(
            .conflict, "sign-off-\(obstacle.rawValue)", what,
            do: obstacle == .complete
                ? Phrase("Isi nomor dan tanggal.", en: "Enter number and date.")
                : Phrase(
                    "Minta petugas lain yang berwenang.", en: "Ask another officer who may."))
    }

    static func signOffIncomplete() -> Problem {
        Problem(
            .conflict, "sign-off-incomplete",
            Phrase("Paraf belum lengkap.", en: "Not all steps are signed off."),
            do: Phrase("Tunggu paraf terakhir.", en: "Wait for the last sign-off."))
    }

    static func numberPattern(_ example: String) -> Problem {
        Problem(
            .input, "decree-number-form",
            Phrase(
                "Nomor tidak sesuai bentuk nomor SK pada tanggal itu.",
                en: "The number has not the form of a decree of that date."),
            do: Phrase("Tulis seperti \(example).", en: "Write it like \(example)."))
    }

    static func numberUsed() -> Problem {
        Problem(
            .conflict, "decree-number-used",
            Phrase("Nomor ini sudah dipakai SK lain.", en: "Another decree has this number."),
            do: Phrase("Periksa nomornya.", en: "Check the number."))
    }

    static func signedOutOfTime(_ last: Day) -> Problem {
        Problem(
            .input, "decree-date",
            Phrase(
                "Tanggal SK harus dari paraf terakhir sampai hari ini.",
                en: "The date of the decree must lie between the last sign-off and today."),
            do: Phrase(
                "Paraf terakhir \(CalendarWords.text(last, .indonesian)). Periksa tanggalnya.",
                en: "The last sign-off was on \(CalendarWords.text(last, .english))."
                    + " Check the date."))
    }

    static func signedFileMissing() -> Problem {
        Problem(
            .conflict, "signed-file-missing",
            Phrase(
                "PDF bertanda tangan belum diunggah.", en: "The signed PDF was not uploaded yet."),
            do: Phrase("Unggah PDF-nya dulu.", en: "Upload the PDF first."))
    }

    /// The latest signed paper is not what was signed off.
    package static func signedFileDiffers(_ differences: [PaperDifference]) -> Problem {
        let pages = differences.map { String($0.page) }
        let shown = pages.prefix(5).joined(separator: ", ") + (pages.count > 5 ? ", …" : "")
        return Problem(
            .conflict, "signed-file-differs",
            Phrase(
                "PDF yang diunggah berbeda dengan draf yang diparaf (halaman \(shown)).",
                en: "The uploaded PDF differs from the draft that was signed off (page \(shown))."),
            do: Phrase("Periksa sebelum diterbitkan.", en: "Check it before it is issued."))
    }

    /// What stands in the store is not what was signed off.
    static func annexDiffers() -> Problem {
        Problem(
            .conflict, "annex-differs",
            Phrase(
                "Lampiran tidak sama lagi dengan yang diparaf.",
                en: "The annex is not what was signed off any more."),
            do: Phrase(
                "Kembalikan SK dan buat draf baru. Bila tidak ada yang dihapus, hubungi admin.",
                en: "Send the decree back and draft anew. If nobody was erased, tell the"
                    + " administrator."))
    }

    /// Who stands on the decree is insured by another one meanwhile.
    static func decreeMembersStand(_ count: Int) -> Problem {
        Problem(
            .conflict, "decree-members-stand",
            Phrase(
                "\(NumberText.grouped(count)) orang pada SK ini sudah ditetapkan yang lain.",
                en: "Something else determines \(NumberText.grouped(count)) people of this decree."
            ),
            do: Phrase(
                "Kembalikan SK, lalu keluarkan mereka.",
                en: "Send the decree back, then leave them out."))
    }

    /// Tells of each fund that has not enough its title, what is needed and what is there.
    static func decreeFundShort(
        _ funds: [(title: String, needed: Rupiah, available: Rupiah)]
    ) -> Problem {
        func list(_ needs: String, _ has: String) -> String {
            funds.map { fund in
                "\(fund.title): \(needs) Rp\(NumberText.grouped(fund.needed.amount)), "
                    + "\(has) Rp\(NumberText.grouped(fund.available.amount))"
            }.joined(separator: "; ")
        }
        return Problem(
            .conflict, "decree-fund-short",
            Phrase(
                "Dana tidak cukup. \(list("perlu", "tersedia")).",
                en: "There is not enough money. \(list("needs", "has"))."),
            do: Phrase(
                "Tambah dana, atau kurangi orang atau bulan.",
                en: "Add money, or take fewer people or months."))
    }

    static func amendmentLine(_ number: String) -> Problem {
        Problem(
            .conflict, "amendment-line",
            Phrase(
                "\(number) tidak dapat diubah dengan SK ini.",
                en: "\(number) cannot be changed by this decree."),
            do: Phrase(
                "Periksa nomor, bulan, dan keadaan pesertanya.",
                en: "Check the number, the months and where the member stands."))
    }
}

extension DecreeFinding {
    /// `3 orang pada draf ini meninggal menurut Dukcapil per 12 Maret 2026.`
    fileprivate func sentence(_ count: String, registryDay: Day?) -> Phrase {
        let id = "\(count) orang pada draf ini"
        let en = "\(count) people on this draft"
        switch self {
        case .dead:
            let day = registryDay.map { CalendarWords.text($0, .indonesian) }
            let date = registryDay.map { CalendarWords.text($0, .english) }
            return Phrase(
                "\(id) meninggal menurut Dukcapil\(day.map { " per \($0)" } ?? "").",
                en: "\(en) are dead by the civil registry\(date.map { " of \($0)" } ?? "").")
        case .member:
            return Phrase("\(id) sudah ditetapkan.", en: "\(en) are determined already.")
        case .doubled: return Phrase("\(id) memakai NIK yang sama.", en: "\(en) share a NIK.")
        case .unidentified: return Phrase("\(id) tanpa NIK.", en: "\(en) have no NIK.")
        case .ineligible:
            return Phrase("\(id) tidak lagi memenuhi syarat.", en: "\(en) are not eligible now.")
        case .unverified:
            return Phrase("\(id) belum selesai diperiksa.", en: "\(en) are not verified yet.")
        case .unfunded: return Phrase("\(id) belum ada dananya.", en: "\(en) have no fund.")
        }
    }
}
