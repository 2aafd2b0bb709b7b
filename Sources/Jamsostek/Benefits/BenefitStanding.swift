/// Whether an event on the day of a cover report is paid.
package enum BenefitStanding: Hashable, Sendable {
    case payable
    /// To be computed, but not promised.
    case unconfirmed
    case notPayable(BenefitNote)

    /// What an award has to say about it.
    package var note: BenefitNote? {
        switch self {
        case .payable: nil
        case .unconfirmed: .confirmWithInsurer
        case .notPayable(let note): note
        }
    }
}

extension Law {
    /// Whether an event is paid for a member who stands as `status` says. In arrears the setting
    /// `eventInUnpaidMonth` decides.
    package func standing(of status: CoverageStatus) -> BenefitStanding {
        switch status {
        case .notStarted: .notPayable(.notStarted)
        case .active: .payable
        case .lapsed: .notPayable(.lapsed)
        case .inArrears:
            switch settings.eventInUnpaidMonth {
            case .confirm: .unconfirmed
            case .pay: .payable
            case .refuse: .notPayable(.inArrears)
            }
        }
    }
}
