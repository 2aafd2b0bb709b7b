package import Civic
package import Programme
import Store

/// What platforms read about one row, on the page and in the file alike.
package enum DriverWords {
    package static func outcome(_ outcome: DriverAnswer.Outcome) -> Phrase {
        switch outcome {
        case .accepted: Phrase("Diterima", en: "Accepted")
        case .waiting: Phrase("Menunggu kuota", en: "Waiting for quota")
        case .refused: Phrase("Tidak", en: "No")
        case .checking: Phrase("Diperiksa", en: "Being checked")
        }
    }

    /// In the place of an outcome, for a row that was not kept.
    package static let notKept = Phrase("Tidak disimpan", en: "Not kept")
    package static let notSent = Phrase("Belum dikirim", en: "Not sent yet")
    package static let otherReason = Phrase("Alasan lain", en: "Another reason")

    package static func reason(_ code: String?, _ region: Region) -> Phrase? {
        guard let code else { return nil }
        guard code != DriverAnswer.other else { return otherReason }
        return region.reasons[code]?.short ?? otherReason
    }

    package static func fault(_ fault: DriverFault) -> Phrase {
        switch fault {
        case .consentMissing: Phrase("Tanpa tanggal persetujuan", en: "No day of consent")
        case .consentFuture:
            Phrase("Tanggal persetujuan belum tiba", en: "Day of consent is in the future")
        case .consentOld: Phrase("Persetujuan terlalu lama", en: "Consent is too old")
        case .nik: Phrase("NIK tidak terbaca", en: "NIK cannot be read")
        case .name: Phrase("Nama kosong", en: "No name")
        case .birth: Phrase("Tanggal lahir tidak terbaca", en: "Birth date cannot be read")
        case .phone: Phrase("Nomor HP tidak terbaca", en: "Phone number cannot be read")
        case .repeated: Phrase("NIK berulang di berkas ini", en: "NIK repeated in this file")
        }
    }
}
