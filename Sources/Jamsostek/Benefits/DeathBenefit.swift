package import Civic

/// A member's death.
package struct DeathCase: Sendable {
    package enum Cause: String, CaseIterable, Sendable {
        /// Illness, or an accident that has nothing to do with work.
        case natural
        /// A work accident or an occupational disease.
        case workAccident = "accident"
    }

    package let cause: Cause
    package let day: Day
    /// Rupiah a month, as declared to the insurer.
    package let declaredIncome: Rupiah
    package let history: CoverHistory
    package let children: [ScholarChild]

    package init(
        _ cause: Cause, on day: Day, declaredIncome: Rupiah, history: CoverHistory,
        children: [ScholarChild] = []
    ) {
        self.cause = cause
        self.day = day
        self.declaredIncome = declaredIncome
        self.history = history
        self.children = children
    }
}

extension Law {
    /// What the heirs receive.
    ///
    /// A natural death (JKM) is paid in full after three completed months of membership
    /// (Permenaker 1/2025) and before that with the funeral amount; children get scholarships after
    /// 36 paid months. A death by work accident (JKK) is paid in full from the first day of cover,
    /// scholarships included. Nothing is due before cover begins or after it has lapsed.
    ///
    /// - Throws: a problem of kind input when no law was in force on the day.
    package func deathBenefit(_ death: DeathCase) throws(Problem) -> BenefitAward {
        let report = try cover(of: death.history, on: death.day)
        var reading = LawReading(self, on: death.day)
        reading.cite(report.rules)
        if case .inArrears = report.status { reading.cite(.eventInUnpaidMonth) }
        let standing = standing(of: report.status)
        if case .notPayable(let note) = standing {
            return BenefitAward(items: [], note: note, rules: reading.rules)
        }
        let items =
            switch death.cause {
            case .natural: try naturalDeath(report, death.day, &reading)
            case .workAccident: try accidentalDeath(death, &reading)
            }
        let scholarship = try scholarship(after: death, report, &reading)
        return BenefitAward(
            items: items, scholarship: scholarship, note: standing.note, rules: reading.rules)
    }

    private func scholarship(
        after death: DeathCase, _ report: CoverReport, _ reading: inout LawReading
    ) throws(Problem) -> ScholarshipAmount {
        if death.children.isEmpty { return .none }
        if death.cause == .natural {
            let monthsMin = try reading.count(.scholarshipMonths)
            guard report.contributionMonths >= monthsMin else { return .none }
        }
        return try scholarship(for: death.children, &reading)
    }

    private func naturalDeath(
        _ report: CoverReport, _ day: Day, _ reading: inout LawReading
    ) throws(Problem) -> [BenefitItem] {
        if let full = report.fullDeathBenefitFrom, full <= day {
            return [
                BenefitItem(.deathCash, try reading.rupiah(.deathCash)),
                BenefitItem(.deathPeriodic, try periodicGrant(&reading)),
                BenefitItem(.funeral, try reading.rupiah(.funeral)),
            ]
        }
        let total = try reading.rupiah(.deathEarlyTotal)
        switch settings.earlyDeathItems {
        case .funeral: return [BenefitItem(.deathEarlyFuneral, total)]
        case .cashAndFuneral:
            let cash = try reading.rupiah(.deathEarlyCash)
            reading.cite(.jkmEarlyItems)
            return [
                BenefitItem(.deathEarlyCash, cash), BenefitItem(.deathEarlyFuneral, total - cash),
            ]
        }
    }

    private func accidentalDeath(
        _ death: DeathCase, _ reading: inout LawReading
    ) throws(Problem) -> [BenefitItem] {
        let base = try reading.base(of: death.declaredIncome)
        let share = try reading.number(.accidentDeathPercent)
        let cash = try reading.accidentShare(of: base, share, over: 100)
        return [
            // Never below what the same family would have had after a natural death.
            BenefitItem(.accidentDeathCash, max(cash, try reading.rupiah(.deathCash))),
            BenefitItem(.accidentPeriodic, try periodicGrant(&reading)),
            BenefitItem(.funeral, try reading.rupiah(.funeral)),
        ]
    }

    /// Twenty-four months of the periodic grant, paid at once.
    func periodicGrant(_ reading: inout LawReading) throws(Problem) -> Rupiah {
        try reading.rupiah(.periodicMonthly) * reading.count(.periodicMonths)
    }
}
