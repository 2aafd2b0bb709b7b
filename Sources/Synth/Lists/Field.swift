/// What a column of a list holds: the values of the column `field` of `Data/synth/columns.tsv`.
enum Field: String, Sendable {
    case number
    case nik
    case familyCard = "family_card"
    case name
    case motherName = "mother_name"
    case birthDate = "birth_date"
    case birthPlace = "birth_place"
    case birthPlaceDate = "birth_place_date"
    case sex
    case marital
    case role
    case registryOccupation = "registry_occupation"
    case occupation
    case claimedOccupation = "claimed_occupation"
    case street
    case fullAddress = "full_address"
    case rt
    case rw
    case rtRw = "rt_rw"
    case village
    case district
    case lifeStatus = "life_status"
    case deathDate = "death_date"
    case decile
    case quarter
    case phone
    case participantNumber = "participant_number"
    case insuranceStatus = "insurance_status"
    case segment
    case payer
    case consentDate = "consent_date"
    case proposalDate = "proposal_date"
    case choice
    case business
    case businessKind = "business_kind"
    case route
    case plate
    case stand
}
