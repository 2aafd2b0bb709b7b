/// Where a person stands after a run: the outcome of the rules, and for the eligible whether the
/// quota reaches them.
package enum PersonStanding: String, Sendable, CaseIterable {
    /// Eligible, and within the quota.
    case selected
    /// Eligible, on the waiting list.
    case waiting
    /// Not eligible.
    case refused
    /// Somebody must judge first.
    case review
    /// Not eligible because insured already.
    case insured

    package var outcome: PersonOutcome {
        switch self {
        case .selected, .waiting: .eligible
        case .refused, .insured: .ineligible
        case .review: .review
        }
    }
}

/// What the rules say about a person, as `decisions.csv` words it.
package enum PersonOutcome: String, Sendable, CaseIterable {
    case eligible
    case ineligible
    case review

    package var standings: [PersonStanding] {
        PersonStanding.allCases.filter { $0.outcome == self }
    }
}
