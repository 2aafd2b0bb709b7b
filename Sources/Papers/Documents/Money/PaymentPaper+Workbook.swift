package import Civic

extension PaymentPaper {
    /// The same sums and names as a workbook.
    ///
    /// - Throws: `workbook-write` when the disk is full or the folder takes no file.
    package func xlsx(to path: String) throws(Problem) {
        var book = try WorkbookWriter(path: path, created: facts.created)
        try book.beginSheet(
            "Ringkasan",
            columns: [
                SheetColumn("Sumber dana", width: 30), SheetColumn("Bulan", width: 16),
                SheetColumn("Orang", width: 10, kind: .number),
                SheetColumn("Tarif", width: 14, kind: .rupiah),
                SheetColumn("Jumlah", width: 18, kind: .rupiah),
            ])
        for part in parts {
            try book.append([
                .text(part.fund), .text(part.month.iso), .number(Int64(part.lines.count)),
                .number(part.rate.amount), .number(part.amount.amount),
            ])
        }
        try writeNames(&book)
        try book.writeNotes(
            [("Dokumen", title)] + fields.map { ($0.label, $0.text) }
                + [
                    ("Orang", NumberText.grouped(people)), ("Jumlah", amount.description),
                ] + facts.check.notes)
        try book.finish()
    }

    private func writeNames(_ book: inout WorkbookWriter) throws(Problem) {
        let list = PaymentPaper.list
        let part = [SheetColumn("Sumber dana", width: 30), SheetColumn("Bulan", width: 16)]
        try book.beginSheet("Penerima", columns: list.sheetColumns + part)
        var serial = 0
        for part in parts {
            for line in part.lines {
                serial += 1
                let fund: [CellValue] = [.text(part.fund), .text(part.month.iso)]
                try book.append(list.values((serial, line)) + fund)
            }
        }
    }
}
