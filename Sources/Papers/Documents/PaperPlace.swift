/// The part of the city that a list is about.
package struct PaperPlace: Hashable, Sendable {
    package var district: String
    package var village: String
    /// `Kelurahan`, or `Desa` in a regency.
    package var villageWord: String

    package init(district: String, village: String, villageWord: String = "Kelurahan") {
        self.district = district
        self.village = village
        self.villageWord = villageWord
    }

    /// `KECAMATAN … – KELURAHAN …`.
    package var heading: String { "Kecamatan \(district) – \(villageWord) \(village)".uppercased() }
}
