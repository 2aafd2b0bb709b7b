package import Civic
package import Intake

/// Reads what came in through the browser, from memory: the same reading as for the files of
/// agencies, so that bombs, macros, formulas and damaged numbers are met in the same way.
package struct UploadReader: Sendable {
    private let context: IntakeContext

    package init(context: IntakeContext) { self.context = context }

    /// Reads the bytes of a file.
    ///
    /// - Parameters:
    ///   - bytes: a workbook or a separated text; its content tells which.
    ///   - fileName: what the sender calls it; used in messages only.
    ///   - agency: whose list it is.
    ///   - columns: what the columns mean, by position; nil to guess.
    /// - Returns: the list. Ask for the columns where ``UploadedList/holdsPeople`` is false.
    /// - Throws: a problem that names the file when nothing can be read.
    package func read(
        bytes: [UInt8], fileName: String, agency: Agency, columns: [Column?]? = nil
    ) throws(Problem) -> UploadedList {
        let name = UploadReader.shown(fileName)
        let sheets = try DeliveryReader(context: context).readSheets(
            try MemoryFile(bytes), name: name, agency: agency, columns: columns)
        return try list(sheets, name, bytes)
    }

    /// Reads cells copied from a spreadsheet, or any separated text.
    package func read(
        pasted text: String, agency: Agency, columns: [Column?]? = nil
    ) throws(Problem) -> UploadedList {
        let bytes = Array(text.utf8)
        let sheets = try DeliveryReader(context: context).readSheets(
            try MemoryFile(bytes), name: UploadReader.pasted, agency: agency, columns: columns)
        return try list(sheets, nil, bytes)
    }

    /// In the place of a file name in messages.
    private static let pasted = "tempelan"

    private func list(
        _ sheets: [SheetReading], _ name: String?, _ bytes: [UInt8]
    ) throws(Problem) -> UploadedList {
        guard let sheet = UploadReader.main(sheets) else { throw UploadReader.empty(name) }
        var warnings = sheet.delivery?.warnings ?? []
        for other in sheets where other.sheet != sheet.sheet {
            let people = other.delivery?.counts.linked ?? 0
            if people > 0 { warnings.append(UploadReader.leftOut(other.sheet ?? "", people)) }
        }
        return UploadedList(
            fileName: name,
            digest: Fingerprint.of(bytes), headings: sheet.headings, columns: sheet.columns,
            preview: sheet.preview,
            rows: UploadReader.rows(sheet), roster: sheet.delivery?.roster ?? Roster(),
            holdsPeople: sheet.delivery != nil, warnings: warnings)
    }

    /// The sheet with most people; without people, the one with most records.
    private static func main(_ sheets: [SheetReading]) -> SheetReading? {
        var best: (people: Int, records: Int, sheet: SheetReading)?
        for sheet in sheets {
            let people = sheet.delivery?.counts.linked ?? 0
            if let best, (best.people, best.records) >= (people, sheet.records.count) { continue }
            best = (people, sheet.records.count, sheet)
        }
        return best?.sheet
    }

    /// Records, people and rejects each stand in order of their rows.
    private static func rows(_ sheet: SheetReading) -> [UploadedRow] {
        let people = sheet.delivery?.roster.rows ?? []
        let rejects = sheet.delivery?.rejects.entries ?? []
        var (person, reject) = (0, 0)
        return (0..<sheet.records.count).map { index in
            let number = sheet.records.number(index)
            while person < people.count, people[person].number < number { person += 1 }
            var faults: [CellFault] = []
            while reject < rejects.count, rejects[reject].row <= number {
                if rejects[reject].row == number {
                    let field = Int(rejects[reject].field)
                    faults.append(
                        CellFault(
                            column: field >= 0 && field < sheet.columns.count
                                ? sheet.columns[field] : nil,
                            code: rejects[reject].code))
                }
                reject += 1
            }
            let isPerson = person < people.count && people[person].number == number
            return UploadedRow(
                number: number, cells: sheet.records.cells(index),
                person: isPerson ? people[person] : nil, faults: faults)
        }
    }

    /// A name from outside as it may be shown: its last part, without anything that acts.
    static func shown(_ name: String) -> String {
        let last = name.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
        let plain = String(
            String.UnicodeScalarView(
                last.unicodeScalars.filter { $0.value >= 32 && $0.value != 127 }))
        return plain.isEmpty ? "berkas" : String(plain.prefix(80))
    }

    private static func empty(_ name: String?) -> Problem {
        Problem(
            .input, "upload-empty",
            Phrase("Tidak ada baris yang terisi.", en: "No row holds anything."),
            at: name.map { Spot(file: $0) },
            do: Phrase(
                "Pilih berkas atau salin sel yang berisi data.",
                en: "Choose a file, or copy cells, that hold data."))
    }

    private static func leftOut(_ sheet: String, _ people: Int) -> Problem {
        Problem(
            .input, "sheet-left-out",
            Phrase(
                "Lembar \"\(sheet)\" berisi \(people) orang dan belum dibaca.",
                en: "Sheet \"\(sheet)\" holds \(people) people and was not read."),
            do: Phrase(
                "Simpan lembar itu sebagai berkas tersendiri, lalu unggah juga.",
                en: "Save that sheet as a file of its own and upload it too."))
    }
}
