import Civic

/// For whom a number was counted.
enum TallyScope: Hashable, Sendable {
    case city
    /// A district or a village.
    case area(PlaceCode)
    /// Everybody on the lists of an agency.
    case agency(String)

    /// As kept: `city`, `area:32.75.01`, `agency:dishub`.
    var text: String {
        switch self {
        case .city: "city"
        case .area(let place): "area:\(place)"
        case .agency(let agency): "agency:\(agency)"
        }
    }
}
