/// What a column of a list can say about a person. Raw values are the names in the table of
/// headings.
package enum Column: String, CaseIterable, Sendable {
    case nik
    case familyCard = "family_card"
    case name
    case motherName = "mother_name"
    case birthDate = "birth_date"
    case birthPlace = "birth_place"
    case birthPlaceAndDate = "birth_place_date"
    case sex
    case address
    case rt
    case rw
    case rtAndRw = "rt_rw"
    case village
    case district
    case regency
    case phone
    case occupation
    case decile
    case lifeStatus = "life_status"
    case deathDate = "death_date"
    case participantNumber = "participant_number"
    case membershipStatus = "membership_status"
    case segment
    case payer
    case recordedDate = "recorded_date"
    case workingStatus = "working_status"
    case willingness
    case stateNumber = "state_number"

    /// Columns without which a list is no list of people.
    var identifies: Bool { self == .nik || self == .name }
}
