import Civic
import Papers
import Programme
import Store

/// A file that asks the insurer to enrol people, or tells it whose cover ends, in the form its branch
/// takes. The same people give the same bytes.
package struct EnrolmentFile: Sendable {
    /// SHA-256 of the bytes, hexadecimal.
    package let digest: String
    package let name: String
    package let bytes: [UInt8]

    /// - Parameters:
    ///   - kind: what the file is for.
    ///   - people: in the order of the file.
    ///   - fund: whose money pays.
    ///   - day: what the file's properties and name show.
    ///   - region: the city with its template.
    /// - Throws: where there is no room for the file.
    init(
        _ kind: InsurerFile.Kind, _ people: [Enrolment], of fund: Fund, on day: Day,
        _ region: Region
    ) throws(Problem) {
        let form = region.insurer.form(kind)
        let rows = EnrolmentRows(form: form, fund: fund, region: region)
        bytes =
            switch form.format {
            case .xlsx: try rows.workbook(people, on: day)
            case .csv: try rows.text(people)
            }
        digest = Fingerprint.of(bytes)
        name = form.name(
            fund: fund.id, workerGroup: fund.workerGroup, on: day, digest: digest)
    }
}

/// Cells of people as the insurer wants to see them.
private struct EnrolmentRows {
    let form: OutForm
    let fund: Fund
    let region: Region

    private var columns: [InsurerTemplate.OutColumn] { form.columns }

    func workbook(_ people: [Enrolment], on day: Day) throws(Problem) -> [UInt8] {
        try WorkbookBytes.make(on: day) { book throws(Problem) in
            try book.beginSheet(
                form.sheet,
                columns: columns.map {
                    SheetColumn($0.heading, width: Self.width($0), kind: Self.kind($0))
                })
            for (index, person) in people.enumerated() {
                try book.append(columns.map { cell($0, of: person, line: index + 1) })
            }
        }
    }

    func text(_ people: [Enrolment]) throws(Problem) -> [UInt8] {
        try TransientFile.bytes { path throws(Problem) in
            var file = try CSVWriter(path: path, columns: columns.map(\.heading))
            for (index, person) in people.enumerated() {
                for column in columns {
                    switch cell(column, of: person, line: index + 1) {
                    case .text(let text): file.field(SheetText.inert(text))
                    case .number(let number): file.field(Int(number))
                    case .date(let day): file.field(day.iso)
                    case .empty: file.emptyField()
                    }
                }
                try file.endRecord()
            }
            try file.finish()
        }
    }

    private func cell(
        _ column: InsurerTemplate.OutColumn, of person: Enrolment, line: Int
    ) -> CellValue {
        switch column.content {
        case .value(let value): .text(value)
        case .field(let field): cell(field, of: person, line: line)
        }
    }

    private func cell(
        _ field: InsurerTemplate.OutField, of person: Enrolment, line: Int
    ) -> CellValue {
        switch field {
        case .line: .number(Int64(line))
        case .number: .text(person.number)
        case .nik: person.nik.map { .text($0.revealed()) } ?? .empty
        case .name: .text(person.name)
        case .birthDate: person.birth.map { .date($0) } ?? .empty
        case .sex: person.nik.map { .text($0.sex == .female ? "P" : "L") } ?? .empty
        case .rt: person.rt.map { .number(Int64($0)) } ?? .empty
        case .rw: person.rw.map { .number(Int64($0)) } ?? .empty
        case .village: place(person.village)
        case .district: place(person.district)
        case .occupation: occupation(person.occupation)
        case .income: .number(region.plan.declaredIncome.amount)
        case .start: .date(person.months.lowerBound.firstDay)
        case .months: .number(Int64(person.months.upperBound - person.months.lowerBound + 1))
        case .workerGroup: .text(fund.workerGroup)
        case .fund: .text(fund.id)
        case .participant: person.participant.map { .text($0) } ?? .empty
        case .end: person.ended.map { .date($0.firstDay) } ?? .empty
        case .reason: reason(person.cause)
        }
    }

    private func place(_ code: PlaceCode?) -> CellValue {
        guard let code, let position = region.places.position(of: code) else { return .empty }
        return .text(region.places.entries[position].name)
    }

    private func occupation(_ code: String?) -> CellValue {
        guard let code, let position = region.occupations.position(code: code) else {
            return .empty
        }
        return .text(region.occupations[position].name.indonesian)
    }

    private func reason(_ code: String?) -> CellValue {
        guard let code else { return .empty }
        return .text(region.reasons[code]?.short.indonesian ?? code)
    }

    private static func width(_ column: InsurerTemplate.OutColumn) -> Double {
        switch column.content {
        case .field(.name), .field(.reason): 32
        case .field(.line), .field(.rt), .field(.rw): 6
        default: 18
        }
    }

    private static func kind(_ column: InsurerTemplate.OutColumn) -> SheetColumn.Kind {
        switch column.content {
        case .field(.line), .field(.rt), .field(.rw), .field(.months): .number
        case .field(.income): .rupiah
        case .field(.birthDate), .field(.start), .field(.end): .date
        default: .text
        }
    }
}
