package import Civic
import FoundationEssentials
import Papers
package import Programme
package import Store

/// The order of a wave as a file for spreadsheets: every field that decides a place, and no NIK and
/// no name. Headings are codes in both languages' stead, as the text with the digest uses them.
package struct WaveFile: Sendable {
    private let wave: Wave
    private let places: [WavePlace]

    package init(_ wave: Wave, _ places: [WavePlace]) {
        self.wave = wave
        self.places = places
    }

    private static let columns: [(title: String, width: Double, isNumber: Bool)] = [
        ("tempat", 10, true), ("nomor_sigap", 16, false), ("kecamatan", 12, false),
        ("kelurahan", 16, false), ("pekerjaan", 20, false), ("desil", 8, true),
        ("risiko", 8, true), ("diusulkan", 12, false), ("undian", 20, false),
        ("status", 10, false), ("urutan_kelurahan", 16, true),
    ]

    package func csv() throws(Problem) -> [UInt8] {
        try TransientFile.bytes { path throws(Problem) in
            var writer = try CSVWriter(path: path, columns: WaveFile.columns.map(\.title))
            for place in places {
                let person = place.candidate
                writer.field(place.place)
                writer.field(person.number)
                writer.field(person.district?.description ?? "")
                writer.field(person.village?.description ?? "")
                writer.field(person.occupation ?? "")
                if let decile = person.decile { writer.field(decile) } else { writer.emptyField() }
                writer.field(person.hazard)
                writer.field(person.proposed?.iso ?? "")
                writer.field(WaveText.hexadecimal(place.draw))
                writer.field(WaveText.standing(place.isChosen))
                writer.field(place.villagePlace)
                try writer.endRecord()
            }
            try writer.finish()
        }
    }

    package func workbook() throws(Problem) -> [UInt8] {
        try TransientFile.bytes { path throws(Problem) in
            let created = wave.order.map { Day.jakarta(at: $0.at) } ?? Day(number: 0)
            var writer = try WorkbookWriter(path: path, created: created)
            try writer.beginSheet(
                "Urutan",
                columns: WaveFile.columns.map { column in
                    SheetColumn(
                        column.title, width: column.width, kind: column.isNumber ? .number : .text)
                })
            for place in places {
                let person = place.candidate
                try writer.append([
                    .number(Int64(place.place)), .text(person.number),
                    .text(person.district?.description ?? ""),
                    .text(person.village?.description ?? ""), .text(person.occupation ?? ""),
                    person.decile.map { .number(Int64($0)) } ?? .empty,
                    .number(Int64(person.hazard)), .text(person.proposed?.iso ?? ""),
                    .text(WaveText.hexadecimal(place.draw)),
                    .text(WaveText.standing(place.isChosen)),
                    .number(Int64(place.villagePlace)),
                ])
            }
            try writer.writeNotes(notes)
            try writer.finish()
        }
    }

    /// What somebody needs who wants to make the order again.
    private var notes: [(key: String, value: String)] {
        [
            ("gelombang", "\(wave.id)"), ("kuota", "\(wave.plan.quota)"),
            ("benih", wave.order.map { "\($0.seed)" } ?? ""),
            ("aturan", wave.order?.rule.text ?? ""),
            ("dibekukan", wave.order.map { Day.jakarta(at: $0.at).iso } ?? ""),
            ("sha256", wave.order?.digest ?? ""),
        ]
    }
}
