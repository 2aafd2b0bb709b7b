import Civic
import Papers

/// A file as an emulated insurer writes it: columns in another order than ours and under other
/// headings of the same meaning.
struct EmulatedSheet {
    struct Row {
        var nik: UInt64?
        var number = ""
        var name = ""
        var participant = ""
        var start: Day?
        var status = ""
        var code = ""
        var reason = ""
        var amount: Rupiah?
    }

    let template: InsurerTemplate
    let fields: [InsurerTemplate.InField]

    /// As a branch sends it: a workbook with words above the heading.
    func workbook(_ rows: [Row], title: String, on day: Day) throws(Problem) -> [UInt8] {
        try TransientFile.bytes { path throws(Problem) in
            var book = try WorkbookWriter(path: path, created: day)
            try book.beginSheet(
                title,
                columns: fields.map {
                    SheetColumn(heading($0), width: 18, kind: $0 == .amount ? .rupiah : .text)
                })
            for row in rows { try book.append(fields.map { cell($0, row) }) }
            try book.finish()
        }
    }

    func text(_ rows: [Row]) throws(Problem) -> [UInt8] {
        try TransientFile.bytes { path throws(Problem) in
            var file = try CSVWriter(path: path, columns: fields.map { heading($0) })
            for row in rows {
                for field in fields { file.field(written(field, row)) }
                try file.endRecord()
            }
            try file.finish()
        }
    }

    private func heading(_ field: InsurerTemplate.InField) -> String {
        (template.headings[field]?.last ?? field.rawValue).uppercased()
    }

    private func cell(_ field: InsurerTemplate.InField, _ row: Row) -> CellValue {
        if field == .amount { return row.amount.map { .number($0.amount) } ?? .empty }
        return .text(written(field, row))
    }

    private func written(_ field: InsurerTemplate.InField, _ row: Row) -> String {
        switch field {
        case .nik: row.nik.map { NumberText.padded(Int($0), to: 16) } ?? ""
        case .number: row.number
        case .name: row.name
        case .participant: row.participant
        case .start: row.start.map { EmulatedSheet.dayFirst($0) } ?? ""
        case .status: row.status
        case .code: row.code
        case .reason: row.reason
        case .amount: row.amount.map { String($0.amount) } ?? ""
        }
    }

    /// `01/02/2026`.
    private static func dayFirst(_ day: Day) -> String {
        let parts = day.parts
        let (date, month) = (
            NumberText.padded(parts.day, to: 2), NumberText.padded(parts.month, to: 2)
        )
        return "\(date)/\(month)/\(parts.year)"
    }
}
