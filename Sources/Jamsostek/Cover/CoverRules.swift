package import Civic

/// The rules of membership as of one day, looked up once and then applied to as many people as there
/// are.
///
/// A paid month is cover. Up to `unpaidMonthsMax` months in a row may stay unpaid (arrears, without
/// fine); on the first day of the next one cover lapses, and returns with the next payment.
package struct CoverRules: Sendable {
    package let day: Day
    /// Consecutive unpaid months before cover lapses.
    package let unpaidMonthsMax: Int
    /// Completed months of membership before a natural death is paid in full.
    package let fullDeathBenefitAfter: Int
    let clockResets: Bool
    let arrearsRequired: Bool
    let rules: CitationSet
    let clockReading: CitationSet
    let arrearsReading: CitationSet

    package func report(of history: CoverHistory) -> CoverReport {
        let month = day.month
        let spells = history.spells(
            unpaidMonthsMax: unpaidMonthsMax, onlyFirst: arrearsRequired)
        guard let current = spells.lastIndex(where: { $0.start <= day }) else {
            return CoverReport(
                status: .notStarted, unpaidMonths: 0, activeUntil: nil, lapsesOn: nil,
                fullDeathBenefitFrom: nil, membershipMonths: 0, contributionMonths: 0,
                missedMonths: [], rules: rules)
        }
        let spell = spells[current]
        let position = history.lastPaid(notAfter: min(month, spell.last)) ?? 0
        let lastPaid = history.paidMonths[position]
        let unpaid = month - lastPaid
        let status = status(of: spell, unpaid: unpaid)
        let clock = deathClock(of: spells, upTo: current)
        var rules = rules
        if history.paidMonths.last.map({ $0 > spell.last }) ?? false, arrearsRequired {
            rules.insert(arrearsReading)
        }
        if current > 0 { rules.insert(clockReading) }
        return CoverReport(
            status: status, unpaidMonths: unpaid,
            activeUntil: unpaid == 0 ? history.endOfRun(from: position).lastDay : lastPaid.lastDay,
            lapsesOn: spell.lapse, fullDeathBenefitFrom: status == .lapsed ? nil : clock.fullFrom,
            membershipMonths: clock.earlierMonths
                + spell.start.completedMonths(until: min(day, spell.lapse)),
            contributionMonths: (history.lastPaid(notAfter: month) ?? -1) + 1,
            missedMonths: missedMonths(of: history, in: spell), rules: rules)
    }

    private func status(of spell: CoverSpell, unpaid: Int) -> CoverageStatus {
        if day >= spell.lapse { return .lapsed }
        return unpaid == 0 ? .active : .inArrears(unpaid)
    }

    /// Months of membership that earlier spells lend to the current one, and the day on which the
    /// waiting time of the full death benefit is over.
    private func deathClock(
        of spells: [CoverSpell], upTo current: Int
    ) -> (earlierMonths: Int, fullFrom: Day) {
        var earlier = 0
        var fullFrom: Day?
        for spell in clockResets ? [] : spells[..<current] {
            let reached = spell.start.adding(months: max(0, fullDeathBenefitAfter - earlier))
            if fullFrom == nil, reached < spell.lapse { fullFrom = reached }
            earlier += spell.start.completedMonths(until: spell.lapse)
        }
        let wait = max(0, fullDeathBenefitAfter - earlier)
        return (earlier, fullFrom ?? spells[current].start.adding(months: wait))
    }

    private func missedMonths(of history: CoverHistory, in spell: CoverSpell) -> [Month] {
        let length = day.month - spell.first + 1
        let paid = history.paidMonths.lazy.filter { $0 >= spell.first && $0 <= day.month }
        guard paid.count < length else { return [] }
        let paidMonths = Set(paid)
        return (0..<length).map { spell.first + $0 }.filter { !paidMonths.contains($0) }
    }
}

extension Law {
    /// The rules of membership on `day`.
    /// - Throws: a problem of kind input when no law was in force.
    package func coverRules(on day: Day) throws(Problem) -> CoverRules {
        var reading = LawReading(self, on: day)
        let unpaidMonthsMax = try reading.count(.unpaidMonthsMax)
        let fullAfter = try reading.count(.deathFullAfterMonths)
        return CoverRules(
            day: day, unpaidMonthsMax: unpaidMonthsMax, fullDeathBenefitAfter: fullAfter,
            clockResets: settings.deathClockResetsAfterLapse,
            arrearsRequired: settings.reactivationRequiresArrears, rules: reading.rules,
            clockReading: settings.source(of: .jkmClockResetsAfterLapse),
            arrearsReading: settings.source(of: .reactivationRequiresArrears))
    }

    /// Where a person with these paid months stands on `day`. For many people on one day ask
    /// ``coverRules(on:)`` once.
    /// - Throws: a problem of kind input when no law was in force.
    package func cover(of history: CoverHistory, on day: Day) throws(Problem) -> CoverReport {
        try coverRules(on: day).report(of: history)
    }

    /// The first day of cover of a month that was paid on `payment`, under the setting
    /// `coverageStartRule`. Cover is never earlier than its month.
    package func coverStart(of month: Month, paidOn payment: Day) -> Day {
        switch settings.coverageStart {
        case .paymentDate: max(month.firstDay, payment)
        case .nextDay: max(month.firstDay, payment + 1)
        case .monthStart: month.firstDay
        }
    }
}
