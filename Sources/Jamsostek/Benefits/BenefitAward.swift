package import Civic

/// One amount of a benefit. Raw values appear in the output of `sigap calc` and in files.
package enum BenefitCode: String, Sendable {
    case deathCash = "jkm_cash"
    case deathPeriodic = "jkm_periodic"
    case deathEarlyCash = "jkm_early_cash"
    case deathEarlyFuneral = "jkm_early_funeral"
    case accidentDeathCash = "jkk_cash"
    case accidentPeriodic = "jkk_periodic"
    case funeral
    case totalDisability = "jkk_total_disability"
    case partialAnatomical = "jkk_partial_anatomical"
    case partialFunctional = "jkk_partial_functional"
    case temporaryIncapacity = "jkk_temporary_incapacity"
    case transportLand = "jkk_transport_land"
    case transportSea = "jkk_transport_sea"
    case transportAir = "jkk_transport_air"
    case homeCare = "jkk_home_care"
    case dentures = "jkk_dentures"
    case hearingAid = "jkk_hearing_aid"
    case glasses = "jkk_glasses"
    case prosthesis = "jkk_prosthesis"
}

package struct BenefitItem: Hashable, Sendable {
    package let code: BenefitCode
    package let amount: Rupiah

    init(_ code: BenefitCode, _ amount: Rupiah) {
        self.code = code
        self.amount = amount
    }
}

/// Why a benefit is not certain, or not due.
package enum BenefitNote: String, Sendable {
    /// The month of the event is unpaid: only the insurer can say whether it pays.
    case confirmWithInsurer = "confirm_with_bpjs"
    case notStarted = "not_started"
    case inArrears = "in_arrears"
    case lapsed
}

/// What the law gives after one event, in rupiah.
package struct BenefitAward: Hashable, Sendable {
    package let items: [BenefitItem]
    /// For all entitled children together in the first school year.
    package let scholarshipPerYear: Rupiah
    /// For all entitled children together if each goes through all levels still before it.
    package let scholarshipMax: Rupiah
    package let note: BenefitNote?
    package let rules: CitationSet

    init(
        items: [BenefitItem], scholarship: ScholarshipAmount = .none, note: BenefitNote? = nil,
        rules: CitationSet
    ) {
        self.items = items
        scholarshipPerYear = scholarship.perYear
        scholarshipMax = scholarship.maximum
        self.note = note
        self.rules = rules
    }

    /// Cash without scholarships.
    package var total: Rupiah { items.reduce(.zero) { $0 + $1.amount } }
}
