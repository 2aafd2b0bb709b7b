package import Civic

/// Which people somebody may see: everybody, those who live in some places, those on the lists of
/// one agency, or both of these. Part of every list and every count.
package struct Scope: Sendable, Hashable {
    /// Nil for all agencies.
    package let agency: String?
    /// Districts and villages, none inside another, in order of code; nil for the whole city. Empty
    /// for nobody.
    package let areas: [PlaceCode]?

    package static let city = Scope(agency: nil, areas: nil)

    package init(agency: String?, areas: (some Sequence<PlaceCode>)?) {
        self.agency = agency
        self.areas = areas.map { areas in
            let all = Set(areas)
            return all.filter { $0.district == $0 || !all.contains($0.district) }.sorted()
        }
    }

    private init(agency: String?, areas: [PlaceCode]?) {
        self.agency = agency
        self.areas = areas
    }

    package static func areas(_ areas: some Sequence<PlaceCode>) -> Scope {
        Scope(agency: nil, areas: areas)
    }

    package static func agency(_ agency: String) -> Scope { Scope(agency: agency, areas: nil) }

    /// The part of the scope that lies in `place`.
    package func narrowed(to place: PlaceCode) -> Scope {
        guard let areas else { return Scope(agency: agency, areas: [place]) }
        if areas.contains(place) || areas.contains(place.district) {
            return Scope(agency: agency, areas: [place])
        }
        return Scope(agency: agency, areas: areas.filter { $0.district == place })
    }

    /// The scopes of maintained counts that add up to this one; nil where people must be counted.
    var tallyScopes: [TallyScope]? {
        switch (agency, areas) {
        case (nil, nil): [.city]
        case (nil, let areas?): areas.map { .area($0) }
        case (let agency?, nil): [.agency(agency)]
        case (_?, _?): nil
        }
    }
}
