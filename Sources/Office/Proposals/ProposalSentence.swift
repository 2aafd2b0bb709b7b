package import Civic
import Intake
import Programme
package import Store

/// What is said about a row, in the words of users.md J1: what is wrong, then what to do.
package struct ProposalSentence: Sendable {
    private let region: Region

    package init(region: Region) { self.region = region }

    package func phrase(_ note: ProposalNote) -> Phrase {
        guard let issue = ProposalIssue(note) else { return Phrase(note.code, en: note.code) }
        switch issue {
        case .nikLength: return nikLength(note)
        case .birthDiffers: return birthDiffers(note)
        case .proposedBefore: return proposedBefore(note)
        case .refused: return refused(note)
        case .nikTwice, .repeated: return otherRow(issue, note)
        case .elsewhere: return elsewhere(note)
        default: return ProposalSentence.plain[issue] ?? rejected(note)
        }
    }

    /// Sentences without anything to fill in.
    private static let plain: [ProposalIssue: Phrase] = [
        .noPerson: Phrase(
            "Baris ini tidak memuat NIK atau nama. Lengkapi, atau abaikan.",
            en: "This row has no NIK and no name. Complete it, or ignore it."),
        .nameMissing: Phrase(
            "Nama kosong. Ketik nama sesuai KTP.",
            en: "The name is empty. Type it as on the ID card."),
        .nikMissing: Phrase(
            "NIK kosong. Ketik 16 angka dari KTP, atau kirim tanpa NIK.",
            en: "The NIK is empty. Type the 16 digits, or send the row without it."),
        .nikOther: Phrase(
            "NIK ini tercatat atas nama lain. Mungkin NIK suami, istri, atau anak. Periksa di KTP.",
            en: "This NIK belongs to another name, perhaps of the family. Check the ID card."),
        .sexDiffers: Phrase(
            "Jenis kelamin berbeda dengan NIK. Mungkin ini NIK suami atau istri. Periksa di KTP.",
            en: "The sex differs from the NIK. It may be the spouse's. Check the ID card."),
        .outside: Phrase(
            "Alamat di luar kota. Program ini untuk warga kota. Abaikan, atau perbaiki alamat.",
            en: "The address is outside the city. Ignore the row, or correct the address."),
        .knownElsewhere: Phrase(
            "Orang ini sudah dikenal kota di wilayah lain. Periksa alamat di KTP.",
            en: "The city knows this person in another area. Check the address on the ID card."),
        .insured: Phrase(
            "Sudah menjadi peserta BPJS Ketenagakerjaan (A4). Tidak perlu diusulkan.",
            en: "Already a member of BPJS Ketenagakerjaan (A4). No proposal is needed."),
        .leftOut: Phrase("Diabaikan.", en: "Ignored."),
    ]

    private func rejected(_ note: ProposalNote) -> Phrase {
        RejectCode.allCases.first { $0.code == note.code }?.message
            ?? Phrase(note.code, en: note.code)
    }

    private func nikLength(_ note: ProposalNote) -> Phrase {
        let count = note.details["jumlah"] ?? "?"
        return Phrase(
            "NIK \(count) angka. NIK harus 16 angka.",
            en: "The NIK has \(count) digits. A NIK has 16.")
    }

    private func birthDiffers(_ note: ProposalNote) -> Phrase {
        let inNumber = ProposalSentence.written(note.details["nik_tanggal"])
        let inColumn = ProposalSentence.written(note.details["kolom_tanggal"])
        return Phrase(
            "Tanggal lahir di NIK (\(inNumber)) berbeda dengan kolom tanggal lahir (\(inColumn)). Pilih yang benar.",
            en:
                "The birth date in the NIK (\(inNumber)) differs from the column (\(inColumn)). Choose the right one."
        )
    }

    private func proposedBefore(_ note: ProposalNote) -> Phrase {
        let who = note.details["rw"].map { ("RW \($0)", "RW \($0)") }
        let when = note.details["tanggal"].flatMap { Day(iso: $0) }
        let day = when.map { " pada \(CalendarWords.text($0, .indonesian))" } ?? ""
        let english = when.map { " on \(CalendarWords.text($0, .english))" } ?? ""
        return Phrase(
            "Orang ini sudah diusulkan\(who.map { " \($0.0)" } ?? "")\(day). Kami lewati.",
            en:
                "This person was already proposed\(who.map { " by \($0.1)" } ?? "")\(english). Skipped."
        )
    }

    private func refused(_ note: ProposalNote) -> Phrase {
        let code = note.details["alasan"] ?? ""
        let short = region.reasons[code]?.short
        return Phrase(
            "Sudah diperiksa: \(short?.indonesian ?? code) (\(code)). Periksa sebelum mengusulkan.",
            en: "Already checked: \(short?.english ?? code) (\(code)). Look before proposing.")
    }

    private func otherRow(_ issue: ProposalIssue, _ note: ProposalNote) -> Phrase {
        let row = note.details["baris"] ?? "?"
        return issue == .repeated
            ? Phrase(
                "Sama dengan baris \(row). Kami lewati.", en: "The same as row \(row). Skipped.")
            : Phrase(
                "NIK sama dengan baris \(row), tetapi namanya lain. Mungkin NIK suami atau istri. Periksa di KTP.",
                en:
                    "The NIK is that of row \(row) under another name. It may be the spouse's. Check the ID card."
            )
    }

    private func elsewhere(_ note: ProposalNote) -> Phrase {
        let place = note.details["tempat"] ?? "?"
        return Phrase(
            "Alamat di \(place), bukan wilayah Anda. Serahkan ke kelurahan itu, atau perbaiki alamat.",
            en: "The address is in \(place), not in your area. Pass it on, or correct the address.")
    }

    /// `17-08-1985`, as it stands in the list.
    package static func written(_ iso: String?) -> String {
        guard let iso, let day = Day(iso: iso) else { return "?" }
        let parts = day.parts
        return
            "\(NumberText.padded(parts.day, to: 2))-\(NumberText.padded(parts.month, to: 2))-\(parts.year)"
    }
}
