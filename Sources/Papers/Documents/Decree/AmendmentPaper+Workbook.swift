package import Civic

extension AmendmentPaper {
    /// The same lines as a workbook, a sheet for each kind of change.
    ///
    /// - Throws: `workbook-write` when the disk is full or the folder takes no file.
    package func xlsx(to path: String) throws(Problem) {
        var book = try WorkbookWriter(path: path, created: facts.created)
        for part in parts {
            try book.beginSheet(part.name, columns: part.list.sheetColumns)
            for line in part.numbered { try book.append(part.list.values(line)) }
        }
        try book.writeNotes(
            [
                ("Keputusan", decree.kind), ("Nomor", decree.number ?? ""),
                ("Jumlah semula", "\(peopleBefore)"), ("Jumlah menjadi", "\(peopleAfter)"),
            ] + facts.check.notes)
        try book.finish()
    }
}
