import Civic

/// Why a workbook could not be written.
enum SheetFault: Error {
    case disk
    case rows
    case text(column: String, row: Int)
    case sheetName(String)

    func problem(file: String) -> Problem {
        switch self {
        case .disk:
            Problem(
                .service, "workbook-write",
                Phrase("Buku kerja tidak dapat ditulis.", en: "The workbook cannot be written."),
                at: Spot(file: file),
                do: Phrase(
                    "Periksa ruang disk dan hak tulis folder itu, lalu coba lagi.",
                    en: "Check the free disk space and your rights in the folder, then try again."))
        case .rows:
            Problem(
                .service, "workbook-rows",
                Phrase(
                    "Barisnya lebih banyak daripada yang dapat dimuat satu lembar Excel.",
                    en: "There are more rows than one Excel sheet can hold."),
                at: Spot(file: file),
                do: Phrase(
                    "Persempit dengan saringan, atau unduh sebagai CSV.",
                    en: "Narrow it down with a filter, or download it as CSV."))
        case .text(let column, let row):
            Problem(
                .service, "workbook-text",
                Phrase(
                    "Teksnya lebih panjang daripada yang dapat dimuat satu sel Excel.",
                    en: "The text is longer than one Excel cell can hold."),
                at: Spot(file: file, row: row, column: column),
                do: Phrase(
                    "Ringkas teks itu, atau unduh sebagai CSV.",
                    en: "Shorten the text, or download it as CSV."))
        case .sheetName(let name):
            Problem(
                .service, "workbook-sheet-name",
                Phrase(
                    "Nama lembar \"\(name)\" tidak boleh dipakai di Excel.",
                    en: "Excel does not allow the sheet name \"\(name)\"."),
                at: Spot(file: file),
                do: Phrase(
                    "Pakai nama lain yang belum ada, paling panjang 31 huruf, tanpa []:*?/\\.",
                    en: "Use a new name of at most 31 letters, without []:*?/\\."))
        }
    }
}
