package import Civic

/// Somebody who may get a place in a wave, with all that decides which.
package struct WaveCandidate: Hashable, Sendable {
    /// Of whoever works at something that the catalogue does not know.
    package static let lowestHazard = 9

    /// SIGAP number.
    package let number: String
    package let district: PlaceCode?
    /// Nil where nobody knows it; those people share places among themselves.
    package let village: PlaceCode?
    /// Code of the occupation.
    package let occupation: String?
    package let decile: Int?
    /// Of the occupation: 1 (highest) to 9.
    package let hazard: Int
    /// Day of the oldest proposal; whoever has none comes last.
    package let proposed: Day?

    package init(
        number: String, district: PlaceCode?, village: PlaceCode?, occupation: String?,
        decile: Int?, hazard: Int, proposed: Day?
    ) {
        self.number = number
        self.district = district
        self.village = village
        self.occupation = occupation
        self.decile = decile
        self.hazard = hazard
        self.proposed = proposed
    }
}

/// How far a candidate must have come to be in a wave. Raw values are those of the region pack.
package enum WaveRequirement: String, CaseIterable, Sendable {
    /// The rules let the person in; nobody needs to have looked.
    case eligible
    /// An officer approved the person.
    case approved
    /// As many confirmations as the city wants were given as well.
    case verified
}
