import Civic

/// Why a workbook cannot be read. Inner layers throw it; ``Workbook`` adds the place and makes it a
/// sentence.
enum WorkbookFault: Error, Equatable {
    case unreadable
    case empty
    case notAWorkbook
    case truncated
    case oldFormat
    case encrypted
    case macros
    case openDocument
    case binaryFormat
    case withoutSheets
    case bomb
    case documentType
    case tooLarge
    case damaged

    /// - Parameters:
    ///   - file: The last component of the path.
    ///   - sheet: The sheet that was being read, nil before the first.
    ///   - row: The last row that was reached in that sheet, nil before the first.
    /// - Returns: What a person reads.
    func problem(file: String, sheet: String? = nil, row: Int? = nil) -> Problem {
        var words = self.words
        if let sheet {
            words.what = Phrase(
                "Lembar \"\(sheet)\": \(words.what.indonesian)",
                en: "Sheet \"\(sheet)\": \(words.what.english)")
        }
        let spot = Spot(file: file, row: row)
        return Problem(.input, "workbook-\(words.code)", words.what, at: spot, do: words.remedy)
    }

    private var words: (code: String, what: Phrase, remedy: Phrase) {
        switch self {
        case .unreadable: ("unreadable", Phrases.unreadable, Phrases.checkPath)
        case .empty: ("empty", Phrases.empty, Phrases.askAgain)
        case .notAWorkbook: ("type", Phrases.notAWorkbook, Phrases.saveAsWorkbook)
        case .truncated: ("truncated", Phrases.truncated, Phrases.copyAgain)
        case .oldFormat: ("old-format", Phrases.oldFormat, Phrases.saveAsWorkbook)
        case .encrypted: ("encrypted", Phrases.encrypted, Phrases.removePassword)
        case .macros: ("macros", Phrases.macros, Phrases.saveAsWorkbook)
        case .openDocument: ("open-document", Phrases.openDocument, Phrases.saveAsWorkbook)
        case .binaryFormat: ("binary", Phrases.binaryFormat, Phrases.saveAsWorkbook)
        case .withoutSheets: ("absent", Phrases.withoutSheets, Phrases.saveAsWorkbook)
        case .bomb: ("bomb", Phrases.bomb, Phrases.trim)
        case .documentType: ("doctype", Phrases.documentType, Phrases.saveAgain)
        case .tooLarge: ("too-large", Phrases.tooLarge, Phrases.trim)
        case .damaged: ("damaged", Phrases.damaged, Phrases.saveAgain)
        }
    }
}

/// What is wrong with a workbook and what to do, in the words of its sender.
private enum Phrases {
    static let unreadable = Phrase(
        "Berkas ini tidak dapat dibuka.", en: "This file cannot be opened.")
    static let empty = Phrase("Berkas ini kosong.", en: "This file is empty.")
    static let notAWorkbook = Phrase(
        "Isi berkas ini bukan buku kerja Excel (.xlsx).",
        en: "The content of this file is not an Excel workbook (.xlsx).")
    static let truncated = Phrase(
        "Berkas ini terpotong, bagian akhirnya hilang.",
        en: "This file is cut short, its end is missing.")
    static let oldFormat = Phrase(
        "Berkas ini memakai format Excel lama (.xls).",
        en: "This file is in the old Excel format (.xls).")
    static let encrypted = Phrase(
        "Berkas ini dikunci dengan kata sandi.", en: "This file is locked with a password.")
    static let macros = Phrase(
        "Berkas ini berisi makro, jadi tidak dibaca.",
        en: "This file contains macros and was not read.")
    static let openDocument = Phrase(
        "Berkas ini memakai format OpenDocument (.ods).",
        en: "This file is in the OpenDocument format (.ods).")
    static let binaryFormat = Phrase(
        "Berkas ini memakai format Excel biner (.xlsb).",
        en: "This file is in the binary Excel format (.xlsb).")
    static let withoutSheets = Phrase(
        "Di dalam berkas ini tidak ada buku kerja Excel.",
        en: "There is no Excel workbook inside this file.")
    static let bomb = Phrase(
        "Isi berkas ini mengembang jauh melebihi batas aman, jadi tidak dibaca.",
        en: "The content of this file expands far beyond the safe limit and was not read.")
    static let documentType = Phrase(
        "Berkas ini memuat DOCTYPE, yang tidak pernah ditulis Excel, jadi tidak dibaca.",
        en: "This file contains a DOCTYPE, which Excel never writes, and was not read.")
    static let tooLarge = Phrase(
        "Jumlah kolom, baris, atau teksnya melebihi batas Excel.",
        en: "It has more columns, rows or text than Excel allows.")
    static let damaged = Phrase(
        "Isinya rusak dan tidak dapat dibaca sampai selesai.",
        en: "Its content is damaged and cannot be read to the end.")

    static let checkPath = Phrase(
        "Periksa nama dan izin berkas, lalu coba lagi.",
        en: "Check the name and the permissions of the file, then try again.")
    static let askAgain = Phrase(
        "Minta pengirim mengirim ulang berkasnya.", en: "Ask the sender to send it again.")
    static let copyAgain = Phrase(
        "Salin atau unduh ulang berkas dari asalnya, lalu coba lagi.",
        en: "Copy or download the file from its source again, then try again.")
    static let saveAsWorkbook = Phrase(
        "Buka di Excel, pilih Simpan Sebagai, jenis Buku Kerja Excel (.xlsx), lalu coba lagi.",
        en: "Open it in Excel, choose Save As, type Excel Workbook (.xlsx), then try again.")
    static let removePassword = Phrase(
        "Buka di Excel, hapus kata sandinya, simpan, lalu coba lagi.",
        en: "Open it in Excel, remove the password, save it, then try again.")
    static let saveAgain = Phrase(
        "Buka di Excel, simpan ulang sebagai .xlsx, lalu coba lagi.",
        en: "Open it in Excel, save it again as .xlsx, then try again.")
    static let trim = Phrase(
        "Salin hanya baris dan kolom yang terisi ke buku kerja baru, lalu coba lagi.",
        en: "Copy only the filled rows and columns into a new workbook, then try again.")
}
