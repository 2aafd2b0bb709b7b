/// A field of which both records of a pair say something.
package enum PairField: Sendable {
    case name
    case nik
    case birth
    case sex
    case familyCard
    case phone
    case mother
    case address
    case block
    case village
    case district
    case occupation
    case decile

    func text(_ say: Speech) -> String {
        switch self {
        case .name: say("field-name")
        case .nik: say("field-nik")
        case .birth: say("field-birth")
        case .sex: say("field-sex")
        case .familyCard: say("field-family-card")
        case .phone: say("field-phone")
        case .mother: say("pair-mother")
        case .address: say("field-address")
        case .block: say("field-rt-rw")
        case .village: say("field-village")
        case .district: say("field-district")
        case .occupation: say("field-occupation")
        case .decile: say("field-decile")
        }
    }
}
