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

    /// Nil for a row that asks for nobody.
    init?(_ row: EmulatedRow) {
        guard let nik = row.nik, let start = Day(iso: row[.start]), let months = Int(row[.months])
        else { return nil }
        self.nik = nik
        number = row[.number]
        name = row[.name]
        self.start = start
        self.months = months
        fund = row[.fund]
    }
}

/// Somebody in a file that tells of ends, as the insurer reads it.
struct EmulatedEnd: Sendable, Hashable {
    let nik: UInt64
    let number: String
    let name: String
    /// Empty where the city knows of none.
    let participant: String
    /// The first month without cover.
    let month: Month

    /// Nil for a row that tells of nobody.
    init?(_ row: EmulatedRow) {
        guard let nik = row.nik, let end = Day(iso: row[.end]) else { return nil }
        self.nik = nik
        number = row[.number]
        name = row[.name]
        participant = row[.participant]
        month = end.month
    }
}

/// A row of a file to the insurer, by the headings of the form in which it was made.
struct EmulatedRow {
    private let cells: [InsurerTemplate.OutField: String]

    private static let headerDepth = 10

    subscript(_ field: InsurerTemplate.OutField) -> String { cells[field] ?? "" }

    var nik: UInt64? {
        guard case .valid(let nik) = WrittenNIK.read(self[.nik]) else { return nil }
        return nik.digits
    }

    /// - Returns: nil when no row of the file heads all of `needed`.
    static func read(
        _ bytes: [UInt8], name: String, _ form: OutForm, _ needed: Set<InsurerTemplate.OutField>
    ) throws(Problem) -> [EmulatedRow]? {
        for table in try TableReader.read(try MemoryFile(bytes), name: name) {
            let records = table.records
            for row in 0..<min(headerDepth, records.count) {
                let columns = columns(records.cells(row), form)
                guard needed.isSubset(of: columns.keys) else { continue }
                return (row + 1..<records.count).map { number in
                    let cells = records.cells(number)
                    return EmulatedRow(
                        cells: columns.compactMapValues { $0 < cells.count ? cells[$0] : nil })
                }
            }
        }
        return nil
    }

    private static func columns(
        _ cells: [String], _ form: OutForm
    ) -> [InsurerTemplate.OutField: Int] {
        var found: [InsurerTemplate.OutField: Int] = [:]
        for (position, cell) in cells.enumerated() {
            for column in form.columns where LetterKey(column.heading) == LetterKey(cell) {
                if case .field(let field) = column.content { found[field] = position }
            }
        }
        return found
    }
}
