import Civic

/// The districts and villages of a city as they stand in addresses: `bekasi-timur`. Both directions
/// come from one table, so that every link is understood.
struct PlaceSlugs {
    private let slugs: [PlaceCode: String]
    private let districts: [String: PlaceCode]
    private let villages: [String: PlaceCode]

    init(_ places: PlaceDirectory) {
        var slugs: [PlaceCode: String] = [:]
        var found: [Bool: [String: PlaceCode]] = [true: [:], false: [:]]
        for entry in places.entries {
            let isVillage = entry.code.level == .village
            var slug = PlaceSlugs.slug(entry.name)
            // A second place of this name is told apart by its code.
            if found[isVillage]?[slug] != nil { slug = entry.code.description }
            slugs[entry.code] = slug
            found[isVillage]?[slug] = entry.code
        }
        self.slugs = slugs
        districts = found[false] ?? [:]
        villages = found[true] ?? [:]
    }

    func slug(of place: PlaceCode) -> String { slugs[place] ?? place.description }

    func district(_ slug: String) -> PlaceCode? { districts[slug] }

    func village(_ slug: String) -> PlaceCode? { villages[slug] }

    /// Letters and digits in lower case; whatever lies between them becomes one hyphen.
    private static func slug(_ name: String) -> String {
        name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    }
}
