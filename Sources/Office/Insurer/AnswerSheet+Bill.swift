import Civic
import Store

/// A bill is read whole or not at all: a row that is passed over would hide money.
extension AnswerSheet {
    /// The rows of a bill that ask for money. A last row that asks for nobody and bears the sum of
    /// the others is theirs, and none of its own.
    ///
    /// - Throws: `bill-file-row` with the first row that cannot be used; `bill-file` when there is
    ///   none that can.
    func bill(_ bytes: [UInt8], name: String) throws(Problem) -> [InsurerRow] {
        var rows = try read(bytes, name: name, .bill)
        if let last = rows.last, last.fault == AnswerFault.noPerson.rawValue,
            last.amount == rows.dropLast().reduce(.zero, { $0 + ($1.amount ?? .zero) })
        {
            rows.removeLast()
        }
        if let strange = rows.first(where: { $0.word == nil }) {
            throw AnswerSheet.strangeRow(strange, name)
        }
        guard !rows.isEmpty else { throw AnswerSheet.noRows(name) }
        return rows
    }

    private static func strangeRow(_ row: InsurerRow, _ name: String) -> Problem {
        Problem(
            .input, "bill-file-row",
            row.fault.flatMap { AnswerFault.message($0) }
                ?? Phrase("Baris ini tidak terbaca.", en: "The row cannot be read."),
            at: Spot(file: name, row: row.line),
            do: Phrase(
                "Perbaiki baris itu, lalu unggah lagi seluruh tagihan.",
                en: "Put the row right and upload the whole bill again."))
    }

    private static func noRows(_ name: String) -> Problem {
        Problem(
            .input, "bill-file",
            Phrase("Berkas ini bukan daftar orang.", en: "This file is no list of people."),
            at: Spot(file: name),
            do: Phrase(
                "Unggah rincian tagihan dari BPJS, dengan NIK atau KPJ.",
                en: "Upload the insurer's bill in detail, with NIK or KPJ."))
    }
}
