package import Civic

/// Where somebody stands with the insurer on one day.
package enum CoverageStatus: Hashable, Sendable {
    /// No month was paid yet, or cover begins later.
    case notStarted
    /// The month is paid.
    case active
    /// So many months are unpaid, not enough of them to lose cover.
    case inArrears(Int)
    /// Cover has ended for want of payment.
    case lapsed

    /// `not_started`, `active`, `arrears` or `lapsed`.
    package var code: String {
        switch self {
        case .notStarted: "not_started"
        case .active: "active"
        case .inArrears: "arrears"
        case .lapsed: "lapsed"
        }
    }
}

/// What the paid months of one person mean on one day.
package struct CoverReport: Hashable, Sendable {
    package let status: CoverageStatus
    /// Consecutive unpaid months up to and including the month of the day; 0 while active.
    package let unpaidMonths: Int
    /// The last day of the last paid month of the current unbroken run.
    package let activeUntil: Day?
    /// The first day without cover if nothing more is paid; in the past for a lapsed member.
    package let lapsesOn: Day?
    /// The first day on which a natural death is paid in full; nil unless there is cover.
    package let fullDeathBenefitFrom: Day?
    /// Completed months of membership as the death benefit counts them; for a lapsed member as
    /// they stood when cover ended.
    package let membershipMonths: Int
    /// Months paid up to and including the month of the day, which scholarships count.
    package let contributionMonths: Int
    /// Months since the current membership began that stayed unpaid; none of them is ever fined.
    package let missedMonths: [Month]
    package let rules: CitationSet

    /// The last day on which a payment still saves the cover.
    package var lastSafeDay: Day? { lapsesOn.map { $0 + -1 } }
}
