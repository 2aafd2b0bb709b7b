import Civic

/// A single figure of the law. Raw values are the names in `parameters.tsv`.
enum Parameter: String, CaseIterable, Sendable {
    /// Age in years at which nobody can be enrolled any more.
    case enrolmentAgeEnd = "enrolment_age_end"
    /// Consecutive unpaid months after which cover lapses.
    case unpaidMonthsMax = "unpaid_months_max"
    /// Fine on a contribution, per mille and month late.
    case latePaymentFine = "late_payment_fine"

    case deathCash = "jkm_cash"
    case periodicMonths = "periodic_months"
    case periodicMonthly = "periodic_monthly"
    case funeral
    /// Completed months of membership before the full death benefit.
    case deathFullAfterMonths = "jkm_full_after_months"
    case deathEarlyTotal = "jkm_early_total"
    case deathEarlyCash = "jkm_early_cash"

    case scholarshipMonths = "scholarship_jkm_months"
    case scholarshipChildrenMax = "scholarship_children_max"
    case scholarshipAgeEnd = "scholarship_age_end"

    /// Months of income of which accident benefits are shares.
    case accidentIncomeMonths = "jkk_income_months"
    case accidentDeathPercent = "jkk_death_percent"
    case totalDisabilityPercent = "total_disability_percent"
    case incapacityMonthDays = "incapacity_month_days"

    case transportLandMax = "transport_land_max"
    case transportSeaMax = "transport_sea_max"
    case transportAirMax = "transport_air_max"
    case homeCareMax = "home_care_max"
    case homeCareMonths = "home_care_months"
    case denturesMax = "dentures_max"
    case hearingAidMax = "hearing_aid_max"
    case glassesMax = "glasses_max"
    case prosthesisPercent = "prosthesis_percent"

    /// Compensation for a late benefit, per mille and day.
    case lateCompensation = "late_compensation"
}

/// A figure and where it comes from.
struct ParameterValue: Sendable {
    let amount: Int64
    let source: CitationSet
}

/// All figures of `parameters.tsv`, each through time.
struct ParameterTable: Sendable {
    private let timelines: [Parameter: Timeline<ParameterValue>]

    /// - Throws: a problem of kind service for a missing or unknown name, a gap or an overlap.
    init(_ table: Table, citations: CitationRegister) throws(Problem) {
        let found = try table.timelines { (row) throws(Problem) in
            let parameter: Parameter = try row.choice("name")
            return parameter.rawValue
        } reading: { (row) throws(Problem) in
            ParameterValue(
                amount: try row.integer("value"), source: try citations.source(of: row))
        }
        var timelines: [Parameter: Timeline<ParameterValue>] = [:]
        for parameter in Parameter.allCases {
            guard let timeline = found[parameter.rawValue] else {
                throw Problem.missing(parameter.rawValue, in: table.name)
            }
            timelines[parameter] = timeline
        }
        self.timelines = timelines
    }

    func value(of parameter: Parameter, on day: Day) throws(Problem) -> ParameterValue {
        guard let timeline = timelines[parameter] else {
            preconditionFailure("every parameter was read when the law was loaded")
        }
        return try timeline.inForce(parameter.rawValue, on: day)
    }
}
