import Civic
import Office
import Programme
import Store

/// The names of what is stored by code, found in one place only.
extension CityFacts {
    func name(of place: PlaceCode?) -> String? {
        guard let place, let position = region.places.position(of: place) else { return nil }
        return region.places.entries[position].name
    }

    func occupation(_ code: String?) -> Occupation? {
        guard let code, let position = region.occupations.position(code: code) else { return nil }
        return region.occupations[position]
    }

    /// The name of the agency whose word it is, or of the correction that overrides its word.
    func agencyName(_ id: String?) -> Phrase? {
        guard let id else { return nil }
        if let receipt = RuleVerdict.receipt(of: id) {
            return Phrase("perbaikan \(receipt)", en: "correction \(receipt)")
        }
        return region.agency(id)?.name
    }

    /// An office that answers for a datum.
    func officeName(_ id: String) -> Phrase {
        if id == CorrectionPolicy.manager {
            return Phrase("Pengelola program", en: "Programme manager")
        }
        return agencyName(id) ?? .same(id)
    }

    func rule(_ kind: RuleKind, on day: Day) -> Rule? {
        region.rules.first { $0.kind == kind && $0.isInForce(on: day) }
    }

    /// Districts and villages in order of code.
    func places(at level: PlaceCode.Level) -> [PlaceDirectory.Entry] {
        region.places.entries.filter { $0.code.level == level }
    }
}

/// A district and its tile on the map.
struct DistrictTile {
    let code: PlaceCode
    let name: String
    /// From 0, from the top left.
    let row: Int
    let column: Int
}

extension CityFacts {
    /// Every district, in order of code. One that the region pack forgot stands below the map, so
    /// that its people are never left out.
    var districtTiles: [DistrictTile] {
        var placed: [PlaceCode: (row: Int, column: Int)] = [:]
        for (row, tiles) in region.tileMap.enumerated() {
            for (column, code) in tiles.enumerated() {
                if let code { placed[code] = (row, column) }
            }
        }
        var forgotten = 0
        return places(at: .district).map { district in
            if let tile = placed[district.code] {
                return DistrictTile(
                    code: district.code, name: district.name, row: tile.row, column: tile.column)
            }
            defer { forgotten += 1 }
            return DistrictTile(
                code: district.code, name: district.name, row: region.tileMap.count,
                column: forgotten)
        }
    }
}
