package import Civic

/// What is counted about the people of an area, an agency's lists or the city.
package enum CountKey: Hashable, Sendable {
    case people
    /// In the city: people without a district. In a district: without a village.
    case withoutPlace
    case standing(PersonStanding)
    /// By the first of the reasons that hold a person back.
    case reason(String)
    case occupation(String)
    /// 1 to 10.
    case decile(Int)
    case fund(String)
    /// Of the selected.
    case selectedOccupation(String)
    /// Of the selected, by completed years of life on the day of the run.
    case selectedAge(Int, Sex)

    /// As kept: `reason:A2`, `selected-age:43:2`.
    var text: String {
        switch self {
        case .people: "people"
        case .withoutPlace: "without-place"
        case .standing(let standing): "standing:\(standing.rawValue)"
        case .reason(let code): "reason:\(code)"
        case .occupation(let code): "occupation:\(code)"
        case .decile(let decile): "decile:\(decile)"
        case .fund(let fund): "fund:\(fund)"
        case .selectedOccupation(let code): "selected-occupation:\(code)"
        case .selectedAge(let years, let sex): "selected-age:\(years):\(sex.rawValue)"
        }
    }

    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("people", 1): self = .people
        case ("without-place", 1): self = .withoutPlace
        case (_, 1): return nil
        default: self.init(family: parts[0], value: parts[1])
        }
    }

    private init?(family: String, value: String) {
        switch family {
        case "standing":
            guard let standing = PersonStanding(rawValue: value) else { return nil }
            self = .standing(standing)
        case "reason": self = .reason(value)
        case "occupation": self = .occupation(value)
        case "decile":
            guard let decile = Int(value) else { return nil }
            self = .decile(decile)
        case "fund": self = .fund(value)
        case "selected-occupation": self = .selectedOccupation(value)
        case "selected-age":
            let parts = value.split(separator: ":")
            guard parts.count == 2, let years = Int(parts[0]),
                let sex = UInt8(parts[1]).flatMap(Sex.init(rawValue:))
            else { return nil }
            self = .selectedAge(years, sex)
        default: return nil
        }
    }
}
