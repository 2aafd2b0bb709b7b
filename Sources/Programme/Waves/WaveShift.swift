package import Civic
package import Jamsostek

/// What it saves to let others than the government pay for drivers, to whom a relief applies that
/// the government's money does not get.
package struct WaveShift: Hashable, Sendable {
    /// How many drivers.
    package let people: Int
    package let saving: Rupiah
    /// What the other payer gives for them instead.
    package let needed: Rupiah
    /// The last month in which something is saved.
    package let until: Month
    package let rules: CitationSet
}

extension Law {
    /// Suggests whom to move from the government's money to companies or civil servants: as many
    /// drivers as the money lacks, or all of them where it lacks nothing. Nil when that saves
    /// nothing.
    /// - Throws: a problem of kind input when no tariff is in force in one of the months.
    package func shift(
        of plan: WavePlan, paidBy purses: [WavePurse], declaredIncome: Rupiah
    ) throws(Problem) -> WaveShift? {
        guard let payer = WaveShift.payer(purses) else { return nil }
        let donated = plan.lines.first?.payments.reduce(0) { sum, payment in
            WaveShift.isGovernment(purses[payment.purse].source)
                ? sum : sum + payment.people.transport
        }
        let lacking = plan.people.total - plan.affordable
        let drivers = plan.people.transport - (donated ?? 0)
        let people = lacking > 0 ? min(lacking, drivers) : drivers
        guard people > 0 else { return nil }
        var (saving, needed, rules) = (Rupiah.zero, Rupiah.zero, CitationSet.none)
        var until: Month?
        for line in plan.lines {
            let tariff = try contributions(in: line.month)
            func price(_ fund: FundingSource) -> ContributionBreakdown {
                tariff.breakdown(
                    for: ContributionClass(
                        sector: .transport, fund: fund, declaredIncome: declaredIncome))
            }
            let (before, after) = (price(payer), price(.csr))
            if after.total < before.total { until = line.month }
            rules = rules.union(before.rules).union(after.rules)
            saving += (before.total - after.total) * people
            needed += after.total * people
        }
        guard let until else { return nil }
        return WaveShift(
            people: people, saving: saving, needed: needed, until: until, rules: rules)
    }
}

extension WaveShift {
    /// The government whose money a plan uses first; the city without any fund.
    fileprivate static func payer(_ purses: [WavePurse]) -> FundingSource? {
        purses.isEmpty ? .apbd : purses.first { isGovernment($0.source) }?.source
    }

    fileprivate static func isGovernment(_ source: FundingSource) -> Bool {
        source == .apbd || source == .apbn
    }
}
