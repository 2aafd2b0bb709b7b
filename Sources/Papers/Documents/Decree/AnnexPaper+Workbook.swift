package import Civic

extension AnnexPaper {
    /// The same lines as a workbook, with what it belongs to on a sheet of its own.
    ///
    /// - Throws: `workbook-write` when the disk is full or the folder takes no file.
    package func xlsx(to path: String) throws(Problem) {
        let list = AnnexPaper.list(edition)
        var book = try WorkbookWriter(path: path, created: facts.created)
        let places = [SheetColumn("Kecamatan", width: 20), SheetColumn("Kelurahan", width: 20)]
        try book.beginSheet("Lampiran", columns: list.sheetColumns + places)
        for group in groups {
            let place: [CellValue] = [.text(group.place.district), .text(group.place.village)]
            for line in group.lines { try book.append(list.values(line) + place) }
        }
        try book.writeNotes(
            [
                ("Keputusan", decree.kind), ("Nomor", decree.number ?? ""),
                ("Tanggal", decree.day?.iso ?? ""), ("Tentang", decree.about),
                ("Jumlah", "\(NumberText.grouped(people)) orang"),
            ] + facts.check.notes)
        try book.finish()
    }
}

extension PaperCheck? {
    /// As a workbook shows it.
    var notes: [(key: String, value: String)] {
        guard let self else { return [] }
        return [("Cek keaslian", self.address)] + self.digests.map { ($0.label, $0.hex) }
    }
}
