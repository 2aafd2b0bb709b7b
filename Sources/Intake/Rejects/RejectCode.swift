package import Civic

/// Why a value could not be used. The code is stable; the sentences say what to do.
package enum RejectCode: UInt8, Sendable, CaseIterable {
    case nikLength, nikCharacters, nikDay, nikMonth, nikDate, nikSerial
    case nikScientific, nikCutByExcel
    case familyCard, birthDate, birthDateRange, deathDate, recordedDate
    case sex, phone, decile, village, district, occupation, participantNumber
    case lifeStatus, membershipStatus
    case rowWithoutPerson

    package var code: String {
        switch self {
        case .nikLength: "nik-length"
        case .nikCharacters: "nik-characters"
        case .nikDay: "nik-day"
        case .nikMonth: "nik-month"
        case .nikDate: "nik-date"
        case .nikSerial: "nik-serial"
        case .nikScientific: "nik-scientific"
        case .nikCutByExcel: "nik-cut-by-excel"
        case .familyCard: "family-card"
        case .birthDate: "birth-date"
        case .birthDateRange: "birth-date-range"
        case .deathDate: "death-date"
        case .recordedDate: "recorded-date"
        case .sex: "sex"
        case .phone: "phone"
        case .decile: "decile"
        case .village: "village"
        case .district: "district"
        case .occupation: "occupation"
        case .participantNumber: "participant-number"
        case .lifeStatus: "life-status"
        case .membershipStatus: "membership-status"
        case .rowWithoutPerson: "row-without-person"
        }
    }

    /// What is wrong and what to do, in one or two plain sentences.
    package var message: Phrase {
        switch self {
        case .nikLength:
            Phrase(
                "NIK harus 16 angka. Periksa di KTP, lalu ketik ulang.",
                en: "A NIK has 16 digits. Check the ID card and type it again.")
        case .nikCharacters:
            Phrase(
                "NIK hanya boleh berisi angka. Periksa di KTP, lalu ketik ulang.",
                en: "A NIK holds digits only. Check the ID card and type it again.")
        case .nikDay:
            Phrase(
                "Angka ke-7 dan ke-8 NIK harus 01–31, atau 41–71 untuk perempuan. Periksa di KTP.",
                en: "Digits 7 and 8 must be 01–31, or 41–71 for women. Check the ID card.")
        case .nikMonth:
            Phrase(
                "Angka ke-9 dan ke-10 NIK harus bulan 01–12. Periksa di KTP.",
                en: "Digits 9 and 10 must be a month, 01–12. Check the ID card.")
        case .nikDate:
            Phrase(
                "Tanggal lahir di dalam NIK tidak ada di kalender. Periksa di KTP.",
                en: "The birth date inside the NIK does not exist. Check the ID card.")
        case .nikSerial:
            Phrase(
                "Empat angka terakhir NIK tidak boleh 0000. Periksa di KTP.",
                en: "The last four digits of a NIK are never 0000. Check the ID card.")
        case .nikScientific:
            Phrase(
                "Excel mengubah NIK menjadi angka pendek. Ubah kolom NIK menjadi Teks di berkas asli, lalu kirim lagi.",
                en:
                    "Excel has shortened the NIK. Make the NIK column Text in the original file and send it again."
            )
        case .nikCutByExcel:
            Phrase(
                "Angka ke-16 NIK hilang karena Excel. Ubah kolom NIK menjadi Teks di berkas asli, lalu kirim lagi.",
                en:
                    "Excel has cut the 16th digit. Make the NIK column Text in the original file and send it again."
            )
        case .familyCard:
            Phrase(
                "Nomor KK harus 16 angka dengan tanggal yang benar. Periksa di Kartu Keluarga.",
                en:
                    "A family card number has 16 digits with a possible date. Check the family card."
            )
        case .birthDate:
            Phrase(
                "Tanggal lahir tidak terbaca. Tulis seperti 17-08-1985.",
                en: "The birth date cannot be read. Write it like 17-08-1985.")
        case .birthDateRange:
            Phrase(
                "Tanggal lahir lebih dari 120 tahun lalu atau di masa depan. Periksa di KTP.",
                en: "The birth date is over 120 years ago or in the future. Check the ID card.")
        case .deathDate:
            Phrase(
                "Tanggal meninggal tidak terbaca. Tulis seperti 17-08-2025.",
                en: "The date of death cannot be read. Write it like 17-08-2025.")
        case .recordedDate:
            Phrase(
                "Tanggal pencatatan tidak terbaca. Tulis seperti 05-11-2025.",
                en: "The date of record cannot be read. Write it like 05-11-2025.")
        case .sex:
            Phrase(
                "Jenis kelamin tidak terbaca. Tulis L atau P.",
                en: "The sex cannot be read. Write L or P.")
        case .phone:
            Phrase(
                "Nomor telepon tidak lengkap. Tulis seperti 0812-3456-7890.",
                en: "The telephone number is incomplete. Write it like 0812-3456-7890.")
        case .decile:
            Phrase(
                "Desil harus angka 1 sampai 10. Periksa di DTSEN.",
                en: "The decile must be 1 to 10. Check the welfare register.")
        case .village:
            Phrase(
                "Kelurahan tidak dikenal di kota ini. Periksa ejaannya, atau tulis kecamatannya juga.",
                en: "No such kelurahan in this city. Check the spelling, or give the kecamatan too."
            )
        case .district:
            Phrase(
                "Kecamatan tidak dikenal di kota ini. Periksa ejaannya.",
                en: "No such kecamatan in this city. Check the spelling.")
        case .occupation:
            Phrase(
                "Pekerjaan tidak dikenal. Pilih dari daftar pekerjaan, atau minta admin menambah ejaannya.",
                en:
                    "Unknown occupation. Choose one from the list, or ask the administrator to add the spelling."
            )
        case .participantNumber:
            Phrase(
                "Nomor KPJ harus 11 huruf atau angka. Periksa di kartu BPJS Ketenagakerjaan.",
                en: "A KPJ has 11 letters or digits. Check the BPJS Ketenagakerjaan card.")
        case .lifeStatus:
            Phrase(
                "Status penduduk tidak dikenal. Tulis AKTIF, PINDAH, atau MENINGGAL.",
                en: "Unknown status. Write AKTIF, PINDAH or MENINGGAL.")
        case .membershipStatus:
            Phrase(
                "Status kepesertaan tidak dikenal. Tulis AKTIF atau NONAKTIF.",
                en: "Unknown membership status. Write AKTIF or NONAKTIF.")
        case .rowWithoutPerson:
            Phrase(
                "Baris ini tidak memuat nama maupun NIK yang dapat dipakai. Lengkapi, atau hapus barisnya.",
                en: "This row has no usable name or NIK. Complete it, or delete the row.")
        }
    }
}

extension RejectCode {
    init(_ fault: NIKFault) {
        self =
            switch fault {
            case .notSixteenDigits: .nikLength
            case .notDigits: .nikCharacters
            case .impossibleDay: .nikDay
            case .impossibleMonth: .nikMonth
            case .impossibleDate: .nikDate
            case .zeroSerial: .nikSerial
            }
    }
}

/// One value that could not be used, and where it stands.
package struct Reject: Sendable {
    package let row: UInt32
    /// Position of the column in the file, or -1 for a whole row.
    package let field: Int16
    package let code: RejectCode
    /// The value as written, inside ``RejectLog/text``.
    package let value: TextRange
}

/// All rejected values of one delivery, compactly.
package struct RejectLog: Sendable {
    package private(set) var entries: [Reject] = []
    package private(set) var text: [UInt8] = []

    /// Longer values are cut; what is wrong with them shows at their beginning.
    private static let maximumValue = 80

    mutating func add(_ code: RejectCode, row: UInt32, field: Int, value: Span<UInt8>) {
        let start = text.count
        let count = min(value.count, RejectLog.maximumValue)
        for index in 0..<count { text.append(value[index]) }
        entries.append(
            Reject(
                row: row, field: Int16(clamping: field), code: code,
                value: TextRange(start: start, count: count)))
    }

    package func string(_ range: TextRange) -> String {
        text.withUnsafeBufferPointer { bytes in
            String(decoding: UnsafeBufferPointer(rebasing: bytes[range.bounds]), as: UTF8.self)
        }
    }

    /// Gives the rejects of one code another, once the whole list shows what really happened.
    mutating func relabel(_ code: RejectCode, as other: RejectCode) {
        for index in entries.indices where entries[index].code == code {
            let entry = entries[index]
            entries[index] = Reject(
                row: entry.row, field: entry.field, code: other, value: entry.value)
        }
    }

    /// Orders entries as the rows stand in the file.
    mutating func sort() { entries.sort { ($0.row, $0.field) < ($1.row, $1.field) } }
}
