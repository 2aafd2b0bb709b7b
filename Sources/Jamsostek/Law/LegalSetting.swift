package import Civic

/// A rule on which the sources are silent or differ. Raw values are the names in `settings.tsv`.
package enum LegalSetting: String, CaseIterable, Sendable {
    case coverageStartRule
    case eventInUnpaidMonth
    case reactivationRequiresArrears
    case jkmClockResetsAfterLapse
    case jkmEarlyItems
    case prepaidMonthPricing
    case discountForCsrPsr
    case discountForEmployers
    case mixedPayerDiscount
    case transportEvidence
    case lateAccidentReport
    case enrolmentAgeMin
    case coverAfterAgeLimit
    case wageWorkerMayJoin
    case jointLeaveIsWorkingDay
}

/// An open question to the insurer's branch, and what the program does until it is answered.
package struct LegalQuestion: Sendable {
    package let setting: LegalSetting
    package let value: String
    package let options: [String]
    package let question: Phrase
    let source: CitationSet
}

/// The first day of cover.
package enum CoverageStartRule: String, CaseIterable, Sendable {
    case paymentDate = "payment_date"
    case nextDay = "next_day"
    case monthStart = "month_start"
}

/// What happens to an event in an unpaid month before cover lapses.
package enum UnpaidMonthRule: String, CaseIterable, Sendable {
    /// Benefits are computed, but never promised.
    case confirm
    case pay
    case refuse
}

/// What the death benefit before the full one is called.
package enum EarlyDeathItems: String, CaseIterable, Sendable {
    case funeral
    case cashAndFuneral = "cash_and_funeral"
}

/// The month whose tariff a prepaid month costs.
package enum PrepaidPricing: String, CaseIterable, Sendable {
    case coveredMonth = "covered_month"
    case paymentMonth = "payment_month"
}

/// Who certifies that somebody works in transport.
package enum TransportEvidence: String, CaseIterable, Sendable {
    case agencyList = "agency_list"
    case platform
    case declaration
}

/// Whether an accident report after its deadline still counts.
package enum LateReportRule: String, CaseIterable, Sendable {
    case acceptWithReason = "accept_with_reason"
    case refuse
}
