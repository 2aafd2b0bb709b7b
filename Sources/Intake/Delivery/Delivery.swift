package import Civic

/// One list as an agency delivered it: its people, and everything that could not be used.
package struct Delivery: Sendable {
    /// Name of the file without its ending; a second sheet with people adds its own name.
    package let source: String
    /// Name of the file.
    package let file: String
    package let agency: Agency
    package let roster: Roster
    package let rejects: RejectLog
    package let counts: RowCounts
    /// Headings as written, by position.
    package let headings: [String]
    /// Faults of the list as a whole, such as a column that Excel has cut.
    package let warnings: [Problem]

    /// The heading of the field a reject stands in; empty for a whole row.
    package func heading(of field: Int16) -> String {
        guard field >= 0 else { return "" }
        let index = Int(field)
        guard index < headings.count, !headings[index].isEmpty else {
            return ColumnPlan.letters(of: index)
        }
        return headings[index]
    }
}

/// All that reading a list needs to know about country and city.
package struct IntakeContext: Sendable {
    package let headings: Headings
    package let words: CellWords
    package let places: PlaceDirectory
    package let region: RegionSpellings
    package let occupations: OccupationCatalogue
    package let agencies: [Agency]
    /// The day from which ages and two-digit years are judged.
    package let asOf: Day

    package init(
        headings: Headings, words: CellWords, places: PlaceDirectory, region: RegionSpellings,
        occupations: OccupationCatalogue, agencies: [Agency], asOf: Day
    ) {
        self.headings = headings
        self.words = words
        self.places = places
        self.region = region
        self.occupations = occupations
        self.agencies = agencies
        self.asOf = asOf
    }
}
