package import Civic

/// The decree that a paper belongs to.
package struct DecreeReference: Hashable, Sendable {
    /// `KEPUTUSAN WALI KOTA …`.
    package var kind: String
    /// Nil while it is a draft.
    package var number: String?
    package var day: Day?
    /// `PENETAPAN PENERIMA …`.
    package var about: String

    package init(kind: String, number: String? = nil, day: Day? = nil, about: String) {
        self.kind = kind
        self.number = number
        self.day = day
        self.about = about
    }

    /// Dots to be written over, where something is not known yet.
    static let blank = "…………………………"

    var shownNumber: String { number ?? DecreeReference.blank }
    var shownDay: String {
        day.map { CalendarWords.text($0, .indonesian).uppercased() } ?? DecreeReference.blank
    }

    /// What stands in the upper right corner of an annex.
    func annexHead(_ word: String, _ flow: Flow) -> [Block] {
        let indent = flow.width * 0.42
        func line(_ text: String, before: Double) -> Block {
            .paragraph(
                Paragraph(text, before: before).with {
                    $0.alignment = .left
                    $0.indent = indent
                    $0.size = 10.5
                    $0.isHeading = true
                })
        }
        func field(_ label: String, _ text: String) -> Block {
            .clause(
                .field(label, text, labelWidth: 21.mm, indent: indent, before: 1).with {
                    $0.size = 10.5
                })
        }
        return [
            line(word, before: 0), line(kind, before: 1), field("NOMOR", shownNumber),
            field("TANGGAL", shownDay), field("TENTANG", about),
        ]
    }
}
