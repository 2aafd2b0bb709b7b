package import Civic

/// Finds districts and villages by what is written in cells, misspellings included, and remembers
/// each spelling it has met.
struct PlaceReader {
    let places: PlaceDirectory
    private let region: RegionSpellings
    private var districts = LetterTable()
    /// One table for each district, and a last one for villages without a district.
    private var villages: [LetterTable]

    init(places: PlaceDirectory, region: RegionSpellings) {
        self.places = places
        self.region = region
        villages = [LetterTable](repeating: LetterTable(), count: places.districtCount + 1)
    }

    /// Position of the district, or -1.
    mutating func district(_ cell: Span<UInt8>) -> Int16 {
        let key = LetterKey(cell)
        let known = districts[key]
        if known != LetterTable.absent { return known }
        let written = CellText.string(cell)
        let text = PlaceReader.withoutPrefix(written, ["KECAMATAN", "KEC"])
        var found = places.district(named: LetterKey(text))
        if found == nil, let code = PlaceCode(written), code.level == .district {
            found = places.position(of: code)
        }
        if found == nil {
            found = Misspelling.nearest(to: text, among: places, in: places.districts)
        }
        districts[key] = Int16(found ?? -1)
        return Int16(found ?? -1)
    }

    /// Position of the village within the district (or -1 for any), or -1.
    mutating func village(_ cell: Span<UInt8>, district: Int16) -> Int16 {
        let key = LetterKey(cell)
        let table = district >= 0 ? Int(district) : places.districtCount
        let known = villages[table][key]
        if known != LetterTable.absent { return known }
        let written = CellText.string(cell)
        let text = PlaceReader.withoutVillagePrefix(written)
        let inside = district >= 0 ? Int(district) : nil
        var found = places.village(named: LetterKey(text), in: inside)
        if found == nil, let code = PlaceCode(written), code.level == .village {
            found = places.position(of: code)
        }
        if found == nil {
            let candidates = places.villages.filter {
                inside == nil || places.entries[$0].district == inside
            }
            found = Misspelling.nearest(to: text, among: places, in: candidates)
        }
        // The village was found nowhere in the district named beside it: one of the two is wrong.
        if found == nil, inside != nil { found = places.village(named: LetterKey(text), in: nil) }
        villages[table][key] = Int16(found ?? -1)
        return Int16(found ?? -1)
    }

    /// Position of the village of exactly this name, or -1: for rows that name a district which is
    /// none of the city's, where a similar name is rather a village over there.
    func village(named cell: Span<UInt8>) -> Int16 {
        let text = PlaceReader.withoutVillagePrefix(CellText.string(cell))
        return Int16(places.village(named: LetterKey(text), in: nil) ?? -1)
    }

    private static func withoutVillagePrefix(_ text: String) -> String {
        withoutPrefix(text, ["KELURAHAN", "KEL", "DESA", "DS"])
    }

    /// Whether the cell names the home city, another one, or cannot be told.
    func isHome(regency cell: Span<UInt8>) -> Bool? { region.isHome(CellText.string(cell)) }

    private static func withoutPrefix(_ text: String, _ prefixes: [String]) -> String {
        var words = text.split(whereSeparator: { $0 == " " || $0 == "." || $0 == ":" })
        if let first = words.first, words.count > 1, prefixes.contains(first.uppercased()) {
            words.removeFirst()
        }
        return words.joined(separator: " ")
    }
}

/// How the name of the home city is written, and how it is told from a regency of the same name.
package struct RegionSpellings: Sendable {
    private let home: Set<LetterKey>
    /// The bare name, which a city and a regency may share.
    private let bare: LetterKey
    private let code: String

    /// - Parameters:
    ///   - name: `Kota Bekasi`.
    ///   - shortName: `Bekasi`.
    ///   - others: further spellings of the full name.
    ///   - code: `32.75`.
    package init(name: String, shortName: String, others: [String], code: PlaceCode) {
        home = Set(([name] + others).map { LetterKey($0) })
        bare = LetterKey(shortName)
        self.code = code.description
    }

    /// Nil for an empty text and for the bare name, which says nothing about which of two it is. What
    /// stands behind a comma is the province.
    func isHome(_ text: String) -> Bool? {
        let key = LetterKey(text.split(separator: ",").first.map { String($0) } ?? "")
        if key == .empty || key == bare { return nil }
        if home.contains(key) { return true }
        return PlaceCode(text)?.description == code
    }
}

/// Nearest spelling among a few places, when it is near enough and no other is as near.
enum Misspelling {
    static func nearest(
        to text: String, among places: PlaceDirectory, in positions: some Sequence<Int>
    ) -> Int? {
        let wanted = letters(text)
        guard wanted.count >= 5 else { return nil }
        let allowed = wanted.count >= 9 ? 2 : 1
        var best = (distance: allowed + 1, position: -1, ties: 0)
        for position in positions {
            let distance = editDistance(wanted, letters(places.entries[position].name))
            if distance < best.distance {
                best = (distance, position, 1)
            } else if distance == best.distance {
                best.ties += 1
            }
        }
        return best.distance <= allowed && best.ties == 1 ? best.position : nil
    }

    private static func letters(_ text: String) -> [UInt8] {
        text.utf8.filter(ASCII.isLetter).map(ASCII.upper)
    }

    private static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var previous = Array(0...right.count)
        for (row, letter) in left.enumerated() {
            var current = [row + 1]
            for (column, other) in right.enumerated() {
                let swap = previous[column] + (letter == other ? 0 : 1)
                current.append(min(swap, previous[column + 1] + 1, current[column] + 1))
            }
            previous = current
        }
        return previous[right.count]
    }
}
