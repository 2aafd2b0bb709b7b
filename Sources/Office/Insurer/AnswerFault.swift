package import Civic
import Intake

/// Why a row of the insurer could not be used. Raw values are those of the store.
package enum AnswerFault: String, CaseIterable, Sendable {
    case noPerson = "no-person"
    case noStatus = "no-answer"
    case unknownStatus = "unknown-answer"
    case pending
    case noParticipant = "no-participant"
    case noStart = "no-start"
    case unknownRefusal = "unknown-refusal"
    case noAmount = "no-amount"

    package var message: Phrase {
        switch self {
        case .noPerson:
            Phrase(
                "Baris ini tidak menyebut NIK, nomor SIGAP, atau KPJ. Isi salah satu, lalu kirim lagi.",
                en:
                    "The row names no NIK, SIGAP number or KPJ. Fill in one of them and send it again."
            )
        case .noStatus:
            Phrase(
                "Baris ini tidak berisi KPJ dan tidak berisi alasan penolakan. Minta cabang melengkapinya.",
                en:
                    "The row holds neither a KPJ nor a reason of a refusal. Ask the branch to complete it."
            )
        case .unknownStatus:
            Phrase(
                "Status di baris ini tidak kami kenal. Tulis diterima atau ditolak, lalu unggah lagi.",
                en:
                    "The status of this row is unknown. Write diterima or ditolak and upload it again."
            )
        case .pending:
            Phrase(
                "BPJS belum menjawab baris ini. Tunggu berkas berikutnya.",
                en: "The insurer has not answered this row. Wait for the next file.")
        case .noParticipant:
            Phrase(
                "KPJ kosong atau bukan 11 huruf dan angka. Minta nomor yang benar dari cabang.",
                en:
                    "The KPJ is empty or not 11 letters and digits. Ask the branch for the right one."
            )
        case .noStart:
            Phrase(
                "Tanggal mulai kosong atau tidak terbaca. Minta tanggalnya dari cabang.",
                en: "The start day is empty or cannot be read. Ask the branch for it.")
        case .noAmount:
            Phrase(
                "Jumlah iuran kosong atau tidak terbaca. Tulis dengan angka saja, misalnya 25000.",
                en: "The amount is empty or cannot be read. Write digits, as 25000.")
        case .unknownRefusal:
            Phrase(
                "Kode penolakan ini belum ada di daftar. Minta pengelola menambahkannya, lalu unggah lagi.",
                en:
                    "This code of a refusal is not listed. Ask the manager to add it, then upload again."
            )
        }
    }

    /// The sentence for what is kept with a row.
    package static func message(_ code: String) -> Phrase? {
        AnswerFault(rawValue: code)?.message
            ?? RejectCode.allCases.first { $0.code == code }?.message
    }
}
