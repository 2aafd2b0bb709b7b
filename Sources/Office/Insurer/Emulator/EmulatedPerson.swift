import Civic
import Intake

/// Somebody in a file that asks for enrolment, as the insurer reads it.
struct EmulatedPerson: Sendable, Hashable {
    let nik: UInt64
    let number: String
    let name: String
    let start: Day
    let months: Int
    let fund: String

    private static let headerDepth = 10

    /// Reads a file by the headings of the template under which it was made.
    static func read(
        _ bytes: [UInt8], name: String, _ template: InsurerTemplate
    ) throws(Problem) -> [EmulatedPerson] {
        let tables = try TableReader.read(try MemoryFile(bytes), name: name)
        for table in tables {
            let records = table.records
            for row in 0..<min(headerDepth, records.count) {
                let columns = columns(records.cells(row), template)
                guard columns[.nik] != nil, columns[.name] != nil else { continue }
                return (row + 1..<records.count).compactMap {
                    person(records.cells($0), columns)
                }
            }
        }
        throw Problem(
            .input, "emulator-file",
            Phrase(
                "Berkas ini bukan berkas pendaftaran.", en: "The file does not ask for enrolment."),
            at: Spot(file: name),
            do: Phrase(
                "Berikan berkas dari halaman BPJS, kirim.",
                en: "Give a file that was made on the insurer's page."))
    }

    private static func columns(
        _ cells: [String], _ template: InsurerTemplate
    ) -> [InsurerTemplate.OutField: Int] {
        var found: [InsurerTemplate.OutField: Int] = [:]
        for (position, cell) in cells.enumerated() {
            for column in template.columns where LetterKey(column.heading) == LetterKey(cell) {
                if case .field(let field) = column.content { found[field] = position }
            }
        }
        return found
    }

    private static func person(
        _ cells: [String], _ columns: [InsurerTemplate.OutField: Int]
    ) -> EmulatedPerson? {
        func text(_ field: InsurerTemplate.OutField) -> String {
            columns[field].flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
        }
        guard case .valid(let nik) = WrittenNIK.read(text(.nik)),
            let start = Day(iso: text(.start)), let months = Int(text(.months))
        else { return nil }
        return EmulatedPerson(
            nik: nik.digits, number: text(.number), name: text(.name), start: start,
            months: months, fund: text(.fund))
    }
}
