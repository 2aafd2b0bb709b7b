package import Civic
import Jamsostek
package import Programme
package import Store

/// A wave with all that its plan says.
package struct WaveOutlook: Sendable {
    /// As it is kept, or as somebody tries it out.
    package let plan: NewWave
    package let reckoned: WavePlan
    /// With what is free, or what a decree made them owe.
    package let purses: [WavePurse]
    package let shift: WaveShift?
    /// By village, in order of codes: candidates and places.
    package let shares: [WaveShare]
    /// People whom the rules let in but who are not verified far enough; zero in a frozen wave.
    package let unverified: Int

    /// Everybody who is a candidate.
    package var eligible: Int { shares.reduce(0) { $0 + $1.eligible } }
    /// How many places stay empty.
    package var empty: Int { max(0, plan.quota - eligible) }
}

extension Desk {
    /// Reckons a plan with the candidates and the money there is now.
    package func outlook(
        of plan: NewWave, for viewer: Viewer
    ) async throws(Problem) -> WaveOutlook {
        try viewer.require(.seeWaves)
        let supply = try await store.waveSupply(region.waveRequirement)
        let rule = waveRule
        let cells = supply.cells.map { cell in
            WaveCell(
                village: cell.village, group: rule.group(of: cell.decile),
                hazard: hazard(cell.occupation), sector: sector(cell.occupation),
                count: cell.count)
        }
        let people = WaveHeadcount(choosing: plan.quota, of: cells, floor: rule.floor)
            .scaled(to: plan.quota)
        return try await outlook(
            of: plan, people,
            shares: WaveShare.shares(of: supply.eligible, quota: plan.quota, floor: rule.floor),
            unverified: max(0, supply.allowed - supply.count), besides: nil)
    }

    /// Reckons with those who were chosen, where the order is frozen, and with what was settled, where
    /// the decree is in force.
    package func outlook(of wave: Wave, for viewer: Viewer) async throws(Problem) -> WaveOutlook {
        guard wave.order != nil else { return try await outlook(of: wave.plan, for: viewer) }
        try viewer.require(.seeWaves)
        var people = WaveHeadcount.none
        for (occupation, count) in try await store.waveOccupations(wave.id) {
            people = people + headcount(occupation, count)
        }
        let shares = try await store.waveShares(wave.id)
        guard wave.state == .decreed else {
            return try await outlook(
                of: wave.plan, people, shares: shares, unverified: 0, besides: wave.id)
        }
        return try await promised(wave, people, shares)
    }

    private func outlook(
        of plan: NewWave, _ people: WaveHeadcount, shares: [WaveShare], unverified: Int,
        besides id: Int?
    ) async throws(Problem) -> WaveOutlook {
        let purses = try await purses(of: plan, besides: id)
        let income = region.plan.declaredIncome
        let reckoned = try law.plan(
            people, in: plan.months, paidBy: purses, declaredIncome: income)
        return WaveOutlook(
            plan: plan, reckoned: reckoned, purses: purses,
            shift: try law.shift(of: reckoned, paidBy: purses, declaredIncome: income),
            shares: shares, unverified: unverified)
    }

    private func promised(
        _ wave: Wave, _ people: WaveHeadcount, _ shares: [WaveShare]
    ) async throws(Problem) -> WaveOutlook {
        let purses = try await purses(of: wave.plan, besides: wave.id)
        let promises = try await store.waveFundingUses(wave.id).compactMap { use in
            purses.firstIndex { $0.fund == use.fund }.map { purse in
                WavePromise(
                    purse: purse, people: headcount(use.occupation, use.people),
                    months: use.months)
            }
        }
        let reckoned = try law.plan(
            promised: promises, to: people, in: wave.plan.months, paidBy: purses,
            declaredIncome: region.plan.declaredIncome)
        return WaveOutlook(
            plan: wave.plan, reckoned: reckoned,
            purses: purses.enumerated().map { $0.element.holding(reckoned.paid(by: $0.offset)) },
            shift: nil, shares: shares, unverified: 0)
    }

    private func headcount(_ occupation: String?, _ count: Int) -> WaveHeadcount {
        sector(occupation) == .transport
            ? WaveHeadcount(transport: count, other: 0)
            : WaveHeadcount(transport: 0, other: count)
    }

    /// The funds of a plan, in order of use, without what other waves will ask of them.
    func purses(of plan: NewWave, besides id: Int?) async throws(Problem) -> [WavePurse] {
        let funds = try await store.funds()
        let reserved = try await reserved(besides: id)
        return plan.funds.compactMap { id in
            funds.first { $0.fund.id == id }.map { balance in
                WavePurse(
                    fund: id, source: balance.fund.source,
                    money: max(.zero, balance.available - (reserved[id] ?? .zero)),
                    months: balance.fund.months, seats: balance.fund.terms.seats)
            }
        }
    }

    /// Rupiah that waves which wait for their decrees will ask of each fund.
    func reserved(besides id: Int?) async throws(Problem) -> [String: Rupiah] {
        var sources: [String: FundingSource] = [:]
        for balance in try await store.funds() { sources[balance.fund.id] = balance.fund.source }
        var sums: [String: Rupiah] = [:]
        for use in try await store.waveFundingUses(besides: id) {
            guard let source = sources[use.fund] else { continue }
            sums[use.fund, default: .zero] += try price(use, source)
        }
        return sums
    }

    /// What a fund pays for people of one occupation over all the months.
    func price(_ use: WaveFundingUse, _ source: FundingSource) throws(Problem) -> Rupiah {
        let terms = ContributionClass(
            sector: sector(use.occupation), fund: source,
            declaredIncome: region.plan.declaredIncome)
        let count = use.months.upperBound - use.months.lowerBound + 1
        let months = (0..<count).map { use.months.lowerBound + $0 }
        return try law.contributions(for: terms, in: months).total * use.people
    }

    /// How the next wave is put in order, by the rules of the region pack.
    package var waveRule: WaveRule {
        WaveRule(
            version: region.ruleVersion, requirement: region.waveRequirement,
            decileGroups: region.ranking.decileGroups, floor: region.ranking.floorPerVillage)
    }

    private func occupation(_ code: String?) -> Occupation? {
        code.flatMap { region.occupations.position(code: $0) }.map { region.occupations[$0] }
    }

    private func hazard(_ code: String?) -> Int {
        occupation(code)?.hazard ?? WaveCandidate.lowestHazard
    }

    func sector(_ code: String?) -> Occupation.Sector { occupation(code)?.sector ?? .other }
}
