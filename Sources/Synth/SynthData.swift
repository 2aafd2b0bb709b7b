package import Civic

/// Everything the sample city is made of, read from the tables of `Data/synth`.
package struct SynthData: Sendable {
    /// The day on which the lists are made unless the caller says otherwise.
    package let asOf: Day
    let places: PlaceDirectory
    let occupations: OccupationCatalogue
    let names: NameBook
    let plan: CityPlan
    let origins: Origins
    let streets: Streets
    let spellings: PlaceSpellings
    let work: Workforce
    let insurance: InsuranceTable
    let life: LifeTables
    let phones: PhonePrefixes
    let shares: CityShares
    let settings: Settings
    let lists: [ListLayout]
    let extras: Extras
    let typing: Typing
    let titles: Titles
    /// The district `PPKKCC` of each place of the directory, by position.
    let villageDistricts: [Int]

    /// - Parameters:
    ///   - places: the districts and villages of the city.
    ///   - occupations: the occupations of the region pack; every word of the tables is in it.
    ///   - table: gives the table of a path without extension, such as `synth/given-names`.
    /// - Throws: a ``Problem`` that names table, line and column of what cannot be used.
    package init(
        places: PlaceDirectory, occupations: OccupationCatalogue,
        _ table: (String) throws(Problem) -> Table
    ) throws(Problem) {
        self.places = places
        self.occupations = occupations
        settings = try Settings(try table("synth/settings"))
        asOf = try settings.day("as_of")
        names = try NameBook(table)
        plan = try CityPlan(places: places, table)
        origins = try Origins(places: places, table)
        streets = try Streets(table)
        spellings = try PlaceSpellings(places: places, table)
        work = try Workforce(occupations: occupations, settings: settings, table)
        insurance = try InsuranceTable(try table("synth/insurance"))
        life = try LifeTables(table)
        phones = try PhonePrefixes(try table("synth/phone-prefixes"))
        shares = try CityShares(settings)
        lists = try ListLayout.all(work: work, table)
        extras = try Extras(settings: settings, table)
        typing = try Typing(table)
        titles = try Titles(try table("synth/titles"))
        villageDistricts = places.entries.map { Int($0.code.number / 10_000) }
    }
}
