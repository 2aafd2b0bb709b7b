/// The districts and villages of one city, found by code or by any of their spellings.
///
/// Spellings are compared on letters only ("Bekasi Jaya", "BEKASIJAYA"). A name that stands on two
/// levels, such as Jatiasih, is never resolved by name alone: the caller says which level it asks
/// for, and gets nil where the answer is not unique.
package struct PlaceDirectory: Sendable {
    package struct Entry: Sendable {
        package let code: PlaceCode
        package let name: String
        /// Position of the district of a village; nil for a district.
        package let district: Int?

        package init(code: PlaceCode, name: String, district: Int?) {
            self.code = code
            self.name = name
            self.district = district
        }
    }

    /// Districts first, then villages, each in order of code. Positions are stable for one region
    /// pack and serve as compact references (see ``Roster``).
    package let entries: [Entry]
    package let districtCount: Int
    package let regency: PlaceCode
    private let byCode: [PlaceCode: Int]
    private let districtByName: [LetterKey: Int]
    private let villagesByName: [LetterKey: [Int]]

    /// - Parameters:
    ///   - regency: the city itself, `32.75`.
    ///   - rows: code, official name and other spellings of each district and village.
    package init(regency: PlaceCode, rows: [(code: PlaceCode, name: String, aliases: [String])]) {
        let sorted = rows.sorted {
            ($0.code.level.rawValue, $0.code) < ($1.code.level.rawValue, $1.code)
        }
        var entries: [Entry] = []
        var byCode: [PlaceCode: Int] = [:]
        var districts: [LetterKey: Int] = [:]
        var villages: [LetterKey: [Int]] = [:]
        for (position, row) in sorted.enumerated() {
            let isVillage = row.code.level == .village
            byCode[row.code] = position
            entries.append(
                Entry(
                    code: row.code, name: row.name,
                    district: isVillage ? byCode[row.code.district] : nil))
            for spelling in Set(([row.name] + row.aliases).map { LetterKey($0) }) {
                if isVillage {
                    villages[spelling, default: []].append(position)
                } else {
                    districts[spelling] = position
                }
            }
        }
        self.regency = regency
        self.entries = entries
        self.byCode = byCode
        districtByName = districts
        villagesByName = villages
        districtCount = entries.count { $0.district == nil }
    }

    package var districts: Range<Int> { 0..<districtCount }
    package var villages: Range<Int> { districtCount..<entries.count }

    package func position(of code: PlaceCode) -> Int? { byCode[code] }

    package func district(named name: LetterKey) -> Int? { districtByName[name] }

    /// The village of this name, within `district` if given; nil when none or several have it.
    package func village(named name: LetterKey, in district: Int?) -> Int? {
        guard let found = villagesByName[name] else { return nil }
        guard let district else { return found.only }
        return found.first { entries[$0].district == district }
    }

    /// The district of a district or village.
    package func district(of position: Int) -> Int { entries[position].district ?? position }
}
