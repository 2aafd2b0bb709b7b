package import Civic

/// Costs after a work accident that are repaid up to a limit.
package enum ReimbursedCost: CaseIterable, Sendable {
    /// Also rivers and lakes.
    case transportLand
    case transportSea
    case transportAir
    /// On a doctor's advice, for a limited time; see ``Law/homeCareEnd(from:)``.
    case homeCare
    case dentures
    case hearingAid
    case glasses

    fileprivate var limit: Parameter {
        switch self {
        case .transportLand: .transportLandMax
        case .transportSea: .transportSeaMax
        case .transportAir: .transportAirMax
        case .homeCare: .homeCareMax
        case .dentures: .denturesMax
        case .hearingAid: .hearingAidMax
        case .glasses: .glassesMax
        }
    }

    fileprivate var code: BenefitCode {
        switch self {
        case .transportLand: .transportLand
        case .transportSea: .transportSea
        case .transportAir: .transportAir
        case .homeCare: .homeCare
        case .dentures: .dentures
        case .hearingAid: .hearingAid
        case .glasses: .glasses
        }
    }
}

extension Law {
    /// What is repaid of bills after a work accident: each kind up to its own limit. Bills
    /// of one kind count together.
    /// - Parameters:
    ///   - bills: rupiah, zero or more.
    ///   - day: the day of the accident.
    /// - Returns: one item for each kind that has a bill.
    /// - Throws: a problem of kind input when no law was in force.
    package func reimbursement(
        of bills: [(cost: ReimbursedCost, amount: Rupiah)], on day: Day
    ) throws(Problem) -> BenefitAward {
        var reading = LawReading(self, on: day)
        var items: [BenefitItem] = []
        for cost in ReimbursedCost.allCases {
            let billed = bills.reduce(Rupiah.zero) { $0 + ($1.cost == cost ? $1.amount : .zero) }
            guard billed > .zero else { continue }
            items.append(BenefitItem(cost.code, min(billed, try reading.rupiah(cost.limit))))
        }
        return BenefitAward(items: items, rules: reading.rules)
    }

    /// What is repaid of a prosthesis or orthosis: up to the price of the public rehabilitation
    /// hospital and a surcharge for it.
    /// - Throws: a problem of kind input when no law was in force.
    package func prosthesisReimbursement(
        of bill: Rupiah, hospitalPrice: Rupiah, on day: Day
    ) throws(Problem) -> BenefitAward {
        var reading = LawReading(self, on: day)
        let percent = try reading.number(.prosthesisPercent)
        let limit = hospitalPrice.scaled(by: percent, over: 100)
        return BenefitAward(
            items: [BenefitItem(.prosthesis, min(bill, limit))], rules: reading.rules)
    }

    /// The last day of home care that began on `day`.
    /// - Throws: a problem of kind input when no law was in force.
    package func homeCareEnd(from day: Day) throws(Problem) -> Day {
        var reading = LawReading(self, on: day)
        return day.adding(months: try reading.count(.homeCareMonths)) + -1
    }
}
