import Civic
import Linkage

/// A row of a list in plain words.
struct Line {
    /// Who the row truly speaks of.
    var truth = 0
    var name = ""
    var nik: UInt64 = 0
    var clue: (digits: UInt64, count: UInt8, isPrefix: Bool)?
    var birth: String?
    var precision = WrittenDate.Precision.exact
    var sex: Sex?
    var mother = ""
    var address = ""
    var card: UInt64 = 0
    var phone: UInt64 = 0
    /// Position in ``Town/places``, or -1.
    var place: Int16 = -1
    var rt: UInt16 = 0
    var rw: UInt16 = 0
    /// Columns beyond those of a person.
    var values: [String] = []

    fileprivate func row(number: Int, into roster: inout Roster) -> RosterRow {
        var row = RosterRow()
        row.number = UInt32(number)
        (row.name, row.motherName) = (roster.keep(name), roster.keep(mother))
        row.address = roster.keep(address)
        (row.nik, row.familyCard, row.phone) = (nik, card, phone)
        (row.place, row.rt, row.rw) = (place, rt, rw)
        row.sex = sex?.rawValue ?? 0
        row.birth = birth.flatMap { Day(iso: $0) }?.number ?? RosterRow.noDay
        row.birthPrecision = precision
        if let clue {
            (row.nikClue, row.nikClueDigits, row.nikCluePrefix) = (
                clue.digits, clue.count, clue.isPrefix
            )
        }
        if nik != 0, let day = row.birthDay, !NIKParts(digits: nik).names(day) {
            row.facts.insert(.nikDisagrees)
        }
        if nik != 0, let sex, NIKParts(digits: nik).sex != sex { row.facts.insert(.nikDisagrees) }
        return row
    }
}

/// One list: its rows keep their numbers however they are ordered.
struct List {
    var lines: [(number: Int, line: Line)]
    var isRegistry = false
    var once = false

    init(_ lines: [Line], isRegistry: Bool = false, once: Bool = false) {
        self.lines = lines.enumerated().map { ($0.offset + 1, $0.element) }
        (self.isRegistry, self.once) = (isRegistry, once)
    }

    var source: LinkageSource {
        var roster = Roster()
        for (number, line) in lines {
            let row = line.row(number: number, into: &roster)
            roster.rows.append(row)
        }
        let columns = lines.map(\.line.values.count).max() ?? 0
        let attributes = (0..<columns).map { column in
            lines.map { entry in
                let values = entry.line.values
                return column < values.count ? roster.keep(values[column]) : .none
            }
        }
        return LinkageSource(
            roster: roster, isRegistry: isRegistry, listsEachPersonOnce: once, places: Town.places,
            attributes: attributes)
    }
}

extension Roster {
    fileprivate mutating func keep(_ text: String) -> TextRange {
        let start = self.text.count
        self.text.append(contentsOf: Array(text.utf8))
        return TextRange(start: start, count: text.utf8.count)
    }
}

/// Three districts with four villages each.
enum Town {
    static let places = PlaceDirectory(
        regency: PlaceCode(district: 327_500),
        rows: (1...3).flatMap { district -> [(code: PlaceCode, name: String, aliases: [String])] in
            let code = PlaceCode(district: 327_500 + district)
            let villages = (1...4).compactMap { PlaceCode("\(code).100\($0)") }
            return [(code, "Kecamatan \(district)", [])]
                + villages.map { ($0, "Kelurahan \($0)", []) }
        })

    static var villages: Range<Int> { places.villages }
}
