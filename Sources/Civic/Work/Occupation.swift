/// What a person lives on, as far as the programme distinguishes it.
package struct Occupation: Sendable, Hashable {
    package enum Standing: String, Sendable {
        /// Works on own account or by the day, without an employer who must insure.
        case informal
        /// Has an employer who must insure.
        case formal
        /// Civil servant, soldier or police officer.
        case state
        /// Does not work: pupil, housewife, retired.
        case none
    }

    /// Decides dated discounts of the contribution.
    package enum Sector: String, Sendable {
        case transport
        case other
    }

    package let code: String
    package let name: Phrase
    package let standing: Standing
    package let sector: Sector
    /// 1 (highest) to 9; ranks people of equal need.
    package let hazard: Int

    package init(code: String, name: Phrase, standing: Standing, sector: Sector, hazard: Int) {
        self.code = code
        self.name = name
        self.standing = standing
        self.sector = sector
        self.hazard = hazard
    }
}

/// All occupations of a region pack, found by code or by any written form.
package struct OccupationCatalogue: Sendable {
    package let occupations: [Occupation]
    private let byCode: [String: Int]
    private let byName: [LetterKey: Int]

    package init(_ rows: [(occupation: Occupation, spellings: [String])]) {
        occupations = rows.map(\.occupation)
        var byCode: [String: Int] = [:]
        var byName: [LetterKey: Int] = [:]
        for (position, row) in rows.enumerated() {
            byCode[row.occupation.code] = position
            let name = row.occupation.name
            for spelling in [row.occupation.code, name.indonesian, name.english] + row.spellings {
                byName[LetterKey(spelling)] = position
            }
        }
        self.byCode = byCode
        self.byName = byName
    }

    package func position(code: String) -> Int? { byCode[code] }

    /// The occupation written so, compared on letters only.
    package func position(named name: LetterKey) -> Int? { byName[name] }

    package subscript(position: Int) -> Occupation { occupations[position] }
}
